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

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.sparkner.kernel.KernelProvider;
import org.sparkner.kernel.Kernels;
import org.sparkner.kernel.PackedMatrix;

/** A step of the default LSTM, product and gates, by number of rows: microseconds a step. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 1)
public class KernelBenchmark {
  private static final int HIDDEN = 200;

  @Param({"1", "8", "64"})
  private int rows;

  @Param({"best", "plain"})
  private String implementation;

  private Kernels kernels;
  private PackedMatrix recurrent;
  private float[] projections;
  private float[] gates;
  private float[] cells;
  private float[] nextCells;
  private float[] cellTanh;
  private float[] states;
  private float[] nextStates;
  private float[] stateGradient;
  private float[] cellGradient;

  /** Allocates and fills the arrays. */
  @Setup
  public void fill() {
    kernels = implementation.equals("plain") ? KernelProvider.plain() : KernelProvider.best();
    recurrent =
        new PackedMatrix(HIDDEN, 4 * HIDDEN).pack(random(4 * HIDDEN * HIDDEN), 0, 4 * HIDDEN);
    projections = random(rows * 4 * HIDDEN);
    gates = random(rows * 4 * HIDDEN);
    cells = random(rows * HIDDEN);
    nextCells = new float[rows * HIDDEN];
    cellTanh = new float[rows * HIDDEN];
    states = random(rows * HIDDEN);
    nextStates = new float[rows * HIDDEN];
    stateGradient = random(rows * HIDDEN);
    cellGradient = random(rows * HIDDEN);
  }

  private static float[] random(int length) {
    Random random = new Random(1);
    float[] values = new float[length];
    for (int i = 0; i < length; i++) {
      values[i] = (float) (0.1 * random.nextGaussian());
    }
    return values;
  }

  /** h·W added to projected inputs. */
  @Benchmark
  public float[] product() {
    System.arraycopy(projections, 0, gates, 0, gates.length);
    kernels.multiply(rows, states, 0, HIDDEN, recurrent, gates, 0, 4 * HIDDEN, true);
    return gates;
  }

  /** Gates, cell and output. */
  @Benchmark
  public float[] forward() {
    System.arraycopy(projections, 0, gates, 0, gates.length);
    kernels.lstmForward(
        rows, HIDDEN, gates, 0, cells, 0, nextCells, cellTanh, 0, nextStates, 0, HIDDEN);
    return nextStates;
  }

  /** Gradients of the gates. */
  @Benchmark
  public float[] backward() {
    System.arraycopy(projections, 0, gates, 0, gates.length);
    kernels.lstmBackward(
        rows, HIDDEN, gates, 0, cells, 0, cellTanh, 0, stateGradient, 0, cellGradient);
    return gates;
  }
}
