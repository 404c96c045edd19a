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
import java.util.List;
import org.sparkner.kernel.Kernels;

/**
 * Tags a sentence and says how probable that is: Viterbi (1967) and forward-backward with scaling
 * (Rabiner 1989, section V.A) in vectors of labels. Gives what {@link Viterbi} and {@link
 * ForwardBackward} give, several times faster; hands over to the latter where scaled sums
 * underflow. Keeps its memory from sentence to sentence; for one thread.
 */
public final class SentenceDecoder implements LabelDecoder {
  /**
   * Where a factor or a scaled α is smaller, a product of them may vanish that matters later. With
   * potentials of at most 50 none can vanish above it.
   */
  private static final double SMALLEST = 1e-130;

  private static final double LOG_SMALLEST = Math.log(SMALLEST);

  private final Transitions transitions;
  private final ChainMatrices chain;
  private final Kernels kernels;
  private final int labels;
  private final int stride;
  private final double[] begin;
  private final double[] end;
  private final double[] after;
  private final ForwardBackward exact = new ForwardBackward();

  private double[] scores = new double[0];
  private double[] emissions = new double[0];
  private double[] alpha = new double[0];
  private double[] beta = new double[0];
  private double[] scales = new double[0];
  private double partition;
  private boolean scaled;

  public SentenceDecoder(Transitions transitions, Kernels kernels) {
    this.transitions = transitions;
    this.kernels = kernels;
    this.chain = new ChainMatrices(transitions);
    this.labels = transitions.labels();
    this.stride = chain.stride;
    this.after = new double[stride];
    this.begin = new double[labels];
    this.end = new double[labels];
    for (int i = 0; i < labels; i++) {
      begin[i] = Math.exp(transitions.begin(i));
      end[i] = Math.exp(transitions.end(i));
    }
  }

  /** The best legal label sequence. */
  @Override
  public void decode(float[] emissions, int offset, int[] path) {
    int length = path.length;
    if (scores.length < length * stride) {
      scores = new double[Math.multiplyExact(length, stride)];
    }
    for (int j = 0; j < labels; j++) {
      scores[j] = transitions.begin(j) + emissions[offset + j];
    }
    for (int t = 1; t < length; t++) {
      int at = t * stride;
      kernels.chainMaximum(scores, at - stride, chain.scores, labels, stride, scores, at);
      for (int j = 0; j < labels; j++) {
        scores[at + j] += emissions[offset + t * labels + j];
      }
    }
    int last = (length - 1) * stride;
    int best = 0;
    for (int j = 1; j < labels; j++) {
      if (scores[last + j] + transitions.end(j) > scores[last + best] + transitions.end(best)) {
        best = j;
      }
    }
    path[length - 1] = best;
    for (int t = length - 1; t > 0; t--) {
      path[t - 1] = chain.origin(scores, (t - 1) * stride, path[t]);
    }
  }

  @Override
  public List<ScoredPath> best(float[] emissions, int offset, int length, int count) {
    return Viterbi.best(transitions, emissions, offset, length, count);
  }

  @Override
  public void run(float[] emissions, int offset, int length) {
    reserve(length);
    scaled = transitions.moderate() && forward(emissions, offset, length);
    if (scaled) {
      backward(length);
      scaled = partition > 0 && partition < Double.POSITIVE_INFINITY;
    }
    if (!scaled) {
      exact.run(transitions, emissions, offset, length);
    }
  }

  @Override
  public double marginal(int token, int label) {
    if (!scaled) {
      return exact.marginal(token, label);
    }
    int at = token * stride + label;
    return alpha[at] == 0 ? 0 : Math.min(1, alpha[at] * beta[at] / partition);
  }

  /** Constrained forward (Culotta &amp; McCallum 2004). */
  @Override
  public double posterior(int[] path, int from, int to) {
    if (!scaled) {
      return exact.posterior(from, Arrays.copyOfRange(path, from, to));
    }
    double value = alpha[from * stride + path[from]];
    for (int t = from + 1; t < to; t++) {
      value *=
          chain.exponentials[path[t - 1] * stride + path[t]]
              * emissions[t * stride + path[t]]
              / scales[t];
    }
    return Math.min(1, value * beta[(to - 1) * stride + path[to - 1]] / partition);
  }

  private void reserve(int length) {
    int size = Math.multiplyExact(length, stride);
    if (alpha.length < size) {
      emissions = new double[size];
      alpha = new double[size];
      beta = new double[size];
      scales = new double[length];
    }
  }

  /** α divided by its sum at each token; false where something is too small to go on. */
  private boolean forward(float[] logEmissions, int offset, int length) {
    if (!exponentiate(logEmissions, offset, length)) {
      return false;
    }
    System.arraycopy(begin, 0, alpha, 0, labels);
    boolean safe = scale(0);
    for (int t = 1; t < length && safe; t++) {
      int at = t * stride;
      kernels.chainProduct(alpha, at - stride, chain.exponentials, labels, stride, alpha, at);
      safe = scale(at);
    }
    return safe;
  }

  /**
   * exp of the emissions, the largest of each token 1; false where one is too small to go on. What
   * lies past the labels of a row is finite and never read.
   */
  private boolean exponentiate(float[] logEmissions, int offset, int length) {
    boolean safe = true;
    for (int t = 0; t < length; t++) {
      int from = offset + t * labels;
      int to = t * stride;
      float most = logEmissions[from];
      float least = most;
      for (int j = 1; j < labels; j++) {
        most = Math.max(most, logEmissions[from + j]);
        least = Math.min(least, logEmissions[from + j]);
      }
      for (int j = 0; j < labels; j++) {
        emissions[to + j] = (double) logEmissions[from + j] - most;
      }
      safe &= (double) least - most > LOG_SMALLEST;
    }
    kernels.exp(emissions, 0, length * stride);
    return safe;
  }

  private boolean scale(int at) {
    double sum = 0;
    for (int j = at; j < at + labels; j++) {
      alpha[j] *= emissions[j];
      sum += alpha[j];
    }
    boolean safe = sum > SMALLEST;
    double inverse = 1 / sum;
    for (int j = at; j < at + labels; j++) {
      alpha[j] *= inverse;
      safe &= alpha[j] > SMALLEST || alpha[j] == 0;
    }
    scales[at / stride] = sum;
    return safe;
  }

  /** β with the scales of α, and Σ α·exp(end). */
  private void backward(int length) {
    int last = (length - 1) * stride;
    System.arraycopy(end, 0, beta, last, labels);
    partition = 0;
    for (int j = 0; j < labels; j++) {
      partition += alpha[last + j] * end[j];
    }
    for (int t = length - 2; t >= 0; t--) {
      int next = (t + 1) * stride;
      double inverse = 1 / scales[t + 1];
      for (int j = 0; j < labels; j++) {
        after[j] = emissions[next + j] * beta[next + j] * inverse;
      }
      kernels.chainProduct(after, 0, chain.exponentialsByTarget, labels, stride, beta, t * stride);
    }
  }
}
