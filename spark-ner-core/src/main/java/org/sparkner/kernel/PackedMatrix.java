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
 * A matrix B [k × n] laid out for products A·B: panels of {@link #PANEL} columns, within a panel
 * row by row, the last panel filled up with zeros. One layout for all kernels, so that packing is
 * done once whatever kernel runs.
 */
public final class PackedMatrix {
  /** Columns of a panel: four vectors of 16 floats. */
  public static final int PANEL = 64;

  private final int rows;
  private final int columns;
  private final float[] panels;

  /** An empty matrix of the size given; fill it with {@link #pack} or {@link #packTransposed}. */
  public PackedMatrix(int rows, int columns) {
    this.rows = rows;
    this.columns = columns;
    this.panels = new float[Math.multiplyExact(rows, paddedColumns(columns))];
  }

  /** Columns rounded up to whole panels. */
  public static int paddedColumns(int columns) {
    return (columns + PANEL - 1) / PANEL * PANEL;
  }

  /** k, the rows of B. */
  public int rows() {
    return rows;
  }

  /** n, the columns of B without padding. */
  public int columns() {
    return columns;
  }

  /** The panels: column j of row i is at {@code (j / PANEL * rows + i) * PANEL + j % PANEL}. */
  float[] panels() {
    return panels;
  }

  /** Packs B from row-major storage: B[i][j] at {@code offset + i * stride + j}. */
  public PackedMatrix pack(float[] source, int offset, int stride) {
    for (int j = 0; j < columns; j += PANEL) {
      int width = Math.min(PANEL, columns - j);
      for (int i = 0; i < rows; i++) {
        System.arraycopy(
            source, offset + i * stride + j, panels, (j / PANEL * rows + i) * PANEL, width);
      }
    }
    return this;
  }

  /** Packs B from column-major storage: B[i][j] at {@code offset + j * stride + i}. */
  public PackedMatrix packTransposed(float[] source, int offset, int stride) {
    // Whole rows of a panel, one after another: memory likes that better than squares that touch a
    // part of each of many rows.
    for (int j = 0; j < columns; j += PANEL) {
      int width = Math.min(PANEL, columns - j);
      int to = j / PANEL * rows * PANEL;
      int from = offset + j * stride;
      int i = 0;
      for (; i + 3 < rows; i += 4) {
        packFourRows(source, from + i, stride, to + i * PANEL, width);
      }
      for (; i < rows; i++) {
        for (int p = 0; p < width; p++) {
          panels[to + i * PANEL + p] = source[from + i + p * stride];
        }
      }
    }
    return this;
  }

  private void packFourRows(float[] source, int offset, int stride, int to, int width) {
    int from = offset;
    for (int p = to; p < to + width; p++) {
      panels[p] = source[from];
      panels[p + PANEL] = source[from + 1];
      panels[p + 2 * PANEL] = source[from + 2];
      panels[p + 3 * PANEL] = source[from + 3];
      from += stride;
    }
  }
}
