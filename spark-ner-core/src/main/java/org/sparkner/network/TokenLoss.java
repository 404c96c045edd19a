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
  public double add(double[] emissions, int offset, int[] gold, double[] emissionGradient) {
    double loss = 0;
    for (int t = 0; t < gold.length; t++) {
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
        emissionGradient[at + j] += Math.exp(emissions[at + j] - most) / sum;
      }
      emissionGradient[at + gold[t]] -= 1;
      loss += most + Math.log(sum) - emissions[at + gold[t]];
    }
    return loss;
  }

  @Override
  public double[] gradient() {
    return new double[0];
  }
}
