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

package org.sparkner.network;

import java.nio.DoubleBuffer;
import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Double precision on plain loops: for gradient checks, and as a second opinion on the float
 * kernels.
 */
final class DoubleArithmetic implements Arithmetic<double[], DoubleArithmetic.Matrix> {
  /** B [rows × columns], row-major. */
  record Matrix(int rows, int columns, double[] values) {}

  @Override
  public double[] array(int length) {
    return new double[length];
  }

  @Override
  public double[] room(double[] array, int length) {
    return array != null && array.length >= length ? array : new double[length];
  }

  @Override
  public double get(double[] array, int index) {
    return array[index];
  }

  @Override
  public void set(double[] array, int index, double value) {
    array[index] = value;
  }

  @Override
  public void add(double[] array, int index, double value) {
    array[index] += value;
  }

  @Override
  public void fill(double[] array, int from, int to, double value) {
    Arrays.fill(array, from, to, value);
  }

  @Override
  public void copy(double[] source, int from, double[] target, int to, int length) {
    System.arraycopy(source, from, target, to, length);
  }

  @Override
  public void addAll(double[] source, int from, double[] target, int to, int length) {
    for (int i = 0; i < length; i++) {
      target[to + i] += source[from + i];
    }
  }

  @Override
  public void scale(double[] values, double[] factors, int length) {
    for (int i = 0; i < length; i++) {
      values[i] *= factors[i];
    }
  }

  @Override
  public double[] read(INDArray source, double[] into) {
    int length = (int) source.length();
    double[] values = room(into, length);
    buffer(Contiguous.inOrderOfC(source)).get(values, 0, length);
    return values;
  }

  @Override
  public void write(double[] source, INDArray target) {
    buffer(Contiguous.require(target)).put(source, 0, (int) target.length());
  }

  private static DoubleBuffer buffer(INDArray array) {
    return array.data().asNioDouble();
  }

  @Override
  public Matrix pack(Matrix into, double[] source, int offset, int rows, int columns) {
    return new Matrix(rows, columns, Arrays.copyOfRange(source, offset, offset + rows * columns));
  }

  @Override
  public Matrix packTransposed(Matrix into, double[] source, int offset, int rows, int columns) {
    double[] values = new double[rows * columns];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        values[j * rows + i] = source[offset + i * columns + j];
      }
    }
    return new Matrix(columns, rows, values);
  }

  @Override
  public void multiplyAdd(
      int m, double[] a, int aOffset, int aStride, Matrix b, double[] c, int cOffset, int cStride) {
    for (int i = 0; i < m; i++) {
      for (int p = 0; p < b.rows(); p++) {
        double value = a[aOffset + i * aStride + p];
        for (int j = 0; j < b.columns(); j++) {
          c[cOffset + i * cStride + j] += value * b.values()[p * b.columns() + j];
        }
      }
    }
  }

  @Override
  public void multiplyTransposed(
      int rows,
      int m,
      int n,
      double[] a,
      double[] b,
      int bOffset,
      int bStride,
      double[] c,
      int cOffset) {
    for (int r = 0; r < rows; r++) {
      for (int i = 0; i < m; i++) {
        for (int j = 0; j < n; j++) {
          c[cOffset + i * n + j] += a[r * m + i] * b[bOffset + r * bStride + j];
        }
      }
    }
  }

  @Override
  public void sigmoid(double[] x, int offset, int length) {
    for (int i = offset; i < offset + length; i++) {
      x[i] = sigmoid(x[i]);
    }
  }

  @Override
  public void tanh(double[] x, int offset, int length) {
    for (int i = offset; i < offset + length; i++) {
      x[i] = Math.tanh(x[i]);
    }
  }

  @Override
  public void lstmForward(
      int rows,
      int hidden,
      double[] gates,
      double[] previousCell,
      double[] cell,
      double[] cellTanh,
      int firstRow,
      double[] output,
      int column,
      int stride) {
    for (int r = firstRow; r < firstRow + rows; r++) {
      for (int j = 0; j < hidden; j++) {
        int at = r * 4 * hidden + j;
        double i = sigmoid(gates[at]);
        double f = sigmoid(gates[at + hidden]);
        double g = Math.tanh(gates[at + 2 * hidden]);
        double o = sigmoid(gates[at + 3 * hidden]);
        double now = f * previousCell[r * hidden + j] + i * g;
        gates[at] = i;
        gates[at + hidden] = f;
        gates[at + 2 * hidden] = g;
        gates[at + 3 * hidden] = o;
        cell[r * hidden + j] = now;
        cellTanh[r * hidden + j] = Math.tanh(now);
        output[r * stride + column + j] = o * Math.tanh(now);
      }
    }
  }

  @Override
  public void lstmBackward(
      int rows,
      int hidden,
      double[] gates,
      double[] previousCell,
      double[] cellTanh,
      int firstRow,
      double[] outputGradient,
      double[] cellGradient) {
    for (int r = 0; r < rows; r++) {
      for (int j = 0; j < hidden; j++) {
        int row = (firstRow + r) * hidden + j;
        int at = (firstRow + r) * 4 * hidden + j;
        double i = gates[at];
        double f = gates[at + hidden];
        double g = gates[at + 2 * hidden];
        double o = gates[at + 3 * hidden];
        double tanh = cellTanh[row];
        double dh = outputGradient[r * hidden + j];
        double dc = cellGradient[r * hidden + j] + dh * o * (1 - tanh * tanh);
        gates[at] = dc * g * i * (1 - i);
        gates[at + hidden] = dc * previousCell[row] * f * (1 - f);
        gates[at + 2 * hidden] = dc * i * (1 - g * g);
        gates[at + 3 * hidden] = dh * tanh * o * (1 - o);
        cellGradient[r * hidden + j] = dc * f;
      }
    }
  }

  private static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }
}
