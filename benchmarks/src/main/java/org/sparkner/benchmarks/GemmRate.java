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

package org.sparkner.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.sparkner.kernel.KernelProvider;
import org.sparkner.kernel.Kernels;
import org.sparkner.kernel.PackedMatrix;
import org.sparkner.kernel.ProductProvider;
import org.sparkner.kernel.RowProducts;

/**
 * The machine's best single-core rate of matrix products in single precision, the roofline that the
 * engine and the training are measured against: the best of this project's kernels and of OpenBLAS
 * (through ND4J), of several sizes, by CPU time. An instance is asked again and again during what
 * is measured, so that both have seen the same machine.
 */
final class GemmRate {
  private static final int[][] SIZES = {{64, 200, 800}, {240, 200, 800}, {512, 512, 512}};
  private static final int CALLS = 6;
  private static final int ROUNDS = 12;
  private static final int FEW_ROUNDS = 2;
  private static final double ROUND_SECONDS = 0.05;

  /** Times as long as a product in {@link #measure} are those of {@link #speedup}. */
  private static final int SPEEDUP_ROUNDS = 10;

  private final List<Product> products = new ArrayList<>();
  private final double roundSeconds;
  private double best;

  /** A product that can be run, and its floating-point operations. */
  private record Product(double operations, Runnable run) {}

  /**
   * @param roundSeconds time of a product in one call of {@link #measure}, which takes twelve times
   *     as long
   */
  GemmRate(double roundSeconds) {
    this.roundSeconds = roundSeconds;
    for (int[] size : SIZES) {
      products.add(kernels(KernelProvider.best(), size[0], size[1], size[2]));
      products.add(openBlas(size[0], size[1], size[2]));
    }
  }

  /** Runs all products once more; gives their best rate of this time. */
  double measure() {
    double now = 0;
    for (Product product : products) {
      now = Math.max(now, rate(product, FEW_ROUNDS, roundSeconds));
    }
    best = Math.max(best, now);
    return now;
  }

  /** How many times as much as one thread so many multiply, by the clock. */
  double speedup(int threads) {
    return threads * seconds(1) / seconds(threads);
  }

  /** In which each of so many threads multiplies matrices of its own. */
  private double seconds(int threads) {
    int[] size = SIZES[0];
    double operations = 2.0 * size[0] * size[1] * size[2];
    int calls = (int) Math.ceil(SPEEDUP_ROUNDS * roundSeconds * best * 1e9 / operations);
    return Together.seconds(
        threads,
        () -> {
          Product product = kernels(KernelProvider.best(), size[0], size[1], size[2]);
          return () -> {
            for (int call = 0; call < calls; call++) {
              product.run().run();
            }
          };
        });
  }

  /**
   * The best rate so far, in billions of floating-point operations a second, two a multiply-add.
   */
  double best() {
    return best;
  }

  /** The best rate of a few seconds. */
  static double bestGflops() {
    GemmRate rate = new GemmRate(ROUND_SECONDS);
    for (int call = 0; call < CALLS; call++) {
      rate.measure();
    }
    return rate.best();
  }

  /** C = A·B with A [m × k] and B [k × n] packed beforehand. */
  private static Product kernels(Kernels kernels, int m, int k, int n) {
    float[] a = random(m * k);
    float[] c = new float[m * n];
    PackedMatrix b = new PackedMatrix(k, n).pack(random(k * n), 0, n);
    return new Product(2.0 * m * k * n, () -> kernels.multiply(m, a, 0, k, b, c, 0, n, false));
  }

  /** The same product on 8-bit integers, from floats; NaN where there are too many rows. */
  private static double eightBits(int m, int k, int n) {
    if (m > RowProducts.MOST_ROWS) {
      return Double.NaN;
    }
    float[] a = random(m * k);
    for (int i = 0; i < a.length; i++) {
      a[i] = (float) Math.tanh(a[i]);
    }
    RowProducts products = ProductProvider.int8().int8(random(k * n), k, n).newProducts();
    return rate(new Product(2.0 * m * k * n, () -> products.multiply(m, a, 0, k)));
  }

  /** The same product of OpenBLAS, on one thread. */
  private static Product openBlas(int m, int k, int n) {
    INDArray a = Nd4j.create(random(m * k), new long[] {m, k}, 'f');
    INDArray b = Nd4j.create(random(k * n), new long[] {k, n}, 'f');
    INDArray c = Nd4j.create(DataType.FLOAT, new long[] {m, n}, 'f');
    Nd4j.factory().blas().setMaxThreads(1);
    return new Product(2.0 * m * k * n, () -> Nd4j.gemm(a, b, c, false, false, 1, 0));
  }

  /** C += Aᵀ·B with A [rows × m] and B [rows × n]. */
  private static Product transposed(Kernels kernels, int rows, int m, int n) {
    float[] a = random(rows * m);
    float[] b = random(rows * n);
    float[] c = new float[m * n];
    return new Product(
        2.0 * rows * m * n,
        () -> kernels.multiplyTransposed(rows, m, n, a, 0, m, b, 0, n, c, 0, n));
  }

  private static double rate(Product product) {
    return rate(product, ROUNDS, ROUND_SECONDS);
  }

  /** Operations a nanosecond of the best round; short rounds only warm up. */
  private static double rate(Product product, int rounds, double roundSeconds) {
    double best = 0;
    int times = 1;
    for (int round = 0; round < rounds; ) {
      double start = CpuTime.threadSeconds();
      for (int i = 0; i < times; i++) {
        product.run().run();
      }
      double seconds = CpuTime.threadSeconds() - start;
      if (seconds < roundSeconds) {
        times *= 2;
      } else {
        best = Math.max(best, product.operations() * times / seconds / 1e9);
        round++;
      }
    }
    return best;
  }

  private static float[] random(int length) {
    Random random = new Random(1);
    float[] values = new float[length];
    for (int i = 0; i < length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  /** Prints the table of products of docs/measurements/performance.md. */
  public static void main(String[] arguments) {
    Kernels best = KernelProvider.best();
    Kernels plain = KernelProvider.plain();
    System.out.printf(
        Locale.ROOT,
        "| product | %s | plain | OpenBLAS | 8 bits: %s |%n|---|---|---|---|---|%n",
        best.name(),
        ProductProvider.int8().name());
    int[][] sizes = {
      {1, 200, 800},
      {5, 200, 800},
      {8, 200, 800},
      {10, 200, 800},
      {10, 800, 200},
      {140, 130, 800},
      {140, 800, 130},
      {800, 90, 30},
      {140, 400, 17},
      {64, 200, 800},
      {120, 200, 800},
      {240, 200, 800}
    };
    for (int[] size : sizes) {
      int m = size[0];
      int k = size[1];
      int n = size[2];
      System.out.printf(
          Locale.ROOT,
          "| [%d × %d]·[%d × %d] | %.1f | %.1f | %.1f | %.1f |%n",
          m,
          k,
          k,
          n,
          rate(kernels(best, m, k, n)),
          rate(kernels(plain, m, k, n)),
          rate(openBlas(m, k, n)),
          eightBits(m, k, n));
    }
    for (int m : new int[] {130, 200}) {
      System.out.printf(
          Locale.ROOT,
          "| [140 × %d]ᵀ·[140 × 800] | %.1f | %.1f | | |%n",
          m,
          rate(transposed(best, 140, m, 800)),
          rate(transposed(plain, 140, m, 800)));
    }
    System.out.printf(Locale.ROOT, "gemm_gflops=%.1f%n", bestGflops());
  }
}
