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

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The numbers that a layer computes with: float arrays on the hot kernels, or double arrays on
 * plain loops. Matrices are row-major; the products and the LSTM step mean what {@link
 * org.sparkner.kernel.Kernels} says.
 *
 * @param <A> array type, {@code float[]} or {@code double[]}
 * @param <M> a matrix prepared for being the right factor of products
 */
interface Arithmetic<A, M> {
  /** The arithmetic of a network's data type. */
  static Arithmetic<?, ?> of(DataType type) {
    return type == DataType.DOUBLE ? new DoubleArithmetic() : new FloatArithmetic();
  }

  /** Zeros. */
  A array(int length);

  /**
   * Room for at least so many values, whatever they are: the array given where it is large enough.
   * Memory that is used again at every step stays in the caches; fresh memory would have to be
   * cleared and fetched.
   *
   * @param array from before, or null
   */
  A room(A array, int length);

  /** Room for at least so many values, of which the first {@code length} are zeros. */
  default A zeros(A array, int length) {
    A zeros = room(array, length);
    fill(zeros, 0, length, 0);
    return zeros;
  }

  double get(A array, int index);

  void set(A array, int index, double value);

  void add(A array, int index, double value);

  void fill(A array, int from, int to, double value);

  void copy(A source, int from, A target, int to, int length);

  /** target += source, element by element. */
  void addAll(A source, int from, A target, int to, int length);

  /** values *= factors, element by element. */
  void scale(A values, A factors, int length);

  /** The values in the order of C, whatever the strides. */
  default A read(INDArray source) {
    return read(source, null);
  }

  /** As {@link #read(INDArray)}, into the array given where it is large enough. */
  A read(INDArray source, A into);

  /**
   * Overwrites an array that is contiguous in the order of C with the first values of the source.
   */
  void write(A source, INDArray target);

  /**
   * Prepares B [rows × columns], row-major from {@code offset} without gaps.
   *
   * @param into a matrix of the same size to overwrite, or null
   */
  M pack(M into, A source, int offset, int rows, int columns);

  /**
   * Prepares the transpose [columns × rows] of a matrix [rows × columns], row-major from {@code
   * offset}.
   *
   * @param into a transpose of the same size to overwrite, or null
   */
  M packTransposed(M into, A source, int offset, int rows, int columns);

  /** C += A·B, with strides. */
  void multiplyAdd(int m, A a, int aOffset, int aStride, M b, A c, int cOffset, int cStride);

  /**
   * C += Aᵀ·B; A [rows × m] and C [m × n] from {@code cOffset} without gaps, B [rows × n] with a
   * stride.
   */
  void multiplyTransposed(
      int rows, int m, int n, A a, A b, int bOffset, int bStride, A c, int cOffset);

  /** x = 1 / (1 + exp(−x)) for {@code length} values from {@code offset}. */
  void sigmoid(A x, int offset, int length);

  /** x = tanh(x) for {@code length} values from {@code offset}. */
  void tanh(A x, int offset, int length);

  /**
   * One step of an LSTM; the arrays of one step follow each other without gaps, the output has a
   * stride.
   */
  void lstmForward(
      int rows,
      int hidden,
      A gates,
      A previousCell,
      A cell,
      A cellTanh,
      int firstRow,
      A output,
      int column,
      int stride);

  /** The derivative of {@link #lstmForward}. */
  void lstmBackward(
      int rows,
      int hidden,
      A gates,
      A previousCell,
      A cellTanh,
      int firstRow,
      A outputGradient,
      A cellGradient);
}
