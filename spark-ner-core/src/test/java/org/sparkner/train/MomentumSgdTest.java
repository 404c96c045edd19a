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

package org.sparkner.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparkner.model.Architecture;
import org.sparkner.model.NetworkSizes;
import org.sparkner.network.GraphNetwork;
import org.sparkner.network.IndexedSentence;
import org.sparkner.network.WordTable;
import org.sparkner.tags.LabelSet;

class MomentumSgdTest {
  private static final Architecture SIZES =
      Architecture.DEFAULT
          .with()
          .wordDimension(3)
          .characterDimension(2)
          .characterFilters(2)
          .characterWidths(List.of(1))
          .hidden(2)
          .maxWordLength(3)
          .build();
  private static final LabelSet LABELS = LabelSet.bioes(List.of("X"));
  private static final int ROWS = 6;
  private static final double MOMENTUM = 0.9;

  private final Random random = new Random(1);

  private float[] table() {
    float[] values = new float[ROWS * SIZES.wordDimension()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  private static GraphNetwork network(WordTable words) {
    return new GraphNetwork(
        new NetworkSizes(SIZES, words.values().length / words.dimension(), 5, 0),
        LABELS,
        words,
        0,
        1);
  }

  /** The rows that only coast are where they would be if every step had touched all rows. */
  @ParameterizedTest
  @ValueSource(ints = {20, 7, 1})
  void sparseWordUpdatesEqualDenseMomentumWhileTheRateFalls(int stepsOfARate) {
    float[] initial = table();
    WordTable sparseTable = new WordTable(initial.clone(), 3, ROWS);
    GraphNetwork network = network(sparseTable);
    float[] parameters = network.parameters();
    MomentumSgd sgd = new MomentumSgd(parameters, sparseTable, MOMENTUM, 5);
    double[] dense = new double[initial.length];
    double[] velocity = new double[initial.length];
    for (int i = 0; i < dense.length; i++) {
      dense[i] = initial[i];
    }
    for (int step = 0; step < 60; step++) {
      double rate = 0.1 / (1 + 0.025 * (step / stepsOfARate * stepsOfARate));
      sgd.setLearningRate(rate);
      int row = random.nextInt(ROWS);
      IndexedSentence sentence =
          new IndexedSentence(new int[] {row, row}, new int[][] {{2}, {3, 4}}, new int[] {0, 4});
      sgd.coast(row);
      network.backpropagate(List.of(sentence), step);
      double[] gradient = new double[dense.length];
      for (int slot = 0; slot < sparseTable.touchedCount(); slot++) {
        for (int j = 0; j < 3; j++) {
          gradient[sparseTable.touchedRow(slot) * 3 + j] = sparseTable.gradients()[slot * 3 + j];
        }
      }
      float[] parameterGradient = network.gradients(null);
      double norm = Math.sqrt(squares(gradient) + squares(parameterGradient));
      double scale = Math.min(1, 5 / (norm + 1e-6));
      for (int i = 0; i < dense.length; i++) {
        velocity[i] = MOMENTUM * velocity[i] + scale * gradient[i];
        dense[i] -= rate * velocity[i];
      }
      sgd.update(parameterGradient, 1);
      network.setParameters(parameters);
      for (int j = 0; j < 3; j++) {
        assertThat((double) sparseTable.values()[row * 3 + j])
            .isCloseTo(dense[row * 3 + j], within(1e-4));
      }
    }
    sgd.coastAll();
    for (int i = 0; i < dense.length; i++) {
      assertThat((double) sparseTable.values()[i]).isCloseTo(dense[i], within(1e-4));
    }
  }

  @Test
  void theNormOfTheWholeGradientIsBounded() {
    WordTable words = new WordTable(table(), 3, ROWS);
    float[] parameters = new float[4];
    MomentumSgd sgd = new MomentumSgd(parameters, words, 0, 5);
    sgd.setLearningRate(1);
    double norm = sgd.update(new float[] {60, 0, 80, 0}, 2);
    assertThat(norm).isCloseTo(50, within(1e-9));
    assertThat(parameters).containsExactly(new float[] {-3, 0, -4, 0}, within(1e-5f));
  }

  private static double squares(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value * value;
    }
    return sum;
  }

  private static double squares(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += (double) value * value;
    }
    return sum;
  }
}
