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

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;

/**
 * What AdamW does to a value in steps without a gradient, in closed form. Its mean and variance
 * shrink by powers; the value goes on by a multiple of mean / (√variance + ε), the sum over the
 * steps of rate × correction × (β₁ / √β₂)ⁿ, and decays. ε is taken as in the first of the steps.
 */
final class Coasting {
  private static final double RATIO = AdamW.MEAN_DECAY / Math.sqrt(AdamW.VARIANCE_DECAY);

  /** Steps after which the ratio's power is below the precision of a float. */
  private static final int STEPS = 400;

  private final double weightDecay;
  private double[] rates = new double[1024];
  private double[] logDecays = new double[1025];
  private int steps;

  Coasting(double weightDecay) {
    this.weightDecay = weightDecay;
  }

  /**
   * What happens between two steps.
   *
   * @param decay factor of the value
   * @param move factor of mean / (√variance + epsilon), which is subtracted
   * @param epsilon summand of the root
   * @param mean factor of the mean
   * @param variance factor of the variance
   */
  record Factors(double decay, double move, double epsilon, double mean, double variance) {}

  /** Adds a step with a learning rate. */
  void add(double rate) {
    if (steps == rates.length) {
      rates = Arrays.copyOf(rates, 2 * steps);
      logDecays = Arrays.copyOf(logDecays, 2 * steps + 1);
    }
    rates[steps] = rate;
    logDecays[steps + 1] = logDecays[steps] + Math.log1p(-rate * weightDecay);
    steps++;
  }

  /** Steps that there were. */
  int steps() {
    return steps;
  }

  /** From the end of a step, counted from 1, to the end of the last one. */
  Factors since(int step) {
    double move = 0;
    double power = 1;
    for (int j = step + 1; j <= Math.min(steps, step + STEPS); j++) {
      power *= RATIO;
      double correction =
          Math.sqrt(1 - Math.pow(AdamW.VARIANCE_DECAY, j)) / (1 - Math.pow(AdamW.MEAN_DECAY, j));
      move += rates[j - 1] * correction * power * decay(j, steps);
    }
    double root =
        Math.sqrt((1 - Math.pow(AdamW.VARIANCE_DECAY, step + 1.0)) / AdamW.VARIANCE_DECAY);
    int missed = steps - step;
    return new Factors(
        decay(step, steps),
        move,
        AdamW.EPSILON * root,
        Math.pow(AdamW.MEAN_DECAY, missed),
        Math.pow(AdamW.VARIANCE_DECAY, missed));
  }

  private double decay(int from, int to) {
    return Math.exp(logDecays[to] - logDecays[from]);
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(steps);
    for (int i = 0; i < steps; i++) {
      out.writeDouble(rates[i]);
    }
  }

  void read(DataInputStream in) throws IOException {
    int count = in.readInt();
    steps = 0;
    for (int i = 0; i < count; i++) {
      add(in.readDouble());
    }
  }
}
