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
import org.sparkner.kernel.Kernels;

/**
 * The potentials between labels in the layout of the chain's kernels: [K × stride], rows by the
 * label before, and the same transposed; the exponentials too. Columns past K are forbidden.
 */
final class ChainMatrices {
  private final int labels;
  final int stride;
  final double[] scores;
  final double[] scoresByTarget;
  final double[] exponentials;
  final double[] exponentialsByTarget;

  ChainMatrices(Transitions transitions) {
    labels = transitions.labels();
    stride = Kernels.chainStride(labels);
    scores = new double[labels * stride];
    scoresByTarget = new double[labels * stride];
    exponentials = new double[labels * stride];
    exponentialsByTarget = new double[labels * stride];
    Arrays.fill(scores, Double.NEGATIVE_INFINITY);
    Arrays.fill(scoresByTarget, Double.NEGATIVE_INFINITY);
    for (int i = 0; i < labels; i++) {
      for (int j = 0; j < labels; j++) {
        double score = transitions.between(i, j);
        scores[i * stride + j] = score;
        scoresByTarget[j * stride + i] = score;
        exponentials[i * stride + j] = Math.exp(score);
        exponentialsByTarget[j * stride + i] = Math.exp(score);
      }
    }
  }

  /**
   * The label before {@code to} on the best path: the first where several are best.
   *
   * @param before scores of the labels before, from {@code at}
   */
  int origin(double[] before, int at, int to) {
    int origin = 0;
    double best = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < labels; i++) {
      double candidate = before[at + i] + scoresByTarget[to * stride + i];
      if (candidate > best) {
        best = candidate;
        origin = i;
      }
    }
    return origin;
  }
}
