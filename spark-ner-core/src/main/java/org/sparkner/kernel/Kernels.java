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
 * The hot loops on row-major float arrays. An implementation has no state and may be called by many
 * threads; an output never overlaps an input. Results of the implementations agree within rounding,
 * each is deterministic, and a row of a result does not depend on what the other rows hold or how
 * many there are.
 */
public interface Kernels {
  /** Floats of the longest vector. */
  int STATE_BLOCK = 16;

  /** Doubles of the longest vector. */
  int CHAIN_BLOCK = 8;

  /** A short name for the log, such as {@code vector-512}. */
  String name();

  /**
   * C = A·B, or C += A·B.
   *
   * @param m rows of A and C; 0 is allowed
   * @param a A[i][p] at {@code aOffset + i * aStride + p}, p below {@code b.rows()}
   * @param c C[i][j] at {@code cOffset + i * cStride + j}, j below {@code b.columns()}; nothing
   *     else is written
   * @param accumulate whether the product is added to C
   */
  void multiply(
      int m,
      float[] a,
      int aOffset,
      int aStride,
      PackedMatrix b,
      float[] c,
      int cOffset,
      int cStride,
      boolean accumulate);

  /**
   * C += Aᵀ·B, the gradient of a weight matrix: A [rows × m], B [rows × n], C [m × n].
   *
   * @param a A[r][i] at {@code aOffset + r * aStride + i}
   * @param b B[r][j] at {@code bOffset + r * bStride + j}
   * @param c C[i][j] at {@code cOffset + i * cStride + j}
   */
  void multiplyTransposed(
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
      int cStride);

  /**
   * One step of an LSTM for {@code rows} sequences. On entry a row of {@code gates} holds the four
   * pre-activations, blocks of {@code hidden} in the order input, forget, candidate, output; on
   * exit the activations i, f, g, o in their place. c' = f ⊙ c + i ⊙ g, h' = o ⊙ tanh(c').
   *
   * @param gates row r at {@code gatesOffset + r * 4 * hidden}
   * @param previousCell row r at {@code previousCellOffset + r * hidden}; null for zeros
   * @param cell output c', row r at {@code cellOffset + r * hidden}
   * @param cellTanh output tanh(c'), row r at {@code cellOffset + r * hidden}; null where it is not
   *     expected
   * @param output output h', row r at {@code outputOffset + r * outputStride}
   */
  void lstmForward(
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
      int outputStride);

  /**
   * A step of an LSTM at inference. The pre-activations of row r, in the order of {@link
   * #lstmForward}, are {@code projections[first + r]} from {@code column} on plus row r of the
   * products; those of the input, forget and output gates are half of what they are there, so that
   * one function serves all gates: σ(x) = 1/2 + tanh(x/2)/2.
   *
   * <p>Row r of the cells and of the states is at {@code offset + r * stride}; both take the place
   * of those of the step before.
   *
   * @param products null for zeros
   * @param cells c, output c'
   * @param states output h'
   * @param stride at least {@link #stateStride}; what lies between the rows may be written
   */
  void lstmStep(
      int rows,
      int hidden,
      float[][] projections,
      int first,
      int column,
      RowProducts products,
      float[] cells,
      float[] states,
      int offset,
      int stride);

  /** Floats from one row of states to the next in {@link #lstmStep}: whole vectors. */
  static int stateStride(int hidden) {
    return (hidden + STATE_BLOCK - 1) / STATE_BLOCK * STATE_BLOCK;
  }

  /**
   * Rounds values within [-1, 1] to unsigned bytes: 128 plus the nearest whole number to 127 times
   * the value, half to even.
   */
  void toSteps(float[] values, int offset, byte[] steps, int stepsOffset, int length);

  /**
   * The derivative of {@link #lstmForward}. On entry {@code gates} holds the activations; on exit
   * the gradients of the pre-activations in their place.
   *
   * @param outputGradient dL/dh', row r at {@code gradientOffset + r * hidden}
   * @param cellGradient on entry dL/dc' from the next step, on exit dL/dc for the previous one; row
   *     r at {@code r * hidden}
   */
  void lstmBackward(
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
      float[] cellGradient);

  /**
   * x = tanh(x) for {@code length} values from {@code offset}; absolute error at most 2e-6; NaN
   * stays NaN.
   */
  void tanh(float[] x, int offset, int length);

  /**
   * x = exp(x) for {@code length} values from {@code offset}; relative error at most 1e-14. Below
   * -700 and above 700 the value there; NaN stays NaN.
   */
  void exp(double[] x, int offset, int length);

  /**
   * y[j] = Σ x[i]·M[i][j] for a row of doubles, as in a step of forward-backward.
   *
   * @param x x[i] at {@code xAt + i}
   * @param matrix M[i][j] at {@code i * stride + j}
   * @param stride columns of the matrix, a {@link #chainStride}
   * @param y y[j] at {@code yAt + j}; not x
   */
  void chainProduct(
      double[] x, int xAt, double[] matrix, int rows, int stride, double[] y, int yAt);

  /** y[j] = max(x[i] + M[i][j]), as in a step of Viterbi; laid out as {@link #chainProduct}. */
  void chainMaximum(
      double[] x, int xAt, double[] matrix, int rows, int stride, double[] y, int yAt);

  /** Doubles from one row of a chain's matrix to the next: whole vectors. */
  static int chainStride(int labels) {
    return (labels + CHAIN_BLOCK - 1) / CHAIN_BLOCK * CHAIN_BLOCK;
  }

  /** x = 1 / (1 + exp(-x)); absolute error at most 2e-6; NaN stays NaN. */
  void sigmoid(float[] x, int offset, int length);
}
