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

package org.sparkner.tags;

import java.util.Arrays;
import java.util.Optional;

/**
 * A Markov chain over the labels of a sentence in the making: factors of few pairs of neighbouring
 * labels, whose products are the weights of the label sequences. The forward-backward algorithm
 * over these pairs makes a {@link PathDistribution} of them.
 */
final class PathChain {
  private final int labels;
  private int[] ends = new int[16];
  private int[] before = new int[32];
  private int[] label = new int[32];
  private double[] factors = new double[32];
  private int tokens;
  private int pairs;

  /**
   * @param labels above all label ids
   */
  PathChain(int labels) {
    this.labels = labels;
  }

  /**
   * Adds a pair that ends at the token at hand.
   *
   * @param from label of the token before, or {@link PathDistribution#NONE} at the first token
   * @param factor 0 or more
   */
  void add(int from, int to, double factor) {
    if (pairs == label.length) {
      before = Arrays.copyOf(before, 2 * pairs);
      label = Arrays.copyOf(label, 2 * pairs);
      factors = Arrays.copyOf(factors, 2 * pairs);
    }
    before[pairs] = from;
    label[pairs] = to;
    factors[pairs++] = factor;
  }

  /** Goes on to the next token. */
  void endToken() {
    if (tokens == ends.length) {
      ends = Arrays.copyOf(ends, 2 * tokens);
    }
    ends[tokens++] = pairs;
  }

  /** The distribution; empty where no label sequence has a weight above 0. */
  Optional<PathDistribution> distribution() {
    if (tokens == 0) {
      throw new IllegalArgumentException("A distribution over labels needs at least one token.");
    }
    double[] forward = new double[tokens * labels];
    double[] sums = new double[tokens];
    for (int t = 0; t < tokens; t++) {
      for (int n = begin(t); n < ends[t]; n++) {
        double reached = t == 0 ? 1 : forward[(t - 1) * labels + before[n]];
        forward[t * labels + label[n]] += reached * factors[n];
      }
      for (int j = t * labels; j < (t + 1) * labels; j++) {
        sums[t] += forward[j];
      }
      if (!(sums[t] > 0)) {
        return Optional.empty();
      }
      for (int j = t * labels; j < (t + 1) * labels; j++) {
        forward[j] /= sums[t];
      }
    }
    return Optional.of(encoded(forward, backward(sums), sums));
  }

  /** β divided by the sums of α at each token. */
  private double[] backward(double[] sums) {
    double[] backward = new double[tokens * labels];
    Arrays.fill(backward, (tokens - 1) * labels, tokens * labels, 1);
    for (int t = tokens - 1; t > 0; t--) {
      for (int n = begin(t); n < ends[t]; n++) {
        backward[(t - 1) * labels + before[n]] +=
            factors[n] * backward[t * labels + label[n]] / sums[t];
      }
    }
    return backward;
  }

  private PathDistribution encoded(double[] forward, double[] backward, double[] sums) {
    PathDistribution.Expectations expectations = new PathDistribution.Expectations();
    for (int t = 0; t < tokens; t++) {
      for (int n = begin(t); n < ends[t]; n++) {
        double reached = t == 0 ? 1 : forward[(t - 1) * labels + before[n]];
        double probability = reached * factors[n] * backward[t * labels + label[n]] / sums[t];
        expectations.add(before[n], label[n], (float) probability);
      }
      expectations.endToken();
    }
    return expectations.distribution();
  }

  private int begin(int token) {
    return token == 0 ? 0 : ends[token - 1];
  }
}
