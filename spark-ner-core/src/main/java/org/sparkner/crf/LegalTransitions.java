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
 * The transitions that are not forbidden, by the label they lead to. BIOES forbids two thirds of
 * them, which the recursions then never visit.
 */
final class LegalTransitions {
  private final int labels;
  private final int[] first;
  private final int[] from;
  private final double[] score;
  private final double[] exponential;

  LegalTransitions(Transitions transitions) {
    labels = transitions.labels();
    first = new int[labels + 1];
    int[] origins = new int[labels * labels];
    int count = 0;
    for (int to = 0; to < labels; to++) {
      for (int i = 0; i < labels; i++) {
        if (transitions.between(i, to) > Double.NEGATIVE_INFINITY) {
          origins[count++] = i;
        }
      }
      first[to + 1] = count;
    }
    from = Arrays.copyOf(origins, count);
    score = new double[count];
    exponential = new double[count];
    for (int to = 0; to < labels; to++) {
      for (int n = first[to]; n < first[to + 1]; n++) {
        score[n] = transitions.between(from[n], to);
        exponential[n] = Math.exp(score[n]);
      }
    }
  }

  /**
   * A step of Viterbi: for each label the best score over the labels before it, the first where
   * several are best.
   *
   * @param before [K] scores
   * @param now output, [K] without the emissions of this step
   * @param origins output from {@code offset}: the label that each best score comes from
   */
  void maximize(double[] before, double[] now, int[] origins, int offset) {
    for (int to = 0; to < labels; to++) {
      double best = Double.NEGATIVE_INFINITY;
      int origin = 0;
      for (int n = first[to]; n < first[to + 1]; n++) {
        double candidate = before[from[n]] + score[n];
        if (candidate > best) {
          best = candidate;
          origin = from[n];
        }
      }
      now[to] = best;
      origins[offset + to] = origin;
    }
  }

  /** now[j] = Σ_i before[i]·exp(i → j), at {@code beforeAt} and {@code nowAt} of one array. */
  void forward(double[] values, int beforeAt, int nowAt) {
    for (int to = 0; to < labels; to++) {
      double sum = 0;
      for (int n = first[to]; n < first[to + 1]; n++) {
        sum += values[beforeAt + from[n]] * exponential[n];
      }
      values[nowAt + to] = sum;
    }
  }

  /** now[i] += Σ_j exp(i → j)·after[j]. */
  void backward(double[] after, double[] now, int nowAt) {
    for (int to = 0; to < labels; to++) {
      double value = after[to];
      for (int n = first[to]; n < first[to + 1]; n++) {
        now[nowAt + from[n]] += exponential[n] * value;
      }
    }
  }
}
