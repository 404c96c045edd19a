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

package org.sparkner.torch.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparkner.pretrained.EncoderTuning;
import org.sparkner.pretrained.EncoderWeights;
import org.sparkner.pretrained.SmallEncoder;
import org.sparkner.torch.HostArrays;

class AdamWTest {

  /** AdamW as its paper has it (algorithm 2), in double precision. */
  static final class Reference {
    final double[] values;
    private final double[] mean;
    private final double[] variance;
    private int steps;

    Reference(float[] initial) {
      values = new double[initial.length];
      Arrays.setAll(values, i -> initial[i]);
      mean = new double[initial.length];
      variance = new double[initial.length];
    }

    void step(double[] gradients, double rate, double weightDecay) {
      steps++;
      for (int i = 0; i < values.length; i++) {
        mean[i] = 0.9 * mean[i] + 0.1 * gradients[i];
        variance[i] = 0.999 * variance[i] + 0.001 * gradients[i] * gradients[i];
        double m = mean[i] / (1 - Math.pow(0.9, steps));
        double v = variance[i] / (1 - Math.pow(0.999, steps));
        values[i] -= rate * (m / (Math.sqrt(v) + 1e-8) + weightDecay * values[i]);
      }
    }
  }

  private static float[] random(int count, Random random) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  private static float[] single(double[] values) {
    float[] single = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      single[i] = (float) values[i];
    }
    return single;
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 8})
  void stepsAreThoseOfThePaper(double divisor) {
    Random random = new Random(1);
    float[] found = random(100, random);
    Reference reference = new Reference(found);
    try (PointerScope scope = new PointerScope()) {
      Tensor values = HostArrays.toDevice(found, Opened.CPU, 100);
      Tensor mean = HostArrays.toDevice(new float[100], Opened.CPU, 100);
      Tensor variance = HostArrays.toDevice(new float[100], Opened.CPU, 100);
      for (int step = 1; step <= 20; step++) {
        float[] gradients = random(100, random);
        double rate = 0.01 / step;
        Tensor given = HostArrays.toDevice(gradients, Opened.CPU, 100);
        AdamW.State state = new AdamW.State(values, given, mean, variance);

        new AdamW(Opened.CPU).step(List.of(state), rate, 0.1, divisor, step);

        double[] divided = new double[100];
        Arrays.setAll(divided, i -> gradients[i] / divisor);
        reference.step(divided, rate, 0.1);
      }
      HostArrays.toHost(values, found, 0);
    }
    assertThat(found).containsExactly(single(reference.values), within(1e-5f));
  }

  @Test
  void piecesThatBatchesLackMoveAsIfTheyHadAGradientOfNothing() throws Exception {
    SmallEncoder small = new SmallEncoder("bert");
    EncoderTuning tuning = new EncoderTuning(0.5, 0, 0.1, 0, false, false, false, "cpu", 1);
    LayerRates rates = new LayerRates(1, tuning);
    Random random = new Random(2);
    int size = small.config().hidden();
    int all = small.config().vocabulary() * size;
    Reference reference = new Reference(small.weights().values(EncoderWeights.WORDS));
    try (WordPieces words = new WordPieces(small.weights(), rates, Opened.CPU)) {
      for (int step = 1; step <= 300; step++) {
        // Pieces 10 to 19 never occur, piece 9 only in the first two steps.
        long[] pieces =
            step <= 2
                ? new long[] {3, 9}
                : random.ints(0, 9).limit(2).distinct().sorted().asLongStream().toArray();
        double rate = 0.02 * (1 - step / 400.0);
        double[] gradients = new double[all];
        try (PointerScope scope = new PointerScope()) {
          words.rows(pieces);
          float[] given = random(pieces.length * size, random);
          words.add(pieces, HostArrays.toDevice(given, Opened.CPU, pieces.length, size));
          for (int i = 0; i < given.length; i++) {
            gradients[(int) pieces[i / size] * size + i % size] = given[i] / 2;
          }
          words.step(new AdamW(Opened.CPU), rate, 2, step);
        }
        words.clearGradients();
        reference.step(gradients, rate * 0.5, 0.1);
      }
      assertThat(words.learned()).containsExactly(single(reference.values), within(2e-5f));
    }
  }
}
