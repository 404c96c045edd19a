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

  /** The potentials of a sentence; −∞ where something is forbidden. */
  private interface Potentials {
    /** Of a label at the first token. */
    double begin(int label);

    /** Of a label after another one, without the emission. */
    double between(int token, int from, int to);

    /** Of a label at a later token. */
    double emission(int token, int label);

    /** Of a label at the last token, without the emission. */
    double end(int label);
  }

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
    int k = transitions.labels();
    Potentials potentials =
        new Potentials() {
          @Override
          public double begin(int label) {
            return transitions.begin(label) + emissions[offset + label];
          }

          @Override
          public double between(int token, int from, int to) {
            return transitions.between(from, to);
          }

          @Override
          public double emission(int token, int label) {
            return emissions[offset + token * k + label];
          }

          @Override
          public double end(int label) {
            return transitions.end(label);
          }
        };
    return best(potentials, k, length, count);
  }

  /**
   * The best legal sequences of a chain whose emissions hold the transitions, best first.
   *
   * @param emissions [T × (K + K²)] from {@code offset}, row-major
   * @param length T, at least 1
   * @param count how many, at least 1; fewer come back where fewer exist
   */
  public static List<ScoredPath> best(
      BigramChain chain, float[] emissions, int offset, int length, int count) {
    int k = chain.labels();
    boolean[] legal = new boolean[k * k];
    for (int to = 0; to < k; to++) {
      for (int from : chain.before(to)) {
        legal[from * k + to] = true;
      }
    }
    Potentials potentials =
        new Potentials() {
          @Override
          public double begin(int label) {
            return chain.begin(label) + emissions[offset + label];
          }

          @Override
          public double between(int token, int from, int to) {
            return legal[from * k + to]
                ? emissions[offset + token * chain.stride() + chain.pair(from, to)]
                : Double.NEGATIVE_INFINITY;
          }

          @Override
          public double emission(int token, int label) {
            return emissions[offset + token * chain.stride() + label];
          }

          @Override
          public double end(int label) {
            return chain.end(label);
          }
        };
    return best(potentials, k, length, count);
  }

  /**
   * The best label sequences where nothing lies between labels and nothing is forbidden.
   *
   * @param labels K
   */
  static List<ScoredPath> best(int labels, float[] emissions, int offset, int length, int count) {
    Potentials potentials =
        new Potentials() {
          @Override
          public double begin(int label) {
            return emissions[offset + label];
          }

          @Override
          public double between(int token, int from, int to) {
            return 0;
          }

          @Override
          public double emission(int token, int label) {
            return emissions[offset + token * labels + label];
          }

          @Override
          public double end(int label) {
            return 0;
          }
        };
    return best(potentials, labels, length, count);
  }

  private static List<ScoredPath> best(Potentials potentials, int k, int length, int count) {
    if (length < 1 || count < 1) {
      throw new IllegalArgumentException(
          "Viterbi needs at least one token and one path, found " + length + " and " + count + ".");
    }
    double[] scores = new double[k * count];
    Arrays.fill(scores, Double.NEGATIVE_INFINITY);
    for (int j = 0; j < k; j++) {
      scores[j * count] = potentials.begin(j);
    }
    // Entry (t, j, n) names the hypothesis of step t - 1, label * count + rank, that the n-th of j
    // extends.
    int[] origins = new int[Math.multiplyExact(length, k * count)];
    for (int t = 1; t < length; t++) {
      double[] next = new double[k * count];
      Arrays.fill(next, Double.NEGATIVE_INFINITY);
      for (int j = 0; j < k; j++) {
        for (int i = 0; i < k; i++) {
          double step = potentials.between(t, i, j);
          extend(scores, i, step, j, count, next, origins, t * k * count);
        }
        for (int n = 0; n < count; n++) {
          next[j * count + n] += potentials.emission(t, j);
        }
      }
      scores = next;
    }
    return read(potentials, scores, origins, k, length, count);
  }

  private static void extend(
      double[] scores,
      int from,
      double step,
      int to,
      int count,
      double[] next,
      int[] origins,
      int row) {
    for (int n = 0; n < count; n++) {
      double score = scores[from * count + n] + step;
      if (score <= next[to * count + count - 1]) {
        break;
      }
      insert(score, from * count + n, to * count, count, next, origins, row);
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
      Potentials potentials, double[] scores, int[] origins, int k, int length, int count) {
    double[] ends = new double[count];
    int[] hypotheses = new int[count];
    Arrays.fill(ends, Double.NEGATIVE_INFINITY);
    for (int h = 0; h < k * count; h++) {
      double score = scores[h] + potentials.end(h / count);
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
