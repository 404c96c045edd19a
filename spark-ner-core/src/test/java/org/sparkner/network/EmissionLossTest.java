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
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sparkner.model.Architecture;
import org.sparkner.model.NetworkSizes;
import org.sparkner.tags.LabelSet;
import org.sparkner.tags.LatentLabels;
import org.sparkner.tags.PathDistribution;

/** What implementations of networks in other modules are built from, against the graph. */
class EmissionLossTest {
  private static final LabelSet LABELS = LabelSet.bioes(List.of("X", "Y"));
  private static final int WORD_ROWS = 9;
  private static final int CHARACTER_IDS = 7;
  private static final Architecture SMALL =
      Architecture.DEFAULT
          .with()
          .wordDimension(4)
          .characterDimension(3)
          .characterFilters(5)
          .hidden(6)
          .maxWordLength(5)
          .build();

  private static NetworkSizes sizes(Architecture architecture) {
    return new NetworkSizes(
        architecture,
        WORD_ROWS,
        CHARACTER_IDS,
        RandomSentences.AFFIXES,
        RandomSentences.ATTRIBUTE_VALUES);
  }

  static Stream<Architecture> architectures() {
    return Architectures.of(SMALL);
  }

  /** A teacher that knows of each token that it is O or S-X. */
  private static PathDistribution unsure(IndexedSentence sentence) {
    int[] known = {LABELS.id("O"), LABELS.id("S-X")};
    PathDistribution.Builder builder = new PathDistribution.Builder(LABELS.size());
    for (int t = 0; t < sentence.size(); t++) {
      for (int from : t == 0 ? new int[] {PathDistribution.NONE} : known) {
        builder.add(from, known[0], 0.3).add(from, known[1], 0.7);
      }
      builder.endToken();
    }
    return builder.build().orElseThrow();
  }

  @ParameterizedTest
  @MethodSource("architectures")
  void lossAndGradientOfTheChainAreThoseOfTheGraph(Architecture architecture) {
    Random random = new Random(5);
    WordTable words = Architectures.words(architecture, random, WORD_ROWS, WORD_ROWS);
    GraphNetwork network = new GraphNetwork(sizes(architecture), LABELS, words, 0, 3);
    List<IndexedSentence> batch =
        new ArrayList<>(RandomSentences.of(random, LABELS, WORD_ROWS, CHARACTER_IDS, 3, 5, 1, 4));
    batch.set(1, batch.get(1).supervised(LatentLabels.of(LABELS, Set.of("Y")), 1));
    batch.set(3, batch.get(3).supervised(LatentLabels.of(LABELS, Set.of("X", "Y")), 0.3f));
    batch.set(2, batch.get(2).supervised(new LabelSupervision(null, 0.5f, unsure(batch.get(2)))));
    double expected = network.backpropagate(batch, 0);
    float[] gradient = network.gradients(null);
    List<float[]> emissions = network.emissions(batch);
    int size = emissions.stream().mapToInt(rows -> rows.length).sum();
    float[] packed = new float[size];
    int at = 0;
    for (float[] rows : emissions) {
      System.arraycopy(rows, 0, packed, at, rows.length);
      at += rows.length;
    }
    EmissionLoss loss = new EmissionLoss(architecture.decoder(), LABELS);
    float[] own = new float[gradient.length];

    double found = loss.of(batch, packed, network.parameters(), new float[size], own);

    assertThat(found).isCloseTo(expected, within(1e-4 * expected));
    int from = own.length - loss.parameterCount();
    for (int i = from; i < own.length; i++) {
      assertThat(own[i]).isCloseTo(gradient[i], within(1e-4f));
    }
    assertThat(Arrays.copyOf(own, from)).containsOnly(0f);
  }

  @ParameterizedTest
  @MethodSource("architectures")
  void parametersBeginAndStandAsTheGraphHasThem(Architecture architecture) {
    WordTable words = Architectures.words(architecture, new Random(5), WORD_ROWS, WORD_ROWS);
    GraphNetwork network = new GraphNetwork(sizes(architecture), LABELS, words, 0, 3);
    NetworkParameters parameters = NetworkParameters.of(sizes(architecture), LABELS.size());

    assertThat(parameters.initial(3)).isEqualTo(network.parameters());
    network
        .graph()
        .paramTable()
        .forEach(
            (key, values) -> {
              NetworkParameters.Matrix matrix = parameters.get(key.substring(key.indexOf('_') + 1));
              assertThat(values.shape()).containsExactly(matrix.rows(), matrix.columns());
              assertThat(network.parameters()[matrix.offset()]).isEqualTo(values.getFloat(0, 0));
            });
    assertThat(parameters.flat(network.weights())).isEqualTo(network.parameters());
  }
}
