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
import org.sparkner.tags.LabelSet;

/**
 * The potentials of a linear chain that do not depend on the input: from label to label, into the
 * first and out of the last one. What the label set forbids is −∞, so no forbidden sequence is ever
 * decoded or has probability. Immutable.
 */
public final class Transitions {
  /**
   * Largest potential, either sign, up to which products of exponentials keep every term that
   * matters.
   */
  private static final double MODERATE = 50;

  private final int labels;
  private final double[] between;
  private final double[] begin;
  private final double[] end;
  private final double[] exponential;
  private final boolean moderate;

  private Transitions(int labels, double[] between, double[] begin, double[] end) {
    this.labels = labels;
    this.between = between;
    this.begin = begin;
    this.end = end;
    this.exponential = new double[between.length];
    boolean small = true;
    for (int i = 0; i < between.length; i++) {
      exponential[i] = Math.exp(between[i]);
      small &= Math.abs(between[i]) <= MODERATE || between[i] == Double.NEGATIVE_INFINITY;
    }
    this.moderate = small;
  }

  /**
   * Potentials with the label set's forbidden ones at −∞ in place of the values given.
   *
   * @param between [K × K], from label (row) to label (column); finite
   * @param begin [K]
   * @param end [K]
   */
  public static Transitions of(LabelSet labels, float[] between, float[] begin, float[] end) {
    return of(labels, widen(between), widen(begin), widen(end));
  }

  /** As {@link #of(LabelSet, float[], float[], float[])} in double precision. */
  public static Transitions of(LabelSet labels, double[] between, double[] begin, double[] end) {
    int k = labels.size();
    if (between.length != k * k || begin.length != k || end.length != k) {
      throw new IllegalArgumentException(
          "Transitions of "
              + k
              + " labels want "
              + k * k
              + ", "
              + k
              + " and "
              + k
              + " values, found "
              + between.length
              + ", "
              + begin.length
              + " and "
              + end.length
              + ".");
    }
    double[] legal = between.clone();
    double[] first = begin.clone();
    double[] last = end.clone();
    for (int i = 0; i < k; i++) {
      first[i] = labels.mayBegin(i) ? first[i] : Double.NEGATIVE_INFINITY;
      last[i] = labels.mayEnd(i) ? last[i] : Double.NEGATIVE_INFINITY;
      for (int j = 0; j < k; j++) {
        legal[i * k + j] = labels.mayFollow(i, j) ? legal[i * k + j] : Double.NEGATIVE_INFINITY;
      }
    }
    return new Transitions(k, legal, first, last);
  }

  static double[] widen(float[] values) {
    double[] wide = new double[values.length];
    for (int i = 0; i < wide.length; i++) {
      wide[i] = values[i];
    }
    return wide;
  }

  /** These potentials divided by a temperature above 0; what is forbidden stays so. */
  public Transitions dividedBy(double temperature) {
    return temperature == 1
        ? this
        : new Transitions(
            labels,
            quotients(between, temperature),
            quotients(begin, temperature),
            quotients(end, temperature));
  }

  static double[] quotients(double[] values, double divisor) {
    return Arrays.stream(values).map(value -> value / divisor).toArray();
  }

  /** K. */
  public int labels() {
    return labels;
  }

  /** Potential of {@code to} directly after {@code from}; −∞ where forbidden. */
  public double between(int from, int to) {
    return between[from * labels + to];
  }

  /** Potential of a sequence that begins with this label; −∞ where forbidden. */
  public double begin(int label) {
    return begin[label];
  }

  /** Potential of a sequence that ends with this label; −∞ where forbidden. */
  public double end(int label) {
    return end[label];
  }

  /** Whether every finite potential is small enough for sums of products of exponentials. */
  boolean moderate() {
    return moderate;
  }

  /** exp of {@link #between}, [K × K]; not a copy. */
  double[] exponential() {
    return exponential;
  }

  /**
   * Unnormalised log score of a label sequence: begin, emissions, transitions and end; −∞ for a
   * forbidden one.
   *
   * @param emissions [T × K], row-major
   * @param path T labels, at least one
   */
  public double score(double[] emissions, int[] path) {
    double score = begin[path[0]] + end[path[path.length - 1]];
    for (int t = 0; t < path.length; t++) {
      score += emissions[t * labels + path[t]];
      if (t > 0) {
        score += between(path[t - 1], path[t]);
      }
    }
    return score;
  }
}
