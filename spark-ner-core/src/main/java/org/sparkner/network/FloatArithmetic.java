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

import java.nio.FloatBuffer;
import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.sparkner.kernel.KernelProvider;
import org.sparkner.kernel.Kernels;
import org.sparkner.kernel.PackedMatrix;

/** Single precision on this JVM's best kernels. */
final class FloatArithmetic implements Arithmetic<float[], PackedMatrix> {
  private final Kernels kernels = KernelProvider.best();

  @Override
  public float[] array(int length) {
    return new float[length];
  }

  @Override
  public float[] room(float[] array, int length) {
    return array != null && array.length >= length ? array : new float[length];
  }

  @Override
  public double get(float[] array, int index) {
    return array[index];
  }

  @Override
  public void set(float[] array, int index, double value) {
    array[index] = (float) value;
  }

  @Override
  public void add(float[] array, int index, double value) {
    array[index] += (float) value;
  }

  @Override
  public void fill(float[] array, int from, int to, double value) {
    Arrays.fill(array, from, to, (float) value);
  }

  @Override
  public void copy(float[] source, int from, float[] target, int to, int length) {
    System.arraycopy(source, from, target, to, length);
  }

  @Override
  public void addAll(float[] source, int from, float[] target, int to, int length) {
    for (int i = 0; i < length; i++) {
      target[to + i] += source[from + i];
    }
  }

  @Override
  public void scale(float[] values, float[] factors, int length) {
    for (int i = 0; i < length; i++) {
      values[i] *= factors[i];
    }
  }

  @Override
  public float[] read(INDArray source, float[] into) {
    int length = (int) source.length();
    float[] values = room(into, length);
    buffer(Contiguous.inOrderOfC(source)).get(values, 0, length);
    return values;
  }

  @Override
  public void write(float[] source, INDArray target) {
    buffer(Contiguous.require(target)).put(source, 0, (int) target.length());
  }

  private static FloatBuffer buffer(INDArray array) {
    return array.data().asNioFloat();
  }

  @Override
  public PackedMatrix pack(PackedMatrix into, float[] source, int offset, int rows, int columns) {
    PackedMatrix matrix = into == null ? new PackedMatrix(rows, columns) : into;
    return matrix.pack(source, offset, columns);
  }

  @Override
  public PackedMatrix packTransposed(
      PackedMatrix into, float[] source, int offset, int rows, int columns) {
    PackedMatrix matrix = into == null ? new PackedMatrix(columns, rows) : into;
    return matrix.packTransposed(source, offset, columns);
  }

  @Override
  public void multiplyAdd(
      int m,
      float[] a,
      int aOffset,
      int aStride,
      PackedMatrix b,
      float[] c,
      int cOffset,
      int cStride) {
    kernels.multiply(m, a, aOffset, aStride, b, c, cOffset, cStride, true);
  }

  @Override
  public void multiplyTransposed(
      int rows,
      int m,
      int n,
      float[] a,
      float[] b,
      int bOffset,
      int bStride,
      float[] c,
      int cOffset) {
    kernels.multiplyTransposed(rows, m, n, a, 0, m, b, bOffset, bStride, c, cOffset, n);
  }

  @Override
  public void sigmoid(float[] x, int offset, int length) {
    kernels.sigmoid(x, offset, length);
  }

  @Override
  public void tanh(float[] x, int offset, int length) {
    kernels.tanh(x, offset, length);
  }

  @Override
  public void lstmForward(
      int rows,
      int hidden,
      float[] gates,
      float[] previousCell,
      float[] cell,
      float[] cellTanh,
      int firstRow,
      float[] output,
      int column,
      int stride) {
    int at = firstRow * hidden;
    kernels.lstmForward(
        rows,
        hidden,
        gates,
        4 * at,
        previousCell,
        at,
        cell,
        cellTanh,
        at,
        output,
        firstRow * stride + column,
        stride);
  }

  @Override
  public void lstmBackward(
      int rows,
      int hidden,
      float[] gates,
      float[] previousCell,
      float[] cellTanh,
      int firstRow,
      float[] outputGradient,
      float[] cellGradient) {
    int at = firstRow * hidden;
    kernels.lstmBackward(
        rows,
        hidden,
        gates,
        4 * at,
        previousCell,
        at,
        cellTanh,
        at,
        outputGradient,
        0,
        cellGradient);
  }
}
