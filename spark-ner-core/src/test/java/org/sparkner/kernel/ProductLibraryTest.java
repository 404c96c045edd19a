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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every library against formulae, and 8-bit products against each other to the bit. */
class ProductLibraryTest {
  private static final int[] ROWS = {1, 2, 5, 16, 17, 31, 64, 120, 128};

  static Stream<ProductLibrary> libraries() {
    return Stream.of(
        ProductProvider.by(new PlainKernels()),
        ProductProvider.by(new VectorKernels()),
        new OneDnnProducts(new VectorKernels()));
  }

  @ParameterizedTest
  @MethodSource("libraries")
  void singlePrecisionAgreesWithSumsInDouble(ProductLibrary library) {
    Random random = new Random(1);
    for (int[] size : new int[][] {{200, 800}, {13, 7}, {400, 17}, {1, 1}}) {
      float[] weights = KernelsTest.random(random, size[0] * size[1]);
      RowProducts products = library.single(weights, size[0], size[1]).newProducts();
      for (int rows : ROWS) {
        float[] a = KernelsTest.random(random, 3 + rows * (size[0] + 2));

        products.multiply(rows, a, 3, size[0] + 2);

        for (int r = 0; r < rows; r++) {
          float[] row = row(products, r, size[1]);
          for (int j = 0; j < size[1]; j++) {
            double sum = 0;
            for (int p = 0; p < size[0]; p++) {
              sum += (double) a[3 + r * (size[0] + 2) + p] * weights[p * size[1] + j];
            }
            assertThat((double) row[j]).isCloseTo(sum, within(2e-4));
          }
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("exact")
  void eightBitsAreTheBitsOfIntegerArithmetic(ProductLibrary library) {
    Random random = new Random(2);
    for (int[] size : new int[][] {{200, 800}, {13, 7}, {400, 17}, {1, 1}}) {
      float[] weights = KernelsTest.random(random, size[0] * size[1]);
      Int8Weights rounded = Int8Weights.of(weights, size[0], size[1]);
      RowProducts products = library.int8(weights, size[0], size[1]).newProducts();
      for (int rows : ROWS) {
        float[] a = within1(random, rows * size[0]);

        products.multiply(rows, a, 0, size[0]);

        for (int r = 0; r < rows; r++) {
          assertThat(row(products, r, size[1]))
              .containsExactly(integerProduct(a, r * size[0], rounded));
        }
      }
    }
  }

  /** Those that the processor lets be exact; the provider takes no other. */
  static Stream<ProductLibrary> exact() {
    return libraries().filter(Int8Check::isExact);
  }

  /** Values within [-1, 1], the ends and the middles between steps among them. */
  private static float[] within1(Random random, int length) {
    float[] values = new float[length];
    for (int i = 0; i < length; i++) {
      values[i] =
          switch (i % 5) {
            case 0 -> 1 - 2 * random.nextInt(2);
            case 1 -> (random.nextInt(253) - 126.5f) / 127;
            default -> 2 * random.nextFloat() - 1;
          };
    }
    return values;
  }

  private static float[] integerProduct(float[] a, int at, Int8Weights weights) {
    float[] product = new float[weights.columns()];
    for (int j = 0; j < product.length; j++) {
      int sum = 0;
      for (int p = 0; p < weights.rows(); p++) {
        float scaled = a[at + p] * 127;
        sum += (int) Math.rint(scaled) * weights.steps()[p * weights.columns() + j];
      }
      product[j] = sum * weights.scales()[j];
    }
    return product;
  }

  @ParameterizedTest
  @MethodSource("exact")
  void eightBitsAreOffByHalfAStepAtMost(ProductLibrary library) {
    Random random = new Random(3);
    float[] weights = KernelsTest.random(random, 200 * 8);
    float[] a = within1(random, 200);
    RowProducts products = library.int8(weights, 200, 8).newProducts();

    products.multiply(1, a, 0, 200);

    float[] row = row(products, 0, 8);
    for (int j = 0; j < 8; j++) {
      double exact = 0;
      double most = 0;
      double size = 0;
      for (int p = 0; p < 200; p++) {
        exact += (double) a[p] * weights[p * 8 + j];
        most = Math.max(most, Math.abs(weights[p * 8 + j]));
        size += Math.abs(weights[p * 8 + j]);
      }
      double bound = size / 254 + 200 * most / 254;
      assertThat((double) row[j]).isCloseTo(exact, within(bound + 1e-4));
    }
  }

  @ParameterizedTest
  @MethodSource("libraries")
  void columnsOfZerosGiveZeros(ProductLibrary library) {
    RowProducts products = library.int8(new float[8 * 3], 8, 3).newProducts();
    products.multiply(1, new float[] {1, -1, 1, 0, 0.5f, 1, 1, 1}, 0, 8);
    assertThat(row(products, 0, 3)).containsExactly(0, 0, 0);
  }

  @Test
  void sumsThatAFloatCannotHoldAreRefused() {
    int rows = ProductLibrary.MOST_INT8_ROWS + 1;
    assertThatThrownBy(() -> ProductProvider.by(new PlainKernels()).int8(new float[rows], rows, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at most 1040 rows of weights, found 1041");
  }

  private static float[] row(RowProducts products, int row, int columns) {
    int at = products.row(row);
    return Arrays.copyOfRange(products.values(), at, at + columns);
  }
}
