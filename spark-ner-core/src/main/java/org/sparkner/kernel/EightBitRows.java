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

package org.sparkner.kernel;

/**
 * Rows of floats in 8 bits: each value is a whole number from -127 to 127 times the scale of its
 * row, so that it is off by half of a scale at most.
 *
 * @param dimension values of a row, at least 1
 * @param values row-major, [rows × dimension]; not copied
 * @param scales [rows], finite and not negative; not copied
 */
public record EightBitRows(int dimension, byte[] values, float[] scales) {
  private static final int LARGEST = 127;

  /** Rounds a table, row-major. A row of zeros stays one. */
  public static EightBitRows of(float[] table, int dimension) {
    int rows = table.length / dimension;
    byte[] values = new byte[table.length];
    float[] scales = new float[rows];
    for (int row = 0; row < rows; row++) {
      int from = row * dimension;
      float largest = 0;
      for (int i = from; i < from + dimension; i++) {
        largest = Math.max(largest, Math.abs(table[i]));
      }
      scales[row] = largest / LARGEST;
      for (int i = from; i < from + dimension; i++) {
        values[i] = rounded(table[i], scales[row]);
      }
    }
    return new EightBitRows(dimension, values, scales);
  }

  /** A scale that is as small as floats can be is not exactly a 127th. */
  private static byte rounded(float value, float scale) {
    return scale == 0 ? 0 : (byte) Math.max(-LARGEST, Math.min(LARGEST, Math.round(value / scale)));
  }

  /** Copies a row. */
  public void copy(int row, float[] to, int at) {
    int from = row * dimension;
    for (int i = 0; i < dimension; i++) {
      to[at + i] = values[from + i] * scales[row];
    }
  }

  /** Adds a row times a factor. */
  public void add(int row, float factor, float[] to, int at) {
    int from = row * dimension;
    float scale = scales[row] * factor;
    for (int i = 0; i < dimension; i++) {
      to[at + i] += values[from + i] * scale;
    }
  }
}
