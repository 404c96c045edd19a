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

package org.sparkner.feature;

import java.util.List;

/** Sparse weights of features, found by the fingerprints of their names. Immutable. */
public final class FeatureTable {
  private final FingerprintMap rows;

  /** The weights of row i are those from {@code begins[i]} to {@code begins[i + 1]}. */
  private final int[] begins;

  private final short[] labels;
  private final float[] weights;
  private final int labelCount;

  private FeatureTable(
      FingerprintMap rows, int[] begins, short[] labels, float[] weights, int labelCount) {
    this.rows = rows;
    this.begins = begins;
    this.labels = labels;
    this.weights = weights;
    this.labelCount = labelCount;
  }

  /**
   * A table of named features.
   *
   * @param names distinct
   * @param counts weights that each feature has; whole numbers
   * @param labels label id of each weight, rising within a feature; whole numbers
   * @param weights as many
   * @param labelCount K
   * @throws IllegalArgumentException if a count or label id is out of its range
   */
  public static FeatureTable of(
      List<String> names, float[] counts, float[] labels, float[] weights, int labelCount) {
    FingerprintMap rows = new FingerprintMap(names.size());
    int[] begins = new int[names.size() + 1];
    for (int row = 0; row < names.size(); row++) {
      String name = names.get(row);
      if (rows.add(Fingerprint.of(name)) != row) {
        throw new IllegalArgumentException("the feature " + name + " like another");
      }
      int count = whole(counts[row], labelCount + 1, "weights of " + name);
      begins[row + 1] = begins[row] + count;
    }
    if (begins[names.size()] != weights.length) {
      throw new IllegalArgumentException(
          weights.length + " weights of features that have " + begins[names.size()]);
    }
    short[] ids = new short[labels.length];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = (short) whole(labels[i], labelCount, "label");
    }
    return new FeatureTable(rows, begins, ids, weights.clone(), labelCount);
  }

  private static int whole(float value, int end, String what) {
    if (!(value >= 0 && value < end) || value != (int) value || end > Short.MAX_VALUE) {
      throw new IllegalArgumentException(value + " for a " + what);
    }
    return (int) value;
  }

  /** K. */
  int labelCount() {
    return labelCount;
  }

  /**
   * Adds the weights of a feature, if it is known.
   *
   * @param sums K values from {@code at}
   * @return whether it is known
   */
  boolean add(long fingerprint, float[] sums, int at) {
    int row = rows.find(fingerprint);
    if (row < 0) {
      return false;
    }
    for (int i = begins[row]; i < begins[row + 1]; i++) {
      sums[at + labels[i]] += weights[i];
    }
    return true;
  }
}
