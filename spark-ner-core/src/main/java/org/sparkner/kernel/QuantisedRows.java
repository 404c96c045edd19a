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
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rows of floats in few bits. Each value is a whole number times the scale of its row.
 *
 * <ul>
 *   <li>Where all values have as many bits, whole numbers are from -127 to 127 in 8 bits and from
 *       -7 to 7 in 4, and the largest value of a row is the largest number: so each is off by half
 *       of a scale at most.
 *   <li>Where each value has its own number of bits b, they are the halves from 1/2 - 2ᵇ⁻¹ to 2ᵇ⁻¹
 *       - 1/2, so that one bit tells the sign, and the scale is the one whose squared errors add up
 *       to the least: larger values are off by more.
 * </ul>
 *
 * Bits follow each other, the lowest of a byte first; a row begins with a byte of its own.
 *
 * @param bits of the values of a row
 * @param dimension values of a row, at least 1
 * @param bytes of the values, row by row; not copied
 * @param scales of the rows, finite and not negative; not copied
 */
public record QuantisedRows(RowBits bits, int dimension, byte[] bytes, float[] scales) {
  /** Scales that are tried for a row, from the one that has room for all values. */
  private static final int SCALES = 36;

  /** From a scale that is tried to the next. */
  private static final float SMALLER = 0.94f;

  /** Rows of zeros. */
  public static QuantisedRows zeros(int rows, RowBits bits, int dimension) {
    byte[] bytes = new byte[Math.multiplyExact(rows, bits.rowBytes(dimension))];
    return new QuantisedRows(bits, dimension, bytes, new float[rows]);
  }

  /** Rounds a table, row-major. */
  public static QuantisedRows of(float[] table, RowBits bits, int dimension) {
    QuantisedRows rows = zeros(table.length / dimension, bits, dimension);
    IntStream.range(0, rows.scales.length)
        .parallel()
        .forEach(
            row -> {
              if (bits.hasEach()) {
                rows.roundEach(row, table);
              } else {
                rows.round(row, table);
              }
            });
    return rows;
  }

  private void round(int row, float[] table) {
    int from = row * dimension;
    int most = (1 << bits.equal() - 1) - 1;
    float scale = 0;
    for (int i = 0; i < dimension; i++) {
      scale = Math.max(scale, Math.abs(table[from + i]) / most);
    }
    scales[row] = scale;
    for (int i = 0; i < dimension && scale > 0; i++) {
      int rounded = Math.round(table[from + i] / scale);
      put(row, i, Math.max(-most, Math.min(most, rounded)));
    }
  }

  private void put(int row, int i, int value) {
    int begin = begin(row);
    if (bits.equal() == Byte.SIZE) {
      bytes[begin + i] = (byte) value;
    } else {
      bytes[begin + i / 2] |= (byte) ((value & 0xf) << 4 * (i % 2));
    }
  }

  private void roundEach(int row, float[] table) {
    int from = row * dimension;
    float scale = 0;
    for (int i = 0; i < dimension; i++) {
      scale = Math.max(scale, Math.abs(table[from + i]) / largest(bits.each().get(i)));
    }
    scale = HalfFloat.toFloat(HalfFloat.of(scale));
    double least = Double.POSITIVE_INFINITY;
    for (int tried = 0; tried < SCALES && scale > 0; tried++) {
      double error = error(table, from, scale);
      if (error < least) {
        least = error;
        scales[row] = scale;
      }
      scale = HalfFloat.toFloat(HalfFloat.of(scale * SMALLER));
    }
    int begin = begin(row);
    int bit = 0;
    for (int i = 0; i < dimension && scales[row] > 0; i++) {
      int width = bits.each().get(i);
      int code = code(table[from + i] / scales[row], width);
      for (int b = 0; b < width; b++, bit++) {
        bytes[begin + bit / Byte.SIZE] |= (byte) ((code >> b & 1) << bit % Byte.SIZE);
      }
    }
  }

  private double error(float[] table, int from, float scale) {
    double sum = 0;
    for (int i = 0; i < dimension; i++) {
      int width = bits.each().get(i);
      float value = table[from + i] / scale;
      float difference = value - half(code(value, width), width);
      sum += difference * difference;
    }
    return sum * scale * scale;
  }

  private static float largest(int width) {
    return (1 << width - 1) - 0.5f;
  }

  /** The place of the half that is nearest to a value, from 0. */
  private static int code(float value, int width) {
    int code = (int) Math.floor(value) + (1 << width - 1);
    return Math.max(0, Math.min((1 << width) - 1, code));
  }

  private static float half(int code, int width) {
    return code - (1 << width - 1) + 0.5f;
  }

  /** Where a row begins. */
  private int begin(int row) {
    return row * (bytes.length / scales.length);
  }

  /** Copies a row. */
  public void copy(int row, float[] to, int at) {
    Arrays.fill(to, at, at + dimension, 0);
    add(row, 1, to, at);
  }

  /** Adds a row times a factor. */
  public void add(int row, float factor, float[] to, int at) {
    add(bits, dimension, bytes, begin(row), scales[row] * factor, to, at);
  }

  /** Adds the row that begins at a byte, times a scale. */
  static void add(
      RowBits bits, int dimension, byte[] bytes, int begin, float scale, float[] to, int at) {
    switch (bits.equal()) {
      case RowBits.MANY -> {
        for (int i = 0; i < dimension; i++) {
          to[at + i] += bytes[begin + i] * scale;
        }
      }
      case RowBits.FEW -> {
        for (int i = 0; i < dimension; i += 2) {
          to[at + i] += ((byte) (bytes[begin + i / 2] << 4) >> 4) * scale;
        }
        for (int i = 1; i < dimension; i += 2) {
          to[at + i] += (bytes[begin + i / 2] >> 4) * scale;
        }
      }
      default -> addEach(bits.each(), bytes, begin, scale, to, at);
    }
  }

  private static void addEach(
      List<Integer> widths, byte[] bytes, int begin, float scale, float[] to, int at) {
    int bit = 0;
    for (int i = 0; i < widths.size(); i++) {
      int width = widths.get(i);
      int from = begin + bit / Byte.SIZE;
      int shift = bit % Byte.SIZE;
      int pair = bytes[from] & 0xff;
      if (shift + width > Byte.SIZE) {
        pair |= (bytes[from + 1] & 0xff) << Byte.SIZE;
      }
      int code = pair >> shift & (1 << width) - 1;
      to[at + i] += half(code, width) * scale;
      bit += width;
    }
  }
}
