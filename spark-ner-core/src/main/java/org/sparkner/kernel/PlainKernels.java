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
 * Plain Java: the reference that every other implementation is tested against, and the fallback.
 */
final class PlainKernels implements Kernels {
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
    float[] panels = b.panels();
    int k = b.rows();
    float[] row = new float[PackedMatrix.PANEL];
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < b.columns(); j += PackedMatrix.PANEL) {
        java.util.Arrays.fill(row, 0);
        int panel = j * k;
        for (int p = 0; p < k; p++) {
          float value = a[aOffset + i * aStride + p];
          int base = panel + p * PackedMatrix.PANEL;
          for (int q = 0; q < PackedMatrix.PANEL; q++) {
            row[q] += value * panels[base + q];
          }
        }
        int width = Math.min(PackedMatrix.PANEL, b.columns() - j);
        int to = cOffset + i * cStride + j;
        for (int q = 0; q < width; q++) {
          c[to + q] = accumulate ? c[to + q] + row[q] : row[q];
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
    for (int r = 0; r < rows; r++) {
      for (int i = 0; i < m; i++) {
        float value = a[aOffset + r * aStride + i];
        int from = bOffset + r * bStride;
        int to = cOffset + i * cStride;
        for (int j = 0; j < n; j++) {
          c[to + j] += value * b[from + j];
        }
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
      int at = gatesOffset + r * 4 * hidden;
      for (int j = 0; j < hidden; j++) {
        float i = sigmoid(gates[at + j]);
        float f = sigmoid(gates[at + hidden + j]);
        float g = (float) Math.tanh(gates[at + 2 * hidden + j]);
        float o = sigmoid(gates[at + 3 * hidden + j]);
        float before = previousCell == null ? 0 : previousCell[previousCellOffset + r * hidden + j];
        float now = f * before + i * g;
        float tanh = (float) Math.tanh(now);
        gates[at + j] = i;
        gates[at + hidden + j] = f;
        gates[at + 2 * hidden + j] = g;
        gates[at + 3 * hidden + j] = o;
        cell[cellOffset + r * hidden + j] = now;
        if (cellTanh != null) {
          cellTanh[cellOffset + r * hidden + j] = tanh;
        }
        output[outputOffset + r * outputStride + j] = o * tanh;
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
      x[i] = (float) Math.tanh(x[i]);
    }
  }

  @Override
  public void sigmoid(float[] x, int offset, int length) {
    for (int i = offset; i < offset + length; i++) {
      x[i] = sigmoid(x[i]);
    }
  }

  private static float sigmoid(float x) {
    return (float) (1 / (1 + Math.exp(-x)));
  }
}
