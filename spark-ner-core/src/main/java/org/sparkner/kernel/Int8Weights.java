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
 * A matrix in 8 bits: the entries of a column are -127 to 127 times a scale.
 *
 * @param steps row-major
 * @param scales of a product's columns, where entries of A too come in steps of 1/127
 */
record Int8Weights(byte[] steps, float[] scales, int rows, int columns) {
  /** Steps on either side of zero. */
  static final int STEPS = 127;

  /** What makes a step of A an unsigned byte. */
  static final int ZERO_POINT = 128;

  /** Added to a float below 2²², it rounds to a whole number, half to even, in the lowest bits. */
  static final float ROUNDER = 3 << 22;

  static Int8Weights of(float[] weights, int rows, int columns) {
    if (rows > ProductLibrary.MOST_INT8_ROWS) {
      throw new IllegalArgumentException(
          "A product on 8-bit integers needs at most "
              + ProductLibrary.MOST_INT8_ROWS
              + " rows of weights, found "
              + rows
              + ".");
    }
    byte[] steps = new byte[rows * columns];
    float[] scales = new float[columns];
    for (int j = 0; j < columns; j++) {
      float most = 0;
      for (int i = 0; i < rows; i++) {
        most = Math.max(most, Math.abs(weights[i * columns + j]));
      }
      float scale = most / STEPS;
      for (int i = 0; i < rows && scale > 0; i++) {
        steps[i * columns + j] = (byte) Math.round(weights[i * columns + j] / scale);
      }
      scales[j] = scale / STEPS;
    }
    return new Int8Weights(steps, scales, rows, columns);
  }
}
