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
 *
 * <p>The just-in-time compiler makes vectors of a loop by itself only where every array in it is
 * indexed from 0. So both products copy rows of B to arrays of their own, and bring every row of C
 * that needs them to another.
 */
final class PlainKernels implements Kernels {
  private static final int PANEL = PackedMatrix.PANEL;

  /** Rows of B that are added to a row of C while it is at hand. */
  private static final int BLOCK = 16;

  private static final ThreadLocal<Rows> ROWS = ThreadLocal.withInitial(Rows::new);

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
    if (!accumulate) {
      for (int i = 0; i < m; i++) {
        int row = cOffset + i * cStride;
        Arrays.fill(c, row, row + b.columns(), 0);
      }
    }
    Rows rows = ROWS.get();
    int k = b.rows();
    for (int j = 0; j < b.columns(); j += PANEL) {
      int width = Math.min(PANEL, b.columns() - j);
      for (int p = 0; p < k; p += BLOCK) {
        int count = Math.min(BLOCK, k - p);
        rows.load(count, width, b.panels(), j * k + p * PANEL, PANEL);
        for (int i = 0; i < m; i++) {
          rows.addTo(count, width, a, aOffset + i * aStride + p, 1, c, cOffset + i * cStride + j);
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
    Rows block = ROWS.get();
    for (int r = 0; r < rows; r += BLOCK) {
      int count = Math.min(BLOCK, rows - r);
      block.load(count, n, b, bOffset + r * bStride, bStride);
      for (int i = 0; i < m; i++) {
        block.addTo(count, n, a, aOffset + r * aStride + i, aStride, c, cOffset + i * cStride);
      }
    }
  }

  /** Memory of a thread: some rows of B, and the row of C that they are added to. */
  private static final class Rows {
    private float[][] rows = new float[BLOCK][PANEL];
    private float[] sum = new float[PANEL];
    private float[] gates = new float[0];

    /** The gates of a row. */
    float[] gates(int hidden) {
      if (gates.length < 4 * hidden) {
        gates = new float[4 * hidden];
      }
      return gates;
    }

    void load(int count, int length, float[] b, int offset, int stride) {
      if (sum.length < length) {
        rows = new float[BLOCK][length];
        sum = new float[length];
      }
      for (int r = 0; r < count; r++) {
        System.arraycopy(b, offset + r * stride, rows[r], 0, length);
      }
    }

    /** c += Σ a[r]·row r. */
    void addTo(int count, int length, float[] a, int aAt, int aStep, float[] c, int cAt) {
      System.arraycopy(c, cAt, sum, 0, length);
      int r = 0;
      for (; r <= count - 4; r += 4) {
        int at = aAt + r * aStep;
        add(
            a[at],
            rows[r],
            a[at + aStep],
            rows[r + 1],
            a[at + 2 * aStep],
            rows[r + 2],
            a[at + 3 * aStep],
            rows[r + 3],
            sum,
            length);
      }
      for (; r < count; r++) {
        add(a[aAt + r * aStep], rows[r], sum, length);
      }
      System.arraycopy(sum, 0, c, cAt, length);
    }

    private static void add(
        float w,
        float[] first,
        float x,
        float[] second,
        float y,
        float[] third,
        float z,
        float[] fourth,
        float[] sum,
        int length) {
      for (int q = 0; q < length; q++) {
        sum[q] += w * first[q] + x * second[q] + y * third[q] + z * fourth[q];
      }
    }

    private static void add(float w, float[] row, float[] sum, int length) {
      for (int q = 0; q < length; q++) {
        sum[q] += w * row[q];
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
    float[] gates = ROWS.get().gates(hidden);
    for (int r = 0; r < rows; r++) {
      System.arraycopy(projections[first + r], column, gates, 0, 4 * hidden);
      if (products != null) {
        int from = products.row(r);
        float[] values = products.values();
        for (int j = 0; j < 4 * hidden; j++) {
          gates[j] += values[from + j];
        }
      }
      tanh(gates, 0, 4 * hidden);
      int at = offset + r * stride;
      for (int j = 0; j < hidden; j++) {
        float forget = 0.5f + 0.5f * gates[hidden + j];
        cells[at + j] = forget * cells[at + j] + (0.5f + 0.5f * gates[j]) * gates[2 * hidden + j];
      }
      System.arraycopy(cells, at, states, at, hidden);
      tanh(states, at, hidden);
      for (int j = 0; j < hidden; j++) {
        states[at + j] *= 0.5f + 0.5f * gates[3 * hidden + j];
      }
    }
  }

  @Override
  public void toSteps(float[] values, int offset, byte[] steps, int stepsOffset, int length) {
    float rounder = Int8Weights.ROUNDER + Int8Weights.ZERO_POINT;
    for (int j = 0; j < length; j++) {
      float scaled = values[offset + j] * Int8Weights.STEPS;
      steps[stepsOffset + j] = (byte) Float.floatToRawIntBits(scaled + rounder);
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
  public void chainProduct(
      double[] x, int xAt, double[] matrix, int rows, int stride, double[] y, int yAt) {
    Arrays.fill(y, yAt, yAt + stride, 0);
    for (int i = 0; i < rows; i++) {
      double factor = x[xAt + i];
      for (int j = 0; j < stride; j++) {
        y[yAt + j] += factor * matrix[i * stride + j];
      }
    }
  }

  @Override
  public void chainMaximum(
      double[] x, int xAt, double[] matrix, int rows, int stride, double[] y, int yAt) {
    Arrays.fill(y, yAt, yAt + stride, Double.NEGATIVE_INFINITY);
    for (int i = 0; i < rows; i++) {
      double score = x[xAt + i];
      for (int j = 0; j < stride; j++) {
        y[yAt + j] = Math.max(y[yAt + j], score + matrix[i * stride + j]);
      }
    }
  }

  @Override
  public void exp(double[] x, int offset, int length) {
    for (int i = offset; i < offset + length; i++) {
      x[i] = Math.exp(Math.max(-700, Math.min(700, x[i])));
    }
  }

  @Override
  public void sigmoid(float[] x, int offset, int length) {
    for (int i = offset; i < offset + length; i++) {
      x[i] = RationalTanh.sigmoid(x[i]);
    }
  }
}
