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
 * Plain Java: the reference that every other implementation is tested against, and the fallback.
 * The inner loops run over neighbouring floats and write one row, four terms of a sum at a time, in
 * the shape that the just-in-time compiler turns into vectors by itself.
 */
final class PlainKernels implements Kernels {
  private static final int PANEL = PackedMatrix.PANEL;

  @Override
  public String name() {
    return "plain";
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
    int k = b.rows();
    float[] panels = b.panels();
    for (int j = 0; j < b.columns(); j += PANEL) {
      int width = Math.min(PANEL, b.columns() - j);
      for (int i = 0; i < m; i++) {
        int to = cOffset + i * cStride + j;
        if (!accumulate) {
          Arrays.fill(c, to, to + width, 0);
        }
        int from = aOffset + i * aStride;
        int p = 0;
        for (; p <= k - 4; p += 4) {
          addRows(
              a[from + p],
              a[from + p + 1],
              a[from + p + 2],
              a[from + p + 3],
              panels,
              j * k + p * PANEL,
              PANEL,
              c,
              to,
              width);
        }
        for (; p < k; p++) {
          addRow(a[from + p], panels, j * k + p * PANEL, c, to, width);
        }
      }
    }
  }

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
    int r = 0;
    for (; r <= rows - 4; r += 4) {
      int from = aOffset + r * aStride;
      for (int i = 0; i < m; i++) {
        addRows(
            a[from + i],
            a[from + aStride + i],
            a[from + 2 * aStride + i],
            a[from + 3 * aStride + i],
            b,
            bOffset + r * bStride,
            bStride,
            c,
            cOffset + i * cStride,
            n);
      }
    }
    for (; r < rows; r++) {
      for (int i = 0; i < m; i++) {
        addRow(a[aOffset + r * aStride + i], b, bOffset + r * bStride, c, cOffset + i * cStride, n);
      }
    }
  }

  /** c += w·row + x·(row after it) + y·(…) + z·(…). */
  private static void addRows(
      float w,
      float x,
      float y,
      float z,
      float[] b,
      int from,
      int stride,
      float[] c,
      int to,
      int length) {
    int second = from + stride;
    int third = second + stride;
    int fourth = third + stride;
    for (int q = 0; q < length; q++) {
      c[to + q] += w * b[from + q] + x * b[second + q] + y * b[third + q] + z * b[fourth + q];
    }
  }

  private static void addRow(float w, float[] b, int from, float[] c, int to, int length) {
    for (int q = 0; q < length; q++) {
      c[to + q] += w * b[from + q];
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
    for (int r = 0; r < rows; r++) {
      int i = gatesOffset + r * 4 * hidden;
      int f = i + hidden;
      int g = f + hidden;
      int o = g + hidden;
      int to = cellOffset + r * hidden;
      int out = outputOffset + r * outputStride;
      sigmoid(gates, i, 2 * hidden);
      tanh(gates, g, hidden);
      sigmoid(gates, o, hidden);
      for (int j = 0; j < hidden; j++) {
        cell[to + j] = gates[i + j] * gates[g + j];
      }
      if (previousCell != null) {
        int from = previousCellOffset + r * hidden;
        for (int j = 0; j < hidden; j++) {
          cell[to + j] += gates[f + j] * previousCell[from + j];
        }
      }
      System.arraycopy(cell, to, output, out, hidden);
      tanh(output, out, hidden);
      if (cellTanh != null) {
        System.arraycopy(output, out, cellTanh, to, hidden);
      }
      for (int j = 0; j < hidden; j++) {
        output[out + j] *= gates[o + j];
      }
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
    for (int r = 0; r < rows; r++) {
      int at = gatesOffset + r * 4 * hidden;
      for (int j = 0; j < hidden; j++) {
        float i = gates[at + j];
        float f = gates[at + hidden + j];
        float g = gates[at + 2 * hidden + j];
        float o = gates[at + 3 * hidden + j];
        float tanh = cellTanh[cellOffset + r * hidden + j];
        float before = previousCell == null ? 0 : previousCell[previousCellOffset + r * hidden + j];
        float dh = outputGradient[gradientOffset + r * hidden + j];
        float dc = cellGradient[r * hidden + j] + dh * o * (1 - tanh * tanh);
        gates[at + j] = dc * g * i * (1 - i);
        gates[at + hidden + j] = dc * before * f * (1 - f);
        gates[at + 2 * hidden + j] = dc * i * (1 - g * g);
        gates[at + 3 * hidden + j] = dh * tanh * o * (1 - o);
        cellGradient[r * hidden + j] = dc * f;
      }
    }
  }

  @Override
  public void tanh(float[] x, int offset, int length) {
    for (int i = offset; i < offset + length; i++) {
      x[i] = RationalTanh.tanh(x[i]);
    }
  }

  @Override
  public void sigmoid(float[] x, int offset, int length) {
    for (int i = offset; i < offset + length; i++) {
      x[i] = RationalTanh.sigmoid(x[i]);
    }
  }
}
