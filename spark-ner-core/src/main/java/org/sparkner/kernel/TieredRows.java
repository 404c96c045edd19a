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

/**
 * Rows as {@link QuantisedRows} has them, of which those that follow each other have the same bits.
 * Where a row has bits of fewer values, the others are 0.
 */
public final class TieredRows {
  private final int dimension;
  private final List<RowBits> bits;
  private final byte[] bytes;
  private final float[] scales;

  /** Rows up to the end of each tier. */
  private final int[] ends;

  /** Bytes before each tier. */
  private final int[] begins;

  private final int[] rowBytes;

  /**
   * Takes a table.
   *
   * @param dimension values of a row
   * @param bits of the rows of each tier
   * @param rows of each tier
   * @param bytes of all values; not copied
   * @param scales of all rows; not copied
   */
  public TieredRows(int dimension, List<RowBits> bits, int[] rows, byte[] bytes, float[] scales) {
    this.dimension = dimension;
    this.bits = List.copyOf(bits);
    this.bytes = bytes;
    this.scales = scales;
    ends = rows.clone();
    Arrays.parallelPrefix(ends, Integer::sum);
    rowBytes = bits.stream().mapToInt(tier -> tier.rowBytes(dimension)).toArray();
    begins = new int[rows.length];
    for (int tier = 1; tier < rows.length; tier++) {
      begins[tier] = begins[tier - 1] + rows[tier - 1] * rowBytes[tier - 1];
    }
  }

  /** Values of a row. */
  public int dimension() {
    return dimension;
  }

  /** Copies a row. */
  public void copy(int row, float[] to, int at) {
    int tier = 0;
    while (row >= ends[tier]) {
      tier++;
    }
    int within = tier == 0 ? row : row - ends[tier - 1];
    int begin = begins[tier] + within * rowBytes[tier];
    Arrays.fill(to, at, at + dimension, 0);
    QuantisedRows.add(bits.get(tier), dimension, bytes, begin, scales[row], to, at);
  }
}
