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
 * Tables of rows of few bits, one after the other. Where a table's rows have fewer values, the
 * others are 0.
 *
 * @param dimension values of a row
 * @param tables of at most so many values
 */
public record TieredRows(int dimension, List<QuantisedRows> tables) {
  public TieredRows {
    tables = List.copyOf(tables);
  }

  /** Copies a row, counted from the first of the first table. */
  public void copy(int row, float[] to, int at) {
    Arrays.fill(to, at, at + dimension, 0);
    int within = row;
    for (QuantisedRows table : tables) {
      if (within < table.scales().length) {
        table.add(within, 1, to, at);
        return;
      }
      within -= table.scales().length;
    }
    throw new IndexOutOfBoundsException("row " + row);
  }
}
