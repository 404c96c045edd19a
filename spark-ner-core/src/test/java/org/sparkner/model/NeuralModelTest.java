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

package org.sparkner.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sparkner.lexicon.Lexicon;
import org.sparkner.pretrained.ContextualVectors;
import org.sparkner.pretrained.EncoderDevice;
import org.sparkner.pretrained.EncoderFiles;
import org.sparkner.pretrained.PretrainedEncoder;
import org.sparkner.tags.LabelSet;

class NeuralModelTest {
  private static final ContextualVectors SENTENCE = new ContextualVectors("out", 3, 8, false);
  private static final ContextualVectors DOCUMENT = new ContextualVectors("out", 3, 8, true);

  private static NeuralModel model(InputFeatures features, PretrainedEncoder encoder) {
    NeuralModel tiny = RandomModel.tiny();
    return new NeuralModel(
        tiny.architecture().withFeatures(features),
        tiny.labels(),
        tiny.lexicon(),
        tiny.weights(),
        encoder,
        1,
        tiny.training());
  }

  private static NeuralModel reading(ContextualVectors vectors) {
    return model(InputFeatures.NONE.withContextual(vectors), encoder(vectors));
  }

  /** It is handed on and never opened. */
  private static PretrainedEncoder encoder(ContextualVectors vectors) {
    byte[] nothing = new byte[0];
    return new PretrainedEncoder(vectors, new EncoderFiles(nothing, nothing, nothing), "test", 0);
  }

  @Test
  void withoutAnEncoderItIsTheSameOnEveryDevice() {
    NeuralModel model = RandomModel.tiny();

    assertThat(model.encoder()).isNull();
    assertThat(model.on(EncoderDevice.CPU)).isSameAs(model);
  }

  @Test
  void itsEncoderComputesOnTheDeviceThatIsAskedFor() {
    NeuralModel model = reading(SENTENCE);

    assertThat(model.encoder().device()).isEqualTo(EncoderDevice.AUTO);
    assertThat(model.on(EncoderDevice.CPU).encoder().device()).isEqualTo(EncoderDevice.CPU);
  }

  @Test
  void anotherCopyOfItsEncoderTakesThePlaceOfTheFirst() {
    PretrainedEncoder copy = encoder(SENTENCE);

    NeuralModel model = reading(SENTENCE).withContextual(copy);

    assertThat(model.encoder()).isSameAs(copy);
    assertThat(model.architecture().features().contextual()).isEqualTo(SENTENCE);
  }

  @Test
  void anEncoderOfOtherVectorsIsRefused() {
    NeuralModel model = reading(SENTENCE);
    PretrainedEncoder other = encoder(DOCUMENT);

    assertThatThrownBy(() -> model.withContextual(other))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("needs the vectors " + SENTENCE);
  }

  @Test
  void itReadsDocumentsWhereItsEncoderDoes() {
    assertThat(RandomModel.tiny().readsDocuments()).isFalse();
    assertThat(reading(SENTENCE).readsDocuments()).isFalse();
    assertThat(reading(DOCUMENT).readsDocuments()).isTrue();
  }

  @Test
  void itReadsAttributesWhereTheyHaveVectors() {
    assertThat(RandomModel.tiny().readsAttributes()).isFalse();
    assertThat(model(InputFeatures.NONE.withAttributeDimension(1), null).readsAttributes())
        .isTrue();
  }

  @Test
  void scoresTakeThePlaceOfThoseOfTheSameNames() {
    NeuralModel first = RandomModel.tiny().withMetrics(Map.of("valid_f1", 50.0, "loss", 2.0));

    NeuralModel second = first.withMetrics(Map.of("valid_f1", 60.0, "valid_recall", 70.0));

    assertThat(second.training().metrics())
        .containsOnly(
            Map.entry("valid_f1", 60.0), Map.entry("loss", 2.0), Map.entry("valid_recall", 70.0));
    assertThat(first.training().metrics().get("valid_f1")).isEqualTo(50.0);
    assertThat(second.training().seed()).isEqualTo(first.training().seed());
  }

  @Test
  void itsOperationsAreThoseOfItsSizesAndLabels() {
    Lexicon lexicon = RandomModel.syntheticLexicon(5);
    Architecture sizes =
        Architecture.DEFAULT
            .with()
            .wordDimension(5)
            .characterEncoder(CharacterEncoder.NONE)
            .wordEncoder(WordEncoder.RNN)
            .bidirectional(false)
            .hidden(2)
            .build();

    NeuralModel model = RandomModel.of(sizes, LabelSet.bioes(List.of("PER")), lexicon, 1);

    assertThat(model.flopsPerToken()).isEqualTo(2 * (5 * 2 + 2 * 2) + 2 * 2 * 5);
  }
}
