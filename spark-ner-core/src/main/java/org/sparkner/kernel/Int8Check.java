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
 * Whether a library's 8-bit products are exact. On processors without VNNI oneDNN adds pairs of
 * products in 16 bits, which saturate for the largest steps.
 */
final class Int8Check {
  private static final int SIZE = 64;

  private Int8Check() {}

  static boolean isExact(ProductLibrary library) {
    float[] weights = new float[SIZE * SIZE];
    float[] states = new float[SIZE * SIZE];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = i % 7 == 0 ? -1 : 1;
      states[i] = i % 5 == 0 ? -1 : 1;
    }
    float[] expected = product(new JavaProducts(KernelProvider.plain()), weights, states);
    return Arrays.equals(expected, product(library, weights, states));
  }

  private static float[] product(ProductLibrary library, float[] weights, float[] states) {
    RowProducts products = library.int8(weights, SIZE, SIZE).newProducts();
    products.multiply(SIZE, states, 0, SIZE);
    float[] values = new float[SIZE * SIZE];
    for (int r = 0; r < SIZE; r++) {
      int at = products.row(r);
      System.arraycopy(products.values(), at, values, r * SIZE, SIZE);
    }
    return values;
  }
}
