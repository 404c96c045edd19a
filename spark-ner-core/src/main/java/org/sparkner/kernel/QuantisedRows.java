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

import java.util.Arrays;

/**
 * Rows of floats in few bits: each value is a whole number times the scale of its row, from -127 to
 * 127 in 8 bits and from -7 to 7 in 4, so that it is off by half of a scale at most. In 4 bits two
 * values share a byte, the first in its lower half.
 *
 * @param bits of a value, 4 or 8
 * @param dimension values of a row, at least 1
 * @param bytes of the values, row by row; a row begins with a byte of its own. Not copied
 * @param scales of the rows, finite and not negative; not copied
 */
public record QuantisedRows(int bits, int dimension, byte[] bytes, float[] scales) {
  /** Bytes of a row. */
  public static int rowBytes(int bits, int dimension) {
    return bits == Byte.SIZE ? dimension : (dimension + 1) / 2;
  }

  /** Rows of zeros. */
  public static QuantisedRows zeros(int rows, int bits, int dimension) {
    byte[] bytes = new byte[Math.multiplyExact(rows, rowBytes(bits, dimension))];
    return new QuantisedRows(bits, dimension, bytes, new float[rows]);
  }

  /** Rounds a table, row-major. */
  public static QuantisedRows of(float[] table, int bits, int dimension) {
    QuantisedRows rows = zeros(table.length / dimension, bits, dimension);
    int most = (1 << bits - 1) - 1;
    for (int row = 0; row < rows.scales.length; row++) {
      int from = row * dimension;
      float largest = 0;
      for (int i = 0; i < dimension; i++) {
        largest = Math.max(largest, Math.abs(table[from + i]));
      }
      float scale = largest / most;
      rows.scales[row] = scale;
      for (int i = 0; i < dimension && scale > 0; i++) {
        int rounded = Math.round(table[from + i] / scale);
        rows.put(row, i, Math.max(-most, Math.min(most, rounded)));
      }
    }
    return rows;
  }

  private void put(int row, int i, int value) {
    int begin = row * rowBytes(bits, dimension);
    if (bits == Byte.SIZE) {
      bytes[begin + i] = (byte) value;
    } else {
      bytes[begin + i / 2] |= (byte) ((value & 0xf) << 4 * (i % 2));
    }
  }

  /** Copies a row. */
  public void copy(int row, float[] to, int at) {
    Arrays.fill(to, at, at + dimension, 0);
    add(row, 1, to, at);
  }

  /** Adds a row times a factor. */
  public void add(int row, float factor, float[] to, int at) {
    int begin = row * rowBytes(bits, dimension);
    float scale = scales[row] * factor;
    if (bits == Byte.SIZE) {
      for (int i = 0; i < dimension; i++) {
        to[at + i] += bytes[begin + i] * scale;
      }
      return;
    }
    for (int i = 0; i < dimension; i += 2) {
      to[at + i] += ((byte) (bytes[begin + i / 2] << 4) >> 4) * scale;
    }
    for (int i = 1; i < dimension; i += 2) {
      to[at + i] += (bytes[begin + i / 2] >> 4) * scale;
    }
  }
}
