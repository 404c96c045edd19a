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
 * The forward-backward algorithm over a {@link BigramChain}, in log space over the legal pairs
 * only. Memory grows to the longest sentence seen and is reused; one instance serves one thread.
 */
public final class BigramLattice {
  private final BigramChain chain;
  private final int labels;
  private final int stride;
  private final double[] terms;
  private double[] scores = new double[0];
  private double[] alpha = new double[0];
  private double[] beta = new double[0];
  private int length;
  private double logPartition;

  public BigramLattice(BigramChain chain) {
    this.chain = chain;
    labels = chain.labels();
    stride = chain.stride();
    terms = new double[labels];
  }

  /**
   * Computes α, β and log Z.
   *
   * @param scores [T × (K + K²)] from {@code offset}, row-major; finite, or −∞ for a label that a
   *     token may not bear
   * @param length T, at least 1
   */
  public void run(double[] scores, int offset, int length) {
    reserve(length);
    System.arraycopy(scores, offset, this.scores, 0, length * stride);
    compute();
  }

  /** As {@link #run(double[], int, int)} in single precision. */
  public void run(float[] scores, int offset, int length) {
    reserve(length);
    for (int i = 0; i < length * stride; i++) {
      this.scores[i] = scores[offset + i];
    }
    compute();
  }

  private void reserve(int length) {
    if (length < 1) {
      throw new IllegalArgumentException("Forward-backward needs at least one token.");
    }
    this.length = length;
    if (scores.length < length * stride) {
      scores = new double[Math.multiplyExact(length, stride)];
      alpha = new double[length * labels];
      beta = new double[length * labels];
    }
  }

  private void compute() {
    int last = (length - 1) * labels;
    for (int j = 0; j < labels; j++) {
      alpha[j] = chain.begin(j) + scores[j];
      beta[last + j] = chain.end(j);
    }
    for (int t = 1; t < length; t++) {
      for (int j = 0; j < labels; j++) {
        int[] before = chain.before(j);
        for (int n = 0; n < before.length; n++) {
          terms[n] = alpha[(t - 1) * labels + before[n]] + pair(t, before[n], j);
        }
        alpha[t * labels + j] = logSum(before.length) + scores[t * stride + j];
      }
    }
    for (int t = length - 2; t >= 0; t--) {
      for (int i = 0; i < labels; i++) {
        int[] after = chain.after(i);
        for (int n = 0; n < after.length; n++) {
          terms[n] = step(t + 1, i, after[n]) + beta[(t + 1) * labels + after[n]];
        }
        beta[t * labels + i] = logSum(after.length);
      }
    }
    for (int j = 0; j < labels; j++) {
      terms[j] = alpha[last + j] + chain.end(j);
    }
    logPartition = logSum(labels);
  }

  private double pair(int t, int from, int to) {
    return scores[t * stride + chain.pair(from, to)];
  }

  /** What a token's label adds after another. */
  private double step(int t, int from, int to) {
    return pair(t, from, to) + scores[t * stride + to];
  }

  private double logSum(int count) {
    double most = Double.NEGATIVE_INFINITY;
    for (int n = 0; n < count; n++) {
      most = Math.max(most, terms[n]);
    }
    if (most == Double.NEGATIVE_INFINITY) {
      return most;
    }
    double sum = 0;
    for (int n = 0; n < count; n++) {
      sum += Math.exp(terms[n] - most);
    }
    return most + Math.log(sum);
  }

  /** log Z: the log of the summed exponentiated scores of all legal label sequences. */
  public double logPartition() {
    return logPartition;
  }

  /** Posterior probability of a label at a token. */
  public double marginal(int token, int label) {
    int at = token * labels + label;
    return Math.min(1, Math.exp(alpha[at] + beta[at] - logPartition));
  }

  /**
   * Posterior probability that the tokens from {@code from} up to {@code to} bear the labels of a
   * legal path.
   *
   * @param path labels of the whole sentence
   */
  public double posterior(int[] path, int from, int to) {
    double score = alpha[from * labels + path[from]];
    for (int t = from + 1; t < to; t++) {
      score += step(t, path[t - 1], path[t]);
    }
    return Math.min(1, Math.exp(score + beta[(to - 1) * labels + path[to - 1]] - logPartition));
  }

  /**
   * Adds the expected number of uses of each potential, which is the gradient of log Z, times a
   * factor.
   *
   * @param gradient of the scores, [T × (K + K²)] from {@code offset}
   * @param begin [K]
   * @param end [K]
   */
  public void addExpectations(
      double[] gradient, int offset, double[] begin, double[] end, double factor) {
    for (int j = 0; j < labels; j++) {
      begin[j] += factor * marginal(0, j);
      end[j] += factor * marginal(length - 1, j);
    }
    for (int t = 0; t < length; t++) {
      int row = offset + t * stride;
      for (int j = 0; j < labels; j++) {
        gradient[row + j] += factor * marginal(t, j);
      }
      for (int j = 0; t > 0 && j < labels; j++) {
        for (int i : chain.before(j)) {
          double score = alpha[(t - 1) * labels + i] + step(t, i, j) + beta[t * labels + j];
          gradient[row + chain.pair(i, j)] += factor * Math.exp(score - logPartition);
        }
      }
    }
  }
}
