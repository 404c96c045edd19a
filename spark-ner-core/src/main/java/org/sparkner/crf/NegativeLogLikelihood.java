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

import org.sparkner.tags.GoldLabels;

/**
 * The training loss of a linear chain, log Z − score of the gold labels, with its gradient. Where
 * labels are known in part, log Z − log of the summed exponentiated scores of all label sequences
 * that agree with what is known (Tsuboi et al. 2008, "Training conditional random fields using
 * incomplete annotations"). Where a teacher's distribution q over label sequences is to be learned,
 * the cross-entropy −Σ q(y) log p(y) = log Z − the score expected under q, summed over the whole
 * lattice by the expectations of its pairs (Wang et al. 2020, "Structure-level knowledge
 * distillation for multilingual sequence labeling"). One instance a thread.
 */
public final class NegativeLogLikelihood {
  private final ForwardBackward lattice = new ForwardBackward();

  /**
   * The loss of a sentence in nats; adds its gradient.
   *
   * @param emissions [T × K] from {@code offset}
   * @param gold T labels, of which at least one legal sequence is allowed
   * @param emissionGradient [T × K] from {@code offset}, added to
   * @param gradient added to
   */
  public double add(
      Transitions transitions,
      double[] emissions,
      int offset,
      GoldLabels gold,
      double[] emissionGradient,
      TransitionGradient gradient) {
    int k = transitions.labels();
    double weight = gold.weight();
    lattice.run(transitions, emissions, offset, gold.size());
    lattice.addExpectations(emissionGradient, offset, gradient, weight);
    if (gold.taught() != null) {
      TaughtScore score = new TaughtScore(transitions, gradient);
      double expected = score.subtract(emissions, offset, gold, emissionGradient);
      return weight * (lattice.logPartition() - expected);
    }
    if (gold.isPartial()) {
      double all = lattice.logPartition();
      lattice.run(transitions, gold.restrict(emissions, offset, k, k), 0, gold.size());
      lattice.addExpectations(emissionGradient, offset, gradient, -weight);
      return weight * (all - lattice.logPartition());
    }
    int[] path = gold.labels();
    gradient.begin()[path[0]] -= weight;
    gradient.end()[path[path.length - 1]] -= weight;
    for (int t = 0; t < path.length; t++) {
      emissionGradient[offset + t * k + path[t]] -= weight;
      if (t > 0) {
        gradient.between()[path[t - 1] * k + path[t]] -= weight;
      }
    }
    return weight * (lattice.logPartition() - lattice.score(path));
  }
}
