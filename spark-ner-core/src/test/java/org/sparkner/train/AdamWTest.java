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

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.sparkner.model.Architecture;
import org.sparkner.model.NetworkSizes;
import org.sparkner.network.GraphNetwork;
import org.sparkner.network.IndexedSentence;
import org.sparkner.network.WordTable;
import org.sparkner.tags.LabelSet;

class AdamWTest {
  private static final Architecture SIZES =
      Architecture.DEFAULT
          .with()
          .wordDimension(3)
          .characterDimension(2)
          .characterFilters(2)
          .hidden(2)
          .maxWordLength(3)
          .build();
  private static final int ROWS = 4;
  private static final int DIMENSION = 3;
  private static final double DECAY = 0.05;

  private final Random random = new Random(3);

  private float[] numbers(int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  private static AdamW adam(float[] parameters, WordTable words) {
    AdamW adam = new AdamW(parameters, words, 0.9, DECAY, 1e6);
    adam.setLearningRate(0.01);
    return adam;
  }

  /** A number as the paper's algorithm 2 steps it, in double precision. */
  private static final class Reference {
    private double value;
    private double mean;
    private double square;

    Reference(double value) {
      this.value = value;
    }

    void step(double gradient, int count, double rate, double decay) {
      mean = 0.9 * mean + 0.1 * gradient;
      square = 0.999 * square + 0.001 * gradient * gradient;
      double unbiased = mean / (1 - Math.pow(0.9, count));
      double root = Math.sqrt(square / (1 - Math.pow(0.999, count)));
      value -= rate * (unbiased / (root + 1e-8) + decay * value);
    }
  }

  @Test
  void stepsAsThePaperSays() {
    float[] parameters = numbers(7);
    AdamW adam = adam(parameters, new WordTable(numbers(ROWS * DIMENSION), DIMENSION, 0));
    Reference[] expected = new Reference[parameters.length];
    Arrays.setAll(expected, i -> new Reference(parameters[i]));
    for (int step = 1; step <= 50; step++) {
      double rate = 0.01 / step;
      adam.setLearningRate(rate);
      float[] gradient = numbers(7);
      adam.update(gradient, 2);
      for (int i = 0; i < 7; i++) {
        expected[i].step(gradient[i] / 2, step, rate, DECAY);
      }
    }
    for (int i = 0; i < 7; i++) {
      assertThat((double) parameters[i]).isCloseTo(expected[i].value, within(1e-5));
    }
  }

  @Test
  void wordsThatABatchDoesNotUseStayAndHaveNoDecay() {
    float[] table = numbers(ROWS * DIMENSION);
    float[] before = table.clone();
    WordTable words = new WordTable(table, DIMENSION, ROWS);
    GraphNetwork network =
        new GraphNetwork(
            new NetworkSizes(SIZES, ROWS, 5, 0), LabelSet.bioes(List.of("X")), words, 0, 1);
    float[] parameters = network.parameters();
    AdamW adam = adam(parameters, words);
    Reference expected = new Reference(table[2 * DIMENSION]);
    for (int step = 1; step <= 9; step++) {
      adam.coast(2);
      if (step % 3 == 0) {
        network.backpropagate(
            List.of(new IndexedSentence(new int[] {2}, new int[][] {{3}}, new int[] {4})), step);
        assertThat(words.touchedRow(0)).isEqualTo(2);
        expected.step(words.gradients()[0], step, 0.01, 0);
      }
      adam.update(new float[parameters.length], 1);
    }
    adam.coastAll();
    assertThat((double) table[2 * DIMENSION]).isCloseTo(expected.value, within(1e-5));
    for (int row : new int[] {0, 1, 3}) {
      int at = row * DIMENSION;
      assertThat(Arrays.copyOfRange(table, at, at + DIMENSION))
          .isEqualTo(Arrays.copyOfRange(before, at, at + DIMENSION));
    }
  }

  @Test
  void goesOnFromItsWrittenStateAsThoughNothingHadHappened() throws IOException {
    float[] parameters = numbers(5);
    AdamW adam = adam(parameters, new WordTable(new float[DIMENSION], DIMENSION, 1));
    adam.update(numbers(5), 1);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    adam.write(new DataOutputStream(bytes));
    float[] others = new float[5];
    AdamW resumed =
        new AdamW(others, new WordTable(new float[DIMENSION], DIMENSION, 1), 0.9, DECAY, 1e6);
    resumed.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    float[] gradient = numbers(5);

    adam.update(gradient.clone(), 1);
    resumed.update(gradient.clone(), 1);

    assertThat(others).isEqualTo(parameters);
  }

  @Test
  void endsTheMomentumAndKeepsTheScale() {
    AdamW adam = adam(new float[2], new WordTable(new float[DIMENSION], DIMENSION, 1));
    adam.update(new float[] {3, 4}, 1);
    adam.endMomentum();
    assertThat(adam.state()[0]).isZero();
    assertThat(adam.state()[1]).isZero();
    assertThat(adam.state()[2]).isPositive();
    assertThat(adam.state()[3]).isPositive();
  }
}
