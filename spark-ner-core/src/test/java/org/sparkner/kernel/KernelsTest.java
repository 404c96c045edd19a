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
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every implementation against formulae in double precision. */
class KernelsTest {
  /** Around the sizes of tiles, vectors, panels and blocks, and the network's own. */
  private static final int[] SIZES = {1, 2, 3, 7, 8, 9, 16, 17, 30, 33, 63, 64, 65, 113, 130, 200};

  static Stream<Kernels> implementations() {
    return Stream.of(new PlainKernels(), new VectorKernels());
  }

  @ParameterizedTest
  @MethodSource("implementations")
  void productsAgreeWithSumsInDouble(Kernels kernels) {
    Random random = new Random(1);
    for (int round = 0; round < 300; round++) {
      int m = random.nextInt(16);
      int k = size(random);
      int n = size(random);
      int aStride = k + random.nextInt(4);
      int cStride = n + random.nextInt(4);
      float[] a = random(random, 3 + m * aStride);
      float[] b = random(random, k * n);
      float[] c = random(random, 5 + m * cStride + 7);
      float[] before = c.clone();
      boolean accumulate = random.nextBoolean();
      PackedMatrix packed = new PackedMatrix(k, n).pack(b, 0, n);

      kernels.multiply(m, a, 3, aStride, packed, c, 5, cStride, accumulate);

      float[] expected = before.clone();
      for (int i = 0; i < m; i++) {
        for (int j = 0; j < n; j++) {
          double sum = accumulate ? before[5 + i * cStride + j] : 0;
          for (int p = 0; p < k; p++) {
            sum += (double) a[3 + i * aStride + p] * b[p * n + j];
          }
          expected[5 + i * cStride + j] = (float) sum;
        }
      }
      assertThat(largestDifference(c, expected)).isLessThan(2e-4);
      assertUntouched(c, before, m, n, cStride);
    }
  }

  @ParameterizedTest
  @MethodSource("implementations")
  void aRowOfAProductIsTheSameBitsWhateverTheOtherRows(Kernels kernels) {
    Random random = new Random(2);
    for (int n : new int[] {800, 200, 130, 17, 30}) {
      int k = n == 200 ? 800 : 200;
      float[] a = random(random, 31 * k);
      PackedMatrix b = new PackedMatrix(k, n).pack(random(random, k * n), 0, n);
      float[] whole = new float[31 * n];
      kernels.multiply(31, a, 0, k, b, whole, 0, n, false);
      for (int m = 1; m < 31; m++) {
        float[] part = new float[m * n];
        kernels.multiply(m, a, (31 - m) * k, k, b, part, 0, n, false);
        assertThat(Arrays.equals(part, Arrays.copyOfRange(whole, (31 - m) * n, 31 * n)))
            .as("%d rows of %d columns", m, n)
            .isTrue();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("implementations")
  void transposedProductsAddToC(Kernels kernels) {
    Random random = new Random(3);
    for (int round = 0; round < 200; round++) {
      int rows = random.nextInt(260);
      int m = size(random);
      int n = size(random);
      int aStride = m + random.nextInt(4);
      int bStride = n + random.nextInt(4);
      int cStride = n + random.nextInt(4);
      float[] a = random(random, 3 + rows * aStride);
      float[] b = random(random, 2 + rows * bStride);
      float[] c = random(random, 5 + m * cStride + 7);
      float[] before = c.clone();

      kernels.multiplyTransposed(rows, m, n, a, 3, aStride, b, 2, bStride, c, 5, cStride);

      float[] expected = before.clone();
      for (int i = 0; i < m; i++) {
        for (int j = 0; j < n; j++) {
          double sum = before[5 + i * cStride + j];
          for (int r = 0; r < rows; r++) {
            sum += (double) a[3 + r * aStride + i] * b[2 + r * bStride + j];
          }
          expected[5 + i * cStride + j] = (float) sum;
        }
      }
      assertThat(largestDifference(c, expected)).isLessThan(2e-4);
      assertUntouched(c, before, m, n, cStride);
    }
  }

  @ParameterizedTest
  @MethodSource("implementations")
  void packingATransposedMatrixIsPackingTheMatrix(Kernels kernels) {
    Random random = new Random(4);
    float[] b = random(random, 23 * 70);
    float[] transposed = new float[70 * 23];
    for (int i = 0; i < 23; i++) {
      for (int j = 0; j < 70; j++) {
        transposed[j * 23 + i] = b[i * 70 + j];
      }
    }
    float[] a = random(random, 3 * 23);
    float[] c = new float[3 * 70];
    float[] d = new float[3 * 70];
    kernels.multiply(3, a, 0, 23, new PackedMatrix(23, 70).pack(b, 0, 70), c, 0, 70, false);
    kernels.multiply(
        3, a, 0, 23, new PackedMatrix(23, 70).packTransposed(transposed, 0, 23), d, 0, 70, false);
    assertThat(c).containsExactly(d);
  }

  @ParameterizedTest
  @MethodSource("implementations")
  void tanhAndSigmoidAreWithinTwoMillionthsEverywhere(Kernels kernels) {
    int points = 400_003;
    float[] x = new float[points];
    for (int i = 0; i < points; i++) {
      x[i] = -40 + 80f * i / points;
    }
    float[] tanh = x.clone();
    float[] sigmoid = x.clone();
    kernels.tanh(tanh, 0, points);
    kernels.sigmoid(sigmoid, 0, points);
    double worst = 0;
    for (int i = 0; i < points; i++) {
      worst = Math.max(worst, Math.abs(tanh[i] - Math.tanh(x[i])));
      worst = Math.max(worst, Math.abs(sigmoid[i] - 1 / (1 + Math.exp(-(double) x[i]))));
    }
    assertThat(worst).isLessThan(2e-6);
  }

  @ParameterizedTest
  @MethodSource("implementations")
  void infinitiesSaturateAndNanStays(Kernels kernels) {
    float inf = Float.POSITIVE_INFINITY;
    for (int length : new int[] {6, 38}) {
      float[] x = new float[length];
      for (int at : new int[] {0, length - 5}) {
        System.arraycopy(
            new float[] {inf, -inf, Float.NaN, Float.MAX_VALUE, -Float.MAX_VALUE}, 0, x, at, 5);
        float[] tanh = x.clone();
        float[] sigmoid = x.clone();
        kernels.tanh(tanh, 0, length);
        kernels.sigmoid(sigmoid, 0, length);
        assertThat(Arrays.copyOfRange(tanh, at, at + 5))
            .containsExactly(new float[] {1, -1, Float.NaN, 1, -1}, within(2e-6f));
        assertThat(Arrays.copyOfRange(sigmoid, at, at + 5))
            .containsExactly(new float[] {1, 0, Float.NaN, 1, 0}, within(2e-6f));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("implementations")
  void onlyTheValuesAskedForChange(Kernels kernels) {
    float[] x = random(new Random(5), 50);
    float[] y = x.clone();
    kernels.tanh(y, 5, 37);
    kernels.sigmoid(y, 42, 3);
    assertThat(Arrays.copyOf(y, 5)).containsExactly(Arrays.copyOf(x, 5));
    assertThat(Arrays.copyOfRange(y, 45, 50)).containsExactly(Arrays.copyOfRange(x, 45, 50));
  }

  @ParameterizedTest
  @MethodSource("implementations")
  void stepsOfAChainAreSumsAndMaximaOverTheRows(Kernels kernels) {
    Random random = new Random(8);
    for (int labels : new int[] {1, 7, 8, 17, 100}) {
      int stride = Kernels.chainStride(labels);
      double[] matrix = random.doubles((long) labels * stride, -2, 2).toArray();
      double[] x = random.doubles(3 + labels, -2, 2).toArray();
      matrix[random.nextInt(labels) * stride] = Double.NEGATIVE_INFINITY;
      double[] sums = new double[stride + 2];
      double[] maxima = new double[stride + 2];

      kernels.chainProduct(x, 3, matrix, labels, stride, sums, 1);
      kernels.chainMaximum(x, 3, matrix, labels, stride, maxima, 1);

      for (int j = 0; j < stride; j++) {
        double sum = 0;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < labels; i++) {
          sum += x[3 + i] * matrix[i * stride + j];
          most = Math.max(most, x[3 + i] + matrix[i * stride + j]);
        }
        if (Double.isInfinite(sum)) {
          assertThat(sums[1 + j]).isEqualTo(sum);
        } else {
          assertThat(sums[1 + j]).isCloseTo(sum, within(1e-12));
        }
        assertThat(maxima[1 + j]).isEqualTo(most);
      }
      assertThat(sums[0] + sums[stride + 1] + maxima[0] + maxima[stride + 1]).isZero();
    }
  }

  @ParameterizedTest
  @MethodSource("implementations")
  void exponentialsAreWithinTheirError(Kernels kernels) {
    int length = 140_003;
    double[] x = new double[length + 2];
    for (int i = 0; i < length; i++) {
      x[1 + i] = -700 + i / 100.0;
    }
    double[] result = x.clone();

    kernels.exp(result, 1, length);

    for (int i = 1; i <= length; i++) {
      double exact = Math.exp(Math.min(700, x[i]));
      assertThat(Math.abs(result[i] - exact)).isLessThanOrEqualTo(1e-14 * exact);
    }
    assertThat(result[0]).isZero();
    assertThat(result[length + 1]).isZero();
  }

  @ParameterizedTest
  @MethodSource("implementations")
  void exponentialsEndAtTheirLimitsAndKeepNan(Kernels kernels) {
    double[] x = {
      Double.NEGATIVE_INFINITY, -1e4, 0, Double.NaN, 1e4, Double.POSITIVE_INFINITY, 0, 1
    };
    kernels.exp(x, 0, 8);
    assertThat(x[0]).isBetween(9e-305, 1e-303);
    assertThat(x[1]).isEqualTo(x[0]);
    assertThat(x[2]).isEqualTo(1);
    assertThat(x[3]).isNaN();
    assertThat(x[5]).isEqualTo(x[4]).isGreaterThan(1e303);
  }

  static double largestDifference(float[] actual, float[] expected) {
    double largest = 0;
    for (int i = 0; i < actual.length; i++) {
      largest = Math.max(largest, Math.abs((double) actual[i] - expected[i]));
    }
    return largest;
  }

  /** Everything but the m × n values of C is as it was. */
  private static void assertUntouched(float[] c, float[] before, int m, int n, int stride) {
    float[] outside = c.clone();
    for (int i = 0; i < m; i++) {
      System.arraycopy(before, 5 + i * stride, outside, 5 + i * stride, n);
    }
    assertThat(Arrays.equals(outside, before)).as("nothing else is written").isTrue();
  }

  private static int size(Random random) {
    return SIZES[random.nextInt(SIZES.length)];
  }

  static float[] random(Random random, int length) {
    float[] values = new float[length];
    for (int i = 0; i < length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }
}
