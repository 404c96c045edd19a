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
import jdk.incubator.vector.FloatVector;

/**
 * Kernels on the incubating Vector API, for vectors of 8 floats or more. Touch this class only
 * where the module {@code jdk.incubator.vector} is present.
 *
 * <p>The product goes panel by panel of the packed matrix and in blocks of {@link #BLOCK} rows of
 * B, half a first-level cache, so that all rows of A meet a block while it is there. A sum that
 * continues in the next block waits in C, which rounds nothing.
 */
final class VectorKernels implements Kernels {
  /** Rows of a panel of B that the first-level cache holds beside A and C: 28 KB. */
  private static final int BLOCK = 112;

  /** Rows of A and B that a transposed product packs at a time. */
  static final int PACKED_ROWS = 2 * BLOCK;

  private static final int PANEL = PackedMatrix.PANEL;
  private static final int LANES = FloatVector.SPECIES_PREFERRED.length();

  /** Per thread, memory for tiles that leave C and for packed operands. */
  private static final ThreadLocal<Scratch> SCRATCH = ThreadLocal.withInitial(Scratch::new);

  /** Whether the vectors of this machine are long enough. */
  static boolean isWorthwhile() {
    return LANES >= 8;
  }

  @Override
  public String name() {
    return "vector-" + LANES * Float.SIZE;
  }

  @Override
  public void multiply(
      int m,
      float[] a,
      int aOffset,
      int aStride,
      PackedMatrix b,
      float[] c,
      int cOffset,
      int cStride,
      boolean accumulate) {
    if (!accumulate) {
      for (int i = 0; i < m; i++) {
        int row = cOffset + i * cStride;
        Arrays.fill(c, row, row + b.columns(), 0);
      }
    }
    for (int j = 0; j < b.columns(); j += PANEL) {
      int width = Math.min(PANEL, b.columns() - j);
      addPanel(
          m,
          width,
          b.rows(),
          a,
          aOffset,
          aStride,
          b.panels(),
          j * b.rows(),
          c,
          cOffset + j,
          cStride);
    }
  }

  /** C += A·B for one panel of B, of which {@code width} columns are needed. */
  private static void addPanel(
      int m,
      int width,
      int k,
      float[] a,
      int aOffset,
      int aStride,
      float[] panel,
      int panelOffset,
      float[] c,
      int cOffset,
      int cStride) {
    int blocks = (k + BLOCK - 1) / BLOCK;
    for (int block = 0; block < blocks; block++) {
      int from = k * block / blocks;
      int size = k * (block + 1) / blocks - from;
      int column = 0;
      while (column < width) {
        boolean wide = LANES >= 16 && width - column > NarrowTiles.COLUMNS;
        int columns = wide ? WideTiles.COLUMNS : NarrowTiles.COLUMNS;
        int bAt = panelOffset + from * PANEL + column;
        if (column + columns <= width) {
          addTiles(
              wide, m, size, a, aOffset + from, aStride, panel, bAt, c, cOffset + column, cStride);
        } else {
          addPartialTiles(
              wide,
              m,
              width - column,
              size,
              a,
              aOffset + from,
              aStride,
              panel,
              bAt,
              c,
              cOffset + column,
              cStride);
        }
        column += columns;
      }
    }
  }

  private static void addTiles(
      boolean wide,
      int m,
      int k,
      float[] a,
      int aOffset,
      int aStride,
      float[] b,
      int bOffset,
      float[] c,
      int cOffset,
      int cStride) {
    if (wide) {
      WideTiles.multiply(m, k, a, aOffset, aStride, b, bOffset, c, cOffset, cStride);
    } else {
      NarrowTiles.multiply(m, k, a, aOffset, aStride, b, bOffset, c, cOffset, cStride);
    }
  }

  /** Tiles that hang over the last column of C, through a copy of C with room for them. */
  private static void addPartialTiles(
      boolean wide,
      int m,
      int width,
      int k,
      float[] a,
      int aOffset,
      int aStride,
      float[] b,
      int bOffset,
      float[] c,
      int cOffset,
      int cStride) {
    float[] copy = SCRATCH.get().tiles;
    for (int i = 0; i < m; i += Scratch.TILE_ROWS) {
      int rows = Math.min(Scratch.TILE_ROWS, m - i);
      int at = cOffset + i * cStride;
      for (int r = 0; r < rows; r++) {
        System.arraycopy(c, at + r * cStride, copy, r * PANEL, width);
      }
      addTiles(wide, rows, k, a, aOffset + i * aStride, aStride, b, bOffset, copy, 0, PANEL);
      for (int r = 0; r < rows; r++) {
        System.arraycopy(copy, r * PANEL, c, at + r * cStride, width);
      }
    }
  }

  /**
   * {@inheritDoc}
   *
   * <p>In blocks of rows, Aᵀ and each panel of B are packed, which costs a tenth of the product and
   * lets the same tiles do the work.
   */
  @Override
  public void multiplyTransposed(
      int rows,
      int m,
      int n,
      float[] a,
      int aOffset,
      int aStride,
      float[] b,
      int bOffset,
      int bStride,
      float[] c,
      int cOffset,
      int cStride) {
    Scratch scratch = SCRATCH.get();
    int blocks = (rows + PACKED_ROWS - 1) / PACKED_ROWS;
    for (int block = 0; block < blocks; block++) {
      int row = rows * block / blocks;
      int size = rows * (block + 1) / blocks - row;
      float[] transposed = scratch.transpose(size, m, a, aOffset + row * aStride, aStride);
      for (int j = 0; j < n; j += PANEL) {
        int width = Math.min(PANEL, n - j);
        float[] panel = scratch.panel(size, width, b, bOffset + row * bStride + j, bStride);
        addPanel(m, width, size, transposed, 0, size, panel, 0, c, cOffset + j, cStride);
      }
    }
  }

  @Override
  public void lstmForward(
      int rows,
      int hidden,
      float[] gates,
      int gatesOffset,
      float[] previousCell,
      int previousCellOffset,
      float[] cell,
      float[] cellTanh,
      int cellOffset,
      float[] output,
      int outputOffset,
      int outputStride) {
    if (hidden < LANES) {
      KernelProvider.plain()
          .lstmForward(
              rows,
              hidden,
              gates,
              gatesOffset,
              previousCell,
              previousCellOffset,
              cell,
              cellTanh,
              cellOffset,
              output,
              outputOffset,
              outputStride);
      return;
    }
    Scratch scratch = SCRATCH.get();
    boolean first = previousCell == null;
    float[] before = first ? scratch.zeros(hidden) : previousCell;
    for (int r = 0; r < rows; r++) {
      int at = gatesOffset + r * 4 * hidden;
      int to = cellOffset + r * hidden;
      int out = outputOffset + r * outputStride;
      VectorGates.activate(gates, at, hidden, scratch.tiles);
      VectorGates.updateCell(
          gates,
          at,
          hidden,
          before,
          first ? 0 : previousCellOffset + r * hidden,
          cell,
          to,
          cellTanh == null ? output : cellTanh,
          cellTanh == null ? out : to,
          output,
          out);
    }
  }

  @Override
  public void lstmStep(
      int rows,
      int hidden,
      float[][] projections,
      int first,
      int column,
      RowProducts products,
      float[] cells,
      float[] states,
      int offset,
      int stride) {
    if (hidden < LANES) {
      KernelProvider.plain()
          .lstmStep(
              rows, hidden, projections, first, column, products, cells, states, offset, stride);
      return;
    }
    Scratch scratch = SCRATCH.get();
    float[] gates = scratch.gates(hidden);
    float[] zeros = scratch.zeros(4 * hidden);
    for (int r = 0; r < rows; r++) {
      int product = products == null ? 0 : products.row(r);
      float[] values = products == null ? zeros : products.values();
      VectorGates.tanhOfSum(projections[first + r], column, values, product, gates, 4 * hidden);
      VectorGates.stepCell(gates, hidden, cells, states, offset + r * stride);
    }
  }

  @Override
  public void toSteps(float[] values, int offset, byte[] steps, int stepsOffset, int length) {
    if (length < LANES) {
      KernelProvider.plain().toSteps(values, offset, steps, stepsOffset, length);
    } else {
      VectorGates.toSteps(values, offset, steps, stepsOffset, length);
    }
  }

  @Override
  public void lstmBackward(
      int rows,
      int hidden,
      float[] gates,
      int gatesOffset,
      float[] previousCell,
      int previousCellOffset,
      float[] cellTanh,
      int cellOffset,
      float[] outputGradient,
      int gradientOffset,
      float[] cellGradient) {
    float[] before = previousCell == null ? SCRATCH.get().zeros(hidden) : previousCell;
    for (int r = 0; r < rows; r++) {
      int from = previousCell == null ? 0 : previousCellOffset + r * hidden;
      VectorGates.backward(
          gates,
          gatesOffset + r * 4 * hidden,
          hidden,
          before,
          from,
          cellTanh,
          cellOffset + r * hidden,
          outputGradient,
          gradientOffset + r * hidden,
          cellGradient,
          r * hidden);
    }
  }

  @Override
  public void tanh(float[] x, int offset, int length) {
    VectorGates.tanh(x, offset, length, SCRATCH.get().tiles);
  }

  @Override
  public void chainProduct(
      double[] x, int xAt, double[] matrix, int rows, int stride, double[] y, int yAt) {
    VectorChain.product(x, xAt, matrix, rows, stride, y, yAt);
  }

  @Override
  public void chainMaximum(
      double[] x, int xAt, double[] matrix, int rows, int stride, double[] y, int yAt) {
    VectorChain.maximum(x, xAt, matrix, rows, stride, y, yAt);
  }

  @Override
  public void exp(double[] x, int offset, int length) {
    int whole = length - length % VectorExponential.LANES;
    VectorExponential.exp(x, offset, whole);
    KernelProvider.plain().exp(x, offset + whole, length - whole);
  }

  @Override
  public void sigmoid(float[] x, int offset, int length) {
    VectorGates.sigmoid(x, offset, length, SCRATCH.get().tiles);
  }
}
