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

import org.sparkner.tags.GoldLabels;

/** The cross-entropy of each token's softmax by itself. Has no parameters. */
final class TokenLoss implements SequenceLoss {
  private final int labels;

  TokenLoss(int labels) {
    this.labels = labels;
  }

  @Override
  public int size() {
    return 0;
  }

  @Override
  public void begin(double[] parameters) {
    // Nothing is kept over the sentences of a batch.
  }

  @Override
  public double add(double[] emissions, int offset, GoldLabels gold, double[] emissionGradient) {
    double loss = 0;
    for (int t = 0; t < gold.size(); t++) {
      int at = offset + t * labels;
      double most = emissions[at];
      for (int j = 1; j < labels; j++) {
        most = Math.max(most, emissions[at + j]);
      }
      double sum = 0;
      for (int j = 0; j < labels; j++) {
        sum += Math.exp(emissions[at + j] - most);
      }
      for (int j = 0; j < labels; j++) {
        emissionGradient[at + j] += gold.weight() * (Math.exp(emissions[at + j] - most) / sum);
      }
      loss += most + Math.log(sum);
      if (gold.taught() == null) {
        loss -= subtractAllowed(emissions, at, gold, t, emissionGradient);
      }
    }
    if (gold.taught() != null) {
      loss -= subtractTaught(emissions, offset, gold, emissionGradient);
    }
    return gold.weight() * loss;
  }

  /** Subtracts a teacher's marginals; gives the emissions that are expected under them. */
  private double subtractTaught(
      double[] emissions, int offset, GoldLabels gold, double[] emissionGradient) {
    double[] expected = {0};
    gold.taught()
        .forEach(
            (token, before, label, probability) -> {
              int own = offset + token * labels + label;
              emissionGradient[own] -= gold.weight() * probability;
              expected[0] += probability * emissions[own];
            });
    return expected[0];
  }

  /**
   * Subtracts the expectations under the labels that a token may bear; gives the log of their
   * summed exponentiated emissions.
   */
  private double subtractAllowed(
      double[] emissions, int at, GoldLabels gold, int token, double[] emissionGradient) {
    if (!gold.isPartial()) {
      int own = at + gold.labels()[token];
      emissionGradient[own] -= gold.weight();
      return emissions[own];
    }
    double most = Double.NEGATIVE_INFINITY;
    for (int j = 0; j < labels; j++) {
      most = gold.allows(token, j) ? Math.max(most, emissions[at + j]) : most;
    }
    double sum = 0;
    for (int j = 0; j < labels; j++) {
      sum += gold.allows(token, j) ? Math.exp(emissions[at + j] - most) : 0;
    }
    for (int j = 0; j < labels; j++) {
      if (gold.allows(token, j)) {
        emissionGradient[at + j] -= gold.weight() * (Math.exp(emissions[at + j] - most) / sum);
      }
    }
    return most + Math.log(sum);
  }

  @Override
  public double[] gradient() {
    return new double[0];
  }
}
