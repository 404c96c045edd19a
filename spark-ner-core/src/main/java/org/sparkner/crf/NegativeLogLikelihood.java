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

/**
 * The training loss of a linear chain, log Z − score of the gold labels, with its gradient. One
 * instance a thread.
 */
public final class NegativeLogLikelihood {
  private final ForwardBackward lattice = new ForwardBackward();

  /**
   * The loss of a sentence in nats; adds its gradient.
   *
   * @param emissions [T × K] from {@code offset}
   * @param gold T labels, a legal sequence
   * @param emissionGradient [T × K] from {@code offset}, added to
   * @param gradient added to
   */
  public double add(
      Transitions transitions,
      double[] emissions,
      int offset,
      int[] gold,
      double[] emissionGradient,
      TransitionGradient gradient) {
    int k = transitions.labels();
    lattice.run(transitions, emissions, offset, gold.length);
    double loss = lattice.logPartition() - lattice.score(gold);
    lattice.addExpectations(emissionGradient, offset, gradient);
    gradient.begin()[gold[0]] -= 1;
    gradient.end()[gold[gold.length - 1]] -= 1;
    for (int t = 0; t < gold.length; t++) {
      emissionGradient[offset + t * k + gold[t]] -= 1;
      if (t > 0) {
        gradient.between()[gold[t - 1] * k + gold[t]] -= 1;
      }
    }
    return loss;
  }
}
