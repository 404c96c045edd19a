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
 * Memory of one thread for {@link VectorKernels}: tiles that leave C, packed operands, zeros. Grows
 * to what it was asked for.
 */
final class Scratch {
  /** Rows of {@link #tiles}: two tiles. */
  static final int TILE_ROWS = 12;

  private static final int PANEL = PackedMatrix.PANEL;

  /** [TILE_ROWS × PANEL]. */
  final float[] tiles = new float[TILE_ROWS * PANEL];

  private final float[] panel = new float[VectorKernels.PACKED_ROWS * PANEL];
  private float[] transposed = new float[0];
  private float[] zeros = new float[0];
  private float[] gates = new float[0];

  /** At least so many zeros, which nobody may write. */
  float[] zeros(int length) {
    if (zeros.length < length) {
      zeros = new float[length];
    }
    return zeros;
  }

  /** The gates of a row, and room for the rest of a vector. */
  float[] gates(int hidden) {
    int length = 4 * hidden + Kernels.STATE_BLOCK;
    if (gates.length < length) {
      gates = new float[length];
    }
    return gates;
  }

  /** A [rows × m] as [m × rows], eight columns at a time: the cache lines that are read. */
  float[] transpose(int rows, int m, float[] a, int offset, int stride) {
    if (transposed.length < m * rows) {
      transposed = new float[m * rows];
    }
    for (int block = 0; block < m; block += 8) {
      int end = Math.min(m, block + 8);
      for (int r = 0; r < rows; r++) {
        int from = offset + r * stride;
        for (int i = block; i < end; i++) {
          transposed[i * rows + r] = a[from + i];
        }
      }
    }
    return transposed;
  }

  /** Rows of B, {@code width} columns of each, as a panel. */
  float[] panel(int rows, int width, float[] b, int offset, int stride) {
    for (int r = 0; r < rows; r++) {
      System.arraycopy(b, offset + r * stride, panel, r * PANEL, width);
    }
    return panel;
  }
}
