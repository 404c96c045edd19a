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

package org.sparkner.tagger;

import org.sparkner.kernel.Kernels;
import org.sparkner.kernel.PackedMatrix;

/** What the states of a step add to the gates of the next one: h·U, U [hidden × 4 hidden]. */
sealed interface RecurrentProduct {

  /**
   * gates += h·U.
   *
   * @param states row r at {@code offset + r * stride}
   * @param gates row r at {@code r * 4 * hidden}
   * @param scratch of the calling thread
   */
  void addTo(float[] gates, int rows, float[] states, int offset, int stride, Scratch scratch);

  /** Memory of one thread, which grows to what it was asked for. */
  final class Scratch {
    private float[] steps = new float[0];
    private float[] sums = new float[0];
  }

  /** In single precision. */
  record Single(Kernels kernels, PackedMatrix weights) implements RecurrentProduct {
    @Override
    public void addTo(
        float[] gates, int rows, float[] states, int offset, int stride, Scratch scratch) {
      kernels.multiply(rows, states, offset, stride, weights, gates, 0, weights.columns(), true);
    }
  }

  /**
   * On 8-bit integers held in floats: the sums are below 2²⁴ for up to {@value #MOST_ROWS} rows, so
   * single precision holds them exactly.
   */
  final class Int8 implements RecurrentProduct {
    private static final int STEPS = 127;

    /** 2²⁴ / 127². */
    private static final int MOST_ROWS = 1040;

    private final Kernels kernels;
    private final PackedMatrix steps;
    private final float[] scales;

    Int8(Kernels kernels, float[] weights, int rows, int columns) {
      if (rows > MOST_ROWS) {
        throw new IllegalArgumentException(
            "8-bit products want at most " + MOST_ROWS + " rows of weights, found " + rows + ".");
      }
      this.kernels = kernels;
      scales = new float[columns];
      float[] rounded = new float[rows * columns];
      for (int j = 0; j < columns; j++) {
        float most = 0;
        for (int i = 0; i < rows; i++) {
          most = Math.max(most, Math.abs(weights[i * columns + j]));
        }
        float scale = most == 0 ? 1 : most / STEPS;
        for (int i = 0; i < rows; i++) {
          rounded[i * columns + j] = Math.round(weights[i * columns + j] / scale);
        }
        scales[j] = scale / STEPS;
      }
      steps = new PackedMatrix(rows, columns).pack(rounded, 0, columns);
    }

    @Override
    public void addTo(
        float[] gates, int rows, float[] states, int offset, int stride, Scratch scratch) {
      int hidden = steps.rows();
      int width = steps.columns();
      if (scratch.sums.length < rows * width) {
        scratch.steps = new float[rows * hidden];
        scratch.sums = new float[rows * width];
      }
      float[] rounded = scratch.steps;
      float[] sums = scratch.sums;
      for (int r = 0; r < rows; r++) {
        for (int j = 0; j < hidden; j++) {
          rounded[r * hidden + j] = Math.round(STEPS * states[offset + r * stride + j]);
        }
      }
      kernels.multiply(rows, rounded, 0, hidden, steps, sums, 0, width, false);
      for (int r = 0; r < rows; r++) {
        for (int j = 0; j < width; j++) {
          gates[r * width + j] += scales[j] * sums[r * width + j];
        }
      }
    }
  }
}
