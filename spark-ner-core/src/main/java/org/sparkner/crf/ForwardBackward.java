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
 * The forward-backward algorithm over one sentence (Rabiner 1989, section III; Sutton &amp;
 * McCallum 2012, section 4.1).
 *
 * <p>α and β stay in log space; a step exponentiates its K values once, relative to their maximum,
 * so that the K² inner loop is products and sums only. Where that underflows although a finite path
 * exists, the entry is summed again in log space: the result is exact for any finite potentials and
 * any length. Memory grows to the longest sentence seen and is reused; one instance serves one
 * thread.
 */
public final class ForwardBackward {
  /** Below this a sum of products may have lost terms to underflow. */
  private static final double SMALLEST_TRUSTED = 1e-280;

  /** Above this exponent a product of a large and a tiny factor is no longer safe. */
  private static final double LARGEST_EXPONENT = 600;

  private Transitions transitions;
  private double[] emissions = new double[0];
  private double[] alpha = new double[0];
  private double[] beta = new double[0];
  private double[] left = new double[0];
  private double[] right = new double[0];
  private int length;
  private double logPartition;

  /**
   * Computes α, β and log Z.
   *
   * @param emissions [T × K] from {@code offset}, row-major; finite, or −∞ for a label that a token
   *     may not bear
   * @param length T, at least 1
   */
  public void run(Transitions transitions, float[] emissions, int offset, int length) {
    reserve(transitions, length);
    for (int i = 0; i < length * transitions.labels(); i++) {
      this.emissions[i] = emissions[offset + i];
    }
    compute();
  }

  /** As {@link #run(Transitions, float[], int, int)} in double precision. */
  public void run(Transitions transitions, double[] emissions, int offset, int length) {
    reserve(transitions, length);
    System.arraycopy(emissions, offset, this.emissions, 0, length * transitions.labels());
    compute();
  }

  /** log Z: the log of the summed exponentiated scores of all label sequences. */
  public double logPartition() {
    return logPartition;
  }

  /** Posterior probability of a label at a token. */
  public double marginal(int token, int label) {
    int at = token * transitions.labels() + label;
    return Math.exp(alpha[at] + beta[at] - logPartition);
  }

  /**
   * Posterior probability that consecutive tokens bear just these labels (Culotta &amp; McCallum
   * 2004: constrained forward). For BIOES the labels of a span fix its borders, so this is the
   * posterior of the span.
   *
   * @param begin first token
   * @param labels the labels, at least one
   */
  public double posterior(int begin, int... labels) {
    int k = transitions.labels();
    double score = alpha[begin * k + labels[0]];
    for (int i = 1; i < labels.length; i++) {
      score +=
          transitions.between(labels[i - 1], labels[i]) + emissions[(begin + i) * k + labels[i]];
    }
    int last = begin + labels.length - 1;
    return Math.min(1, Math.exp(score + beta[last * k + labels[labels.length - 1]] - logPartition));
  }

  /** Unnormalised log score of a label sequence over the same emissions. */
  public double score(int[] path) {
    return transitions.score(emissions, path);
  }

  /**
   * Adds the expected number of uses of each potential, which is the gradient of log Z, times a
   * factor.
   *
   * @param emissionGradient [T × K] from {@code offset}
   * @param gradient of begin, transitions and end
   */
  public void addExpectations(
      double[] emissionGradient, int offset, TransitionGradient gradient, double factor) {
    int k = transitions.labels();
    for (int t = 0; t < length; t++) {
      for (int i = 0; i < k; i++) {
        double probability = factor * marginal(t, i);
        emissionGradient[offset + t * k + i] += probability;
        if (t == 0) {
          gradient.begin()[i] += probability;
        }
        if (t == length - 1) {
          gradient.end()[i] += probability;
        }
      }
      if (t > 0) {
        addPairs(t, gradient.between(), factor);
      }
    }
  }

  private void addPairs(int t, double[] gradient, double times) {
    int k = transitions.labels();
    int before = (t - 1) * k;
    int now = t * k;
    double highest = maximum(alpha, before, k);
    for (int j = 0; j < k; j++) {
      left[j] = emissions[now + j] + beta[now + j];
    }
    double most = maximum(left, 0, k);
    double exponent = highest + most - logPartition;
    if (exponent > LARGEST_EXPONENT || !transitions.moderate()) {
      addPairsInLogSpace(before, gradient, times);
      return;
    }
    double scale = times * Math.exp(exponent);
    for (int j = 0; j < k; j++) {
      right[j] = Math.exp(left[j] - most);
    }
    for (int i = 0; i < k; i++) {
      double factor = scale * Math.exp(alpha[before + i] - highest);
      for (int j = 0; j < k; j++) {
        gradient[i * k + j] += factor * transitions.exponential()[i * k + j] * right[j];
      }
    }
  }

  private void addPairsInLogSpace(int before, double[] gradient, double times) {
    int k = transitions.labels();
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        gradient[i * k + j] +=
            times
                * Math.exp(alpha[before + i] + transitions.between(i, j) + left[j] - logPartition);
      }
    }
  }

  private void reserve(Transitions transitions, int length) {
    if (length < 1) {
      throw new IllegalArgumentException("Forward-backward needs at least one token.");
    }
    this.transitions = transitions;
    this.length = length;
    int size = Math.multiplyExact(length, transitions.labels());
    if (emissions.length < size) {
      emissions = new double[size];
      alpha = new double[size];
      beta = new double[size];
    }
    if (left.length < transitions.labels()) {
      left = new double[transitions.labels()];
      right = new double[transitions.labels()];
    }
  }

  private void compute() {
    int k = transitions.labels();
    for (int i = 0; i < k; i++) {
      alpha[i] = transitions.begin(i) + emissions[i];
      beta[(length - 1) * k + i] = transitions.end(i);
    }
    for (int t = 1; t < length; t++) {
      forward(t);
    }
    for (int t = length - 2; t >= 0; t--) {
      backward(t);
    }
    for (int i = 0; i < k; i++) {
      left[i] = alpha[(length - 1) * k + i] + transitions.end(i);
    }
    logPartition = logSum(left, k);
  }

  private void forward(int t) {
    int k = transitions.labels();
    int before = (t - 1) * k;
    double highest = maximum(alpha, before, k);
    Arrays.fill(right, 0, k, 0);
    for (int i = 0; i < k; i++) {
      double factor = Math.exp(alpha[before + i] - highest);
      if (factor > 0) {
        for (int j = 0; j < k; j++) {
          right[j] += factor * transitions.exponential()[i * k + j];
        }
      }
    }
    for (int j = 0; j < k; j++) {
      double sum = trusted(right[j]) ? highest + Math.log(right[j]) : exactForward(before, j);
      alpha[t * k + j] = sum + emissions[t * k + j];
    }
  }

  private double exactForward(int before, int to) {
    int k = transitions.labels();
    for (int i = 0; i < k; i++) {
      left[i] = alpha[before + i] + transitions.between(i, to);
    }
    return logSum(left, k);
  }

  private void backward(int t) {
    int k = transitions.labels();
    int after = (t + 1) * k;
    for (int j = 0; j < k; j++) {
      left[j] = emissions[after + j] + beta[after + j];
    }
    double highest = maximum(left, 0, k);
    for (int j = 0; j < k; j++) {
      right[j] = Math.exp(left[j] - highest);
    }
    for (int i = 0; i < k; i++) {
      double sum = 0;
      for (int j = 0; j < k; j++) {
        sum += transitions.exponential()[i * k + j] * right[j];
      }
      beta[t * k + i] = trusted(sum) ? highest + Math.log(sum) : exactBackward(i);
    }
  }

  private double exactBackward(int from) {
    int k = transitions.labels();
    double most = Double.NEGATIVE_INFINITY;
    for (int j = 0; j < k; j++) {
      most = Math.max(most, transitions.between(from, j) + left[j]);
    }
    if (most == Double.NEGATIVE_INFINITY) {
      return most;
    }
    double sum = 0;
    for (int j = 0; j < k; j++) {
      sum += Math.exp(transitions.between(from, j) + left[j] - most);
    }
    return most + Math.log(sum);
  }

  private boolean trusted(double sum) {
    return transitions.moderate() && sum > SMALLEST_TRUSTED;
  }

  private static double maximum(double[] values, int offset, int count) {
    double most = Double.NEGATIVE_INFINITY;
    for (int i = offset; i < offset + count; i++) {
      most = Math.max(most, values[i]);
    }
    return most;
  }

  private static double logSum(double[] values, int count) {
    double most = maximum(values, 0, count);
    if (most == Double.NEGATIVE_INFINITY) {
      return most;
    }
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += Math.exp(values[i] - most);
    }
    return most + Math.log(sum);
  }
}
