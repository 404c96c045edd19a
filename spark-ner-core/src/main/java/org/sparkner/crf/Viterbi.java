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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The best label sequences of a sentence (Viterbi 1967), by keeping the n best hypotheses of every
 * label at every token. Of equal scores the lower label wins. Sums are in double precision.
 * Stateless.
 */
public final class Viterbi {
  private Viterbi() {}

  /**
   * The best legal sequence.
   *
   * @param emissions [T × K] from {@code offset}, row-major
   * @param length T, at least 1
   */
  public static ScoredPath best(
      Transitions transitions, float[] emissions, int offset, int length) {
    return best(transitions, emissions, offset, length, 1).get(0);
  }

  /**
   * The best legal sequences, best first.
   *
   * @param count how many, at least 1; fewer come back where fewer exist
   */
  public static List<ScoredPath> best(
      Transitions transitions, float[] emissions, int offset, int length, int count) {
    if (length < 1 || count < 1) {
      throw new IllegalArgumentException(
          "Viterbi needs at least one token and one path, found " + length + " and " + count + ".");
    }
    int k = transitions.labels();
    double[] scores = new double[k * count];
    Arrays.fill(scores, Double.NEGATIVE_INFINITY);
    for (int j = 0; j < k; j++) {
      scores[j * count] = transitions.begin(j) + emissions[offset + j];
    }
    // Entry (t, j, n) names the hypothesis of step t - 1, label * count + rank, that the n-th of j
    // extends.
    int[] origins = new int[Math.multiplyExact(length, k * count)];
    for (int t = 1; t < length; t++) {
      double[] next = new double[k * count];
      Arrays.fill(next, Double.NEGATIVE_INFINITY);
      for (int j = 0; j < k; j++) {
        extend(transitions, scores, j, count, next, origins, t * k * count);
        for (int n = 0; n < count; n++) {
          next[j * count + n] += emissions[offset + t * k + j];
        }
      }
      scores = next;
    }
    return read(transitions, scores, origins, length, count);
  }

  private static void extend(
      Transitions transitions,
      double[] scores,
      int to,
      int count,
      double[] next,
      int[] origins,
      int row) {
    for (int i = 0; i < transitions.labels(); i++) {
      double step = transitions.between(i, to);
      for (int n = 0; n < count; n++) {
        double score = scores[i * count + n] + step;
        if (score <= next[to * count + count - 1]) {
          break;
        }
        insert(score, i * count + n, to * count, count, next, origins, row);
      }
    }
  }

  /**
   * Puts a hypothesis into the descending list of {@code count} at {@code at}, after its equals.
   */
  private static void insert(
      double score, int origin, int at, int count, double[] next, int[] origins, int row) {
    int place = at + count - 1;
    while (place > at && next[place - 1] < score) {
      next[place] = next[place - 1];
      origins[row + place] = origins[row + place - 1];
      place--;
    }
    next[place] = score;
    origins[row + place] = origin;
  }

  private static List<ScoredPath> read(
      Transitions transitions, double[] scores, int[] origins, int length, int count) {
    int k = transitions.labels();
    double[] ends = new double[count];
    int[] hypotheses = new int[count];
    Arrays.fill(ends, Double.NEGATIVE_INFINITY);
    for (int h = 0; h < k * count; h++) {
      double score = scores[h] + transitions.end(h / count);
      if (score > ends[count - 1]) {
        insert(score, h, 0, count, ends, hypotheses, 0);
      }
    }
    List<ScoredPath> paths = new ArrayList<>();
    for (int n = 0; n < count && ends[n] > Double.NEGATIVE_INFINITY; n++) {
      int[] labels = new int[length];
      int hypothesis = hypotheses[n];
      for (int t = length - 1; t >= 0; t--) {
        labels[t] = hypothesis / count;
        hypothesis = origins[t * k * count + hypothesis];
      }
      paths.add(new ScoredPath(labels, ends[n]));
    }
    return paths;
  }
}
