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

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Products of a row of doubles with a small matrix, of whole vectors: three vectors of columns at a
 * time, since each sum waits for the one before it.
 */
final class VectorChain {
  private static final VectorSpecies<Double> S = DoubleVector.SPECIES_PREFERRED;
  private static final int L = S.length();

  private VectorChain() {}

  /** See {@link Kernels#chainProduct}. */
  static void product(
      double[] x, int xAt, double[] matrix, int rows, int stride, double[] y, int yAt) {
    int j = 0;
    for (; j <= stride - 3 * L; j += 3 * L) {
      DoubleVector a = DoubleVector.zero(S);
      DoubleVector b = DoubleVector.zero(S);
      DoubleVector c = DoubleVector.zero(S);
      for (int i = 0; i < rows; i++) {
        int at = i * stride + j;
        DoubleVector factor = DoubleVector.broadcast(S, x[xAt + i]);
        a = DoubleVector.fromArray(S, matrix, at).fma(factor, a);
        b = DoubleVector.fromArray(S, matrix, at + L).fma(factor, b);
        c = DoubleVector.fromArray(S, matrix, at + 2 * L).fma(factor, c);
      }
      a.intoArray(y, yAt + j);
      b.intoArray(y, yAt + j + L);
      c.intoArray(y, yAt + j + 2 * L);
    }
    for (; j < stride; j += L) {
      DoubleVector a = DoubleVector.zero(S);
      for (int i = 0; i < rows; i++) {
        DoubleVector factor = DoubleVector.broadcast(S, x[xAt + i]);
        a = DoubleVector.fromArray(S, matrix, i * stride + j).fma(factor, a);
      }
      a.intoArray(y, yAt + j);
    }
  }

  /** See {@link Kernels#chainMaximum}. */
  static void maximum(
      double[] x, int xAt, double[] matrix, int rows, int stride, double[] y, int yAt) {
    int j = 0;
    for (; j <= stride - 3 * L; j += 3 * L) {
      DoubleVector a = DoubleVector.broadcast(S, Double.NEGATIVE_INFINITY);
      DoubleVector b = a;
      DoubleVector c = a;
      for (int i = 0; i < rows; i++) {
        int at = i * stride + j;
        DoubleVector score = DoubleVector.broadcast(S, x[xAt + i]);
        a = a.max(DoubleVector.fromArray(S, matrix, at).add(score));
        b = b.max(DoubleVector.fromArray(S, matrix, at + L).add(score));
        c = c.max(DoubleVector.fromArray(S, matrix, at + 2 * L).add(score));
      }
      a.intoArray(y, yAt + j);
      b.intoArray(y, yAt + j + L);
      c.intoArray(y, yAt + j + 2 * L);
    }
    for (; j < stride; j += L) {
      DoubleVector a = DoubleVector.broadcast(S, Double.NEGATIVE_INFINITY);
      for (int i = 0; i < rows; i++) {
        a = a.max(DoubleVector.fromArray(S, matrix, i * stride + j).add(x[xAt + i]));
      }
      a.intoArray(y, yAt + j);
    }
  }
}
