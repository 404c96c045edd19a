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

package org.sparkner.crf;

import java.util.Arrays;

/**
 * Makes a chain of a locally normalised model (McCallum, Freitag &amp; Pereira 2000) one that
 * {@link Viterbi} and {@link ForwardBackward} decode. Its potential of label j after i is {@code
 * emission(t, j) + between(i, j) − log Z(t, i)}, and log Z, over the labels that may follow i,
 * depends on i alone: it is taken off the emission of i one token before.
 *
 * <p>What remains of the sequences that end in a forbidden label is shared by the others.
 */
public final class LocalNormalization {
  /** Below this a sum of products may have lost terms to underflow. */
  private static final double SMALLEST_TRUSTED = 1e-280;

  private final Transitions transitions;
  private final int labels;
  private final double[] exponentials;

  public LocalNormalization(Transitions transitions) {
    this.transitions = transitions;
    labels = transitions.labels();
    exponentials = new double[labels];
  }

  /**
   * Takes log Z(t + 1, i) off emission (t, i) for all t but the last. For t = 0 there is one log Z,
   * which changes no probability.
   *
   * @param emissions [length × K], changed in place
   */
  public void apply(float[] emissions, int length) {
    for (int t = 0; t + 1 < length; t++) {
      int next = (t + 1) * labels;
      double most = Double.NEGATIVE_INFINITY;
      for (int j = 0; j < labels; j++) {
        most = Math.max(most, emissions[next + j]);
      }
      for (int j = 0; j < labels; j++) {
        exponentials[j] = Math.exp(emissions[next + j] - most);
      }
      for (int i = 0; i < labels; i++) {
        emissions[t * labels + i] -= (float) (most + logSum(i, emissions, next, most));
      }
    }
  }

  /** log Σ exp(emission − most + between(i, ·)), exact also where the factors underflow. */
  private double logSum(int from, float[] emissions, int next, double most) {
    double[] factors = transitions.exponential();
    double sum = 0;
    for (int j = 0; j < labels; j++) {
      sum += factors[from * labels + j] * exponentials[j];
    }
    if (transitions.moderate() && sum > SMALLEST_TRUSTED) {
      return Math.log(sum);
    }
    double[] scores = new double[labels];
    for (int j = 0; j < labels; j++) {
      scores[j] = emissions[next + j] - most + transitions.between(from, j);
    }
    double highest = Arrays.stream(scores).max().orElseThrow();
    return highest + Math.log(Arrays.stream(scores).map(score -> Math.exp(score - highest)).sum());
  }
}
