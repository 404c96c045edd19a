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

import java.util.stream.IntStream;
import org.sparkner.tags.LabelSet;

/**
 * A linear chain whose potentials between labels depend on the input (Ma &amp; Hovy 2016, section
 * 2.3): a token has a row of scores, those of its K labels and then those of the K × K pairs of the
 * label before, first, and its own. The pairs of the first token count for nothing. Potentials of
 * the first and of the last label are the same for all sentences. Pairs that the label set forbids
 * are not on any path. Immutable.
 */
public final class BigramChain {
  private final int labels;
  private final double[] begin;
  private final double[] end;
  private final int[][] before;
  private final int[][] after;

  private BigramChain(int labels, double[] begin, double[] end, int[][] before, int[][] after) {
    this.labels = labels;
    this.begin = begin;
    this.end = end;
    this.before = before;
    this.after = after;
  }

  private BigramChain(LabelSet set, double[] begin, double[] end) {
    labels = set.size();
    this.begin = begin;
    this.end = end;
    before = new int[labels][];
    after = new int[labels][];
    for (int j = 0; j < labels; j++) {
      int label = j;
      before[j] = IntStream.range(0, labels).filter(i -> set.mayFollow(i, label)).toArray();
      after[j] = IntStream.range(0, labels).filter(i -> set.mayFollow(label, i)).toArray();
    }
  }

  /**
   * A chain over these labels.
   *
   * @param begin [K], finite; where the label set forbids to begin, −∞ takes the value's place
   * @param end [K] likewise
   */
  public static BigramChain of(LabelSet labels, double[] begin, double[] end) {
    int k = labels.size();
    if (begin.length != k || end.length != k) {
      throw new IllegalArgumentException(
          "A chain of " + k + " labels found " + begin.length + " and " + end.length + " values.");
    }
    double[] first = begin.clone();
    double[] last = end.clone();
    for (int i = 0; i < k; i++) {
      first[i] = labels.mayBegin(i) ? first[i] : Double.NEGATIVE_INFINITY;
      last[i] = labels.mayEnd(i) ? last[i] : Double.NEGATIVE_INFINITY;
    }
    return new BigramChain(labels, first, last);
  }

  /** As {@link #of(LabelSet, double[], double[])} from single precision. */
  public static BigramChain of(LabelSet labels, float[] begin, float[] end) {
    return of(labels, Transitions.widen(begin), Transitions.widen(end));
  }

  /** This chain with begin and end divided by a temperature above 0. */
  public BigramChain dividedBy(double temperature) {
    return new BigramChain(
        labels,
        Transitions.quotients(begin, temperature),
        Transitions.quotients(end, temperature),
        before,
        after);
  }

  /** K. */
  public int labels() {
    return labels;
  }

  /** Scores of a token, K + K². */
  public int stride() {
    return labels + labels * labels;
  }

  /** Where in a token's row the score of a pair stands. */
  public int pair(int from, int to) {
    return labels + from * labels + to;
  }

  /** Potential of a sequence that begins with this label; −∞ where forbidden. */
  public double begin(int label) {
    return begin[label];
  }

  /** Potential of a sequence that ends with this label; −∞ where forbidden. */
  public double end(int label) {
    return end[label];
  }

  /** The labels that may stand before one, rising; not a copy. */
  int[] before(int label) {
    return before[label];
  }

  /** The labels that may stand after one, rising; not a copy. */
  int[] after(int label) {
    return after[label];
  }

  /**
   * Unnormalised log score of a legal label sequence.
   *
   * @param scores [T × (K + K²)] from {@code offset}, row-major
   * @param path T labels, at least one
   */
  public double score(double[] scores, int offset, int[] path) {
    double sum = begin[path[0]] + end[path[path.length - 1]];
    for (int t = 0; t < path.length; t++) {
      int row = offset + t * stride();
      sum += scores[row + path[t]];
      if (t > 0) {
        sum += scores[row + pair(path[t - 1], path[t])];
      }
    }
    return sum;
  }
}
