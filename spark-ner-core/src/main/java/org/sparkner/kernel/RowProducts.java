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
 * The products of rows with one {@link WeightMatrix}, in memory of their own that the next product
 * takes again. For one thread at a time. A row of a product does not depend on the other rows.
 */
public interface RowProducts {
  /** The most rows of a product. */
  int MOST_ROWS = 128;

  /**
   * Multiplies.
   *
   * @param rows of A, at most {@link #MOST_ROWS}
   * @param a A[i][p] at {@code offset + i * stride + p}
   */
  void multiply(int rows, float[] a, int offset, int stride);

  /** Where the rows of the last product are; not to be written. */
  float[] values();

  /**
   * Where a row of the last product begins in {@link #values}. Valid until the next call: a library
   * may bring each row to the same place.
   */
  int row(int row);
}
