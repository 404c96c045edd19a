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
import org.sparkner.tags.PathDistribution;

/**
 * The score of a sentence that is expected under a teacher's distribution over its label sequences,
 * and its gradient.
 */
final class TaughtScore {
  private final Transitions transitions;
  private final TransitionGradient gradient;
  private double expected;

  /**
   * @param gradient of a loss, which is subtracted from
   */
  TaughtScore(Transitions transitions, TransitionGradient gradient) {
    this.transitions = transitions;
    this.gradient = gradient;
  }

  /**
   * The expected score; subtracts its gradient, times the sentence's weight, from that of a loss.
   *
   * @param emissions [T × K] from {@code offset}
   * @param gold what a teacher thinks
   * @param emissionGradient [T × K] from {@code offset}, subtracted from
   */
  double subtract(double[] emissions, int offset, GoldLabels gold, double[] emissionGradient) {
    expected = 0;
    int last = gold.size() - 1;
    gold.taught()
        .forEach(
            (token, before, label, probability) -> {
              double weighted = gold.weight() * probability;
              int emission = offset + token * transitions.labels() + label;
              emissionGradient[emission] -= weighted;
              double score = emissions[emission] + between(before, label, weighted);
              if (token == last) {
                gradient.end()[label] -= weighted;
                score += transitions.end(label);
              }
              expected += probability * score;
            });
    return expected;
  }

  private double between(int before, int label, double weighted) {
    if (before == PathDistribution.NONE) {
      gradient.begin()[label] -= weighted;
      return transitions.begin(label);
    }
    gradient.between()[before * transitions.labels() + label] -= weighted;
    return transitions.between(before, label);
  }
}
