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

/** Makes matrices for products of one precision or the other. */
public interface ProductLibrary {
  /** Up to here a sum of 8-bit products is below 2²⁴, so that a float holds it exactly. */
  int MOST_INT8_ROWS = (1 << 24) / (Int8Weights.STEPS * Int8Weights.STEPS);

  /** A short name for the log, such as {@code oneDNN}. */
  String name();

  /**
   * A matrix for products in single precision.
   *
   * @param weights B, row-major
   */
  WeightMatrix single(float[] weights, int rows, int columns);

  /**
   * A matrix for products on 8-bit integers, which every library computes to the same bits: entries
   * of A in steps of 1/127, so they must be within [-1, 1]; entries of B in 127 steps of a scale of
   * their column; exact 32-bit sums; one multiplication of a sum with its scale.
   *
   * @param weights B, row-major; at most {@link #MOST_INT8_ROWS} rows
   */
  WeightMatrix int8(float[] weights, int rows, int columns);
}
