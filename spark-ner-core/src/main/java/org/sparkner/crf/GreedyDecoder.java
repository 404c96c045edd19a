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

import java.util.List;

/**
 * Gives each token its most probable label by a softmax of its own. Nothing forbids a sequence that
 * is no legal one of its scheme. Tokens are independent, so the posterior of several labels is the
 * product of theirs.
 */
public final class GreedyDecoder implements LabelDecoder {
  private final int labels;
  private double[] probabilities = new double[0];

  /**
   * @param labels K
   */
  public GreedyDecoder(int labels) {
    this.labels = labels;
  }

  /** The largest emission of each token; of equal ones the first. */
  @Override
  public void decode(float[] emissions, int offset, int[] path) {
    for (int t = 0; t < path.length; t++) {
      int at = offset + t * labels;
      int best = 0;
      for (int j = 1; j < labels; j++) {
        if (emissions[at + j] > emissions[at + best]) {
          best = j;
        }
      }
      path[t] = best;
    }
  }

  @Override
  public List<ScoredPath> best(float[] emissions, int offset, int length, int count) {
    return Viterbi.best(labels, emissions, offset, length, count);
  }

  @Override
  public void run(float[] emissions, int offset, int length) {
    if (probabilities.length < length * labels) {
      probabilities = new double[Math.multiplyExact(length, labels)];
    }
    for (int t = 0; t < length; t++) {
      softmax(emissions, offset + t * labels, t * labels);
    }
  }

  private void softmax(float[] emissions, int from, int to) {
    float most = emissions[from];
    for (int j = 1; j < labels; j++) {
      most = Math.max(most, emissions[from + j]);
    }
    double sum = 0;
    for (int j = 0; j < labels; j++) {
      probabilities[to + j] = Math.exp((double) emissions[from + j] - most);
      sum += probabilities[to + j];
    }
    for (int j = 0; j < labels; j++) {
      probabilities[to + j] /= sum;
    }
  }

  @Override
  public double marginal(int token, int label) {
    return probabilities[token * labels + label];
  }

  @Override
  public double posterior(int[] path, int from, int to) {
    double product = 1;
    for (int t = from; t < to; t++) {
      product *= marginal(t, path[t]);
    }
    return product;
  }
}
