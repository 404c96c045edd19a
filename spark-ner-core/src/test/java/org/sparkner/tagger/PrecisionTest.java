/*
 * Copyright 2026 The Spark NER authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

package org.sparkner.tagger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sparkner.error.UsageException;
import org.sparkner.model.Architecture;
import org.sparkner.model.NeuralModel;
import org.sparkner.model.RandomModel;
import org.sparkner.model.WordEncoder;
import org.sparkner.tags.LabelSet;

class PrecisionTest {
  private final NeuralModel model = RandomModel.ofDefaultSizes(20, 1);

  @Test
  void hasAName() {
    for (Precision precision : Precision.values()) {
      assertThat(Precision.named(precision.toString())).isEqualTo(precision);
    }
    assertThat(Precision.INT8).hasToString("int8");
    assertThatThrownBy(() -> Precision.named("fp64"))
        .isInstanceOf(UsageException.class)
        .hasMessage("Precision needs f32, int8 or auto, found fp64.");
  }

  @Test
  void isDecidedWhereItIsLeftToTheMachine() {
    assertThat(Tagger.of(model, Precision.F32).precision()).isEqualTo(Precision.F32);
    assertThat(Tagger.of(model, Precision.INT8).precision()).isEqualTo(Precision.INT8);
    assertThat(Tagger.of(model).precision()).isIn(Precision.F32, Precision.INT8);
  }

  private static NeuralModel of(WordEncoder encoder) {
    return RandomModel.of(
        Architecture.DEFAULT.withEncoder(encoder, 1, true),
        LabelSet.bioes(List.of("LOC", "PER")),
        RandomModel.syntheticLexicon(20),
        1);
  }

  @Test
  void staysSingleWhereThereAreNoRecurrentWeights() {
    for (WordEncoder encoder : List.of(WordEncoder.SRU, WordEncoder.CNN)) {
      assertThat(Tagger.of(of(encoder), Precision.INT8).precision()).isEqualTo(Precision.F32);
    }
  }

  static Stream<NeuralModel> recurrent() {
    return Stream.of(RandomModel.ofDefaultSizes(20, 1), of(WordEncoder.GRU), of(WordEncoder.RNN));
  }

  @ParameterizedTest
  @MethodSource("recurrent")
  void eightBitsChangeMarginalsByLittle(NeuralModel model) {
    List<List<String>> sentences =
        List.of(List.of("Ada", "Lovelace", "was", "born", "in", "London"));
    float[][] exact =
        Tagger.of(model, Precision.F32).tagSentences(sentences, true).get(0).marginals();
    float[][] rounded =
        Tagger.of(model, Precision.INT8).tagSentences(sentences, true).get(0).marginals();
    float most = 0;
    for (int t = 0; t < exact.length; t++) {
      for (int j = 0; j < exact[t].length; j++) {
        most = Math.max(most, Math.abs(exact[t][j] - rounded[t][j]));
      }
    }
    assertThat(most).isBetween(1e-7f, 0.02f);
  }
}
