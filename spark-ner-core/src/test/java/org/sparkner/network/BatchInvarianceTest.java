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

package org.sparkner.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.sparkner.model.Architecture;
import org.sparkner.model.NetworkSizes;
import org.sparkner.tags.LabelSet;

/** What a sentence gets does not depend on the sentences beside it. */
@Tag("slow")
class BatchInvarianceTest {
  private static final Architecture SIZES =
      Architecture.DEFAULT
          .with()
          .wordDimension(10)
          .characterDimension(6)
          .characterFilters(8)
          .hidden(33)
          .maxWordLength(5)
          .build();
  private static final LabelSet LABELS = LabelSet.bioes(List.of("LOC", "PER"));

  private final Random random = new Random(21);

  static Stream<Architecture> architectures() {
    return Architectures.of(SIZES);
  }

  private GraphNetwork network(Architecture sizes, DataType type) {
    return new GraphNetwork(
        new NetworkSizes(sizes, 50, 20, RandomSentences.AFFIXES, RandomSentences.ATTRIBUTE_VALUES),
        LABELS,
        Architectures.words(sizes, new Random(20), 50, 50),
        0.5,
        3,
        type);
  }

  private List<IndexedSentence> sentences() {
    return RandomSentences.of(random, LABELS, 50, 20, 4, 11, 1, 7, 4, 6, 2);
  }

  @ParameterizedTest
  @MethodSource("architectures")
  void emissionsOfASentenceAreTheSameNumbersAloneAndInAnyBatch(Architecture sizes) {
    GraphNetwork network = network(sizes, DataType.FLOAT);
    List<IndexedSentence> sentences = sentences();
    List<float[]> together = network.emissions(sentences);
    List<IndexedSentence> reversed = new ArrayList<>(sentences);
    java.util.Collections.reverse(reversed);
    List<float[]> backwards = network.emissions(reversed);
    for (int i = 0; i < sentences.size(); i++) {
      float[] alone = network.emissions(List.of(sentences.get(i))).get(0);
      assertThat(together.get(i)).isEqualTo(alone);
      assertThat(backwards.get(sentences.size() - 1 - i)).isEqualTo(alone);
    }
  }

  @ParameterizedTest
  @MethodSource("architectures")
  void gradientsOfABatchAreTheSumOfThoseOfItsSentences(Architecture sizes) {
    GraphNetwork network =
        new GraphNetwork(
            new NetworkSizes(
                sizes, 50, 20, RandomSentences.AFFIXES, RandomSentences.ATTRIBUTE_VALUES),
            LABELS,
            Architectures.words(sizes, new Random(20), 50, 50),
            0,
            3,
            DataType.DOUBLE);
    List<IndexedSentence> sentences = sentences();
    double loss = network.backpropagate(sentences, 0);
    double[] together = doubles(network);
    double[] sum = new double[together.length];
    double losses = 0;
    for (IndexedSentence sentence : sentences) {
      losses += network.backpropagate(List.of(sentence), 0);
      double[] alone = doubles(network);
      for (int i = 0; i < sum.length; i++) {
        sum[i] += alone[i];
      }
    }
    assertThat(loss).isCloseTo(losses, within(1e-9));
    assertThat(together).containsExactly(sum, within(1e-9));
  }

  @ParameterizedTest
  @MethodSource("architectures")
  void singlePrecisionKernelsGiveWhatDoublePrecisionLoopsGive(Architecture sizes) {
    List<IndexedSentence> sentences = sentences();
    GraphNetwork single = network(sizes, DataType.FLOAT);
    GraphNetwork twice = network(sizes, DataType.DOUBLE);
    double loss = single.backpropagate(sentences, 3);
    assertThat(loss).isCloseTo(twice.backpropagate(sentences, 3), within(1e-3));
    float[] found = single.gradients(null);
    double[] expected = doubles(twice);
    for (int i = 0; i < found.length; i++) {
      assertThat((double) found[i]).isCloseTo(expected[i], within(2e-4));
    }
  }

  @ParameterizedTest
  @MethodSource("architectures")
  void whatALargerBatchLeftBehindDoesNotMatter(Architecture sizes) {
    List<IndexedSentence> few = sentences().subList(0, 2);
    GraphNetwork used = network(sizes, DataType.FLOAT);
    used.backpropagate(sentences(), 3);
    GraphNetwork fresh = network(sizes, DataType.FLOAT);

    assertThat(used.backpropagate(few, 4)).isEqualTo(fresh.backpropagate(few, 4));
    assertThat(used.gradients(null)).isEqualTo(fresh.gradients(null));
  }

  private static double[] doubles(GraphNetwork network) {
    return new DoubleArithmetic().read(network.graph().getFlattenedGradients());
  }
}
