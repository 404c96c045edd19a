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
 * Products by {@link Kernels#multiply}. The 8-bit ones hold whole numbers in floats, which single
 * precision adds without rounding: the same bits as integer arithmetic, at the speed of floats.
 */
final class JavaProducts implements ProductLibrary {
  private final Kernels kernels;

  JavaProducts(Kernels kernels) {
    this.kernels = kernels;
  }

  @Override
  public String name() {
    return kernels.name();
  }

  @Override
  public WeightMatrix single(float[] weights, int rows, int columns) {
    return new Single(kernels, new PackedMatrix(rows, columns).pack(weights, 0, columns));
  }

  @Override
  public WeightMatrix int8(float[] weights, int rows, int columns) {
    Int8Weights rounded = Int8Weights.of(weights, rows, columns);
    float[] steps = new float[rows * columns];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = rounded.steps()[i];
    }
    return new Int8(
        kernels, new PackedMatrix(rows, columns).pack(steps, 0, columns), rounded.scales());
  }

  private record Single(Kernels kernels, PackedMatrix matrix) implements WeightMatrix {
    @Override
    public int rows() {
      return matrix.rows();
    }

    @Override
    public int columns() {
      return matrix.columns();
    }

    @Override
    public RowProducts newProducts() {
      return new SingleProducts(kernels, matrix);
    }
  }

  private record Int8(Kernels kernels, PackedMatrix matrix, float[] scales)
      implements WeightMatrix {
    @Override
    public int rows() {
      return matrix.rows();
    }

    @Override
    public int columns() {
      return matrix.columns();
    }

    @Override
    public RowProducts newProducts() {
      return new Int8Products(new SingleProducts(kernels, matrix), scales);
    }
  }

  private static final class SingleProducts implements RowProducts {
    private final Kernels kernels;
    private final PackedMatrix matrix;
    private float[] values = new float[0];

    SingleProducts(Kernels kernels, PackedMatrix matrix) {
      this.kernels = kernels;
      this.matrix = matrix;
    }

    @Override
    public void multiply(int rows, float[] a, int offset, int stride) {
      int n = matrix.columns();
      if (values.length < rows * n) {
        values = new float[Math.max(rows * n, Math.min(2 * values.length, MOST_ROWS * n))];
      }
      kernels.multiply(rows, a, offset, stride, matrix, values, 0, n, false);
    }

    @Override
    public float[] values() {
      return values;
    }

    @Override
    public int row(int row) {
      return row * matrix.columns();
    }
  }

  private static final class Int8Products implements RowProducts {
    private final SingleProducts products;
    private final float[] scales;
    private float[] steps = new float[0];

    Int8Products(SingleProducts products, float[] scales) {
      this.products = products;
      this.scales = scales;
    }

    @Override
    public void multiply(int rows, float[] a, int offset, int stride) {
      int k = products.matrix.rows();
      if (steps.length < rows * k) {
        steps = Arrays.copyOf(steps, Math.max(rows * k, Math.min(2 * steps.length, MOST_ROWS * k)));
      }
      for (int r = 0; r < rows; r++) {
        round(a, offset + r * stride, steps, r * k, k);
      }
      products.multiply(rows, steps, 0, k);
      for (int r = 0; r < rows; r++) {
        scale(products.values, r * scales.length);
      }
    }

    private static void round(float[] from, int at, float[] to, int toAt, int length) {
      for (int j = 0; j < length; j++) {
        float scaled = from[at + j] * Int8Weights.STEPS;
        to[toAt + j] = scaled + Int8Weights.ROUNDER - Int8Weights.ROUNDER;
      }
    }

    private void scale(float[] sums, int at) {
      for (int j = 0; j < scales.length; j++) {
        sums[at + j] *= scales[j];
      }
    }

    @Override
    public float[] values() {
      return products.values();
    }

    @Override
    public int row(int row) {
      return products.row(row);
    }
  }
}
