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

class LstmKernelsTest {
  static Stream<Kernels> implementations() {
    return Stream.of(new PlainKernels(), new VectorKernels());
  }

  @ParameterizedTest
  @MethodSource("implementations")
  void aStepFollowsTheEquations(Kernels kernels) {
    Random random = new Random(1);
    for (int hidden : new int[] {1, 7, 8, 15, 16, 24, 29, 200}) {
      for (int rows = 0; rows < 4; rows++) {
        for (boolean first : new boolean[] {true, false}) {
          Step step = new Step(random, rows, hidden, first);
          Step before = step.copy();
          step.forward(kernels);
          before.assertForwardGave(step);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("implementations")
  void theTanhOfTheCellIsOptional(Kernels kernels) {
    Step kept = new Step(new Random(2), 2, 24, false);
    Step dropped = kept.copy();
    kept.forward(kernels);
    kernels.lstmForward(
        2, 24, dropped.gates, 0, dropped.previous, 0, dropped.cell, null, 0, dropped.output, 0, 27);
    assertThat(dropped.output).containsExactly(kept.output);
  }

  @ParameterizedTest
  @MethodSource("implementations")
  void theBackwardStepIsTheDerivativeOfTheForwardStep(Kernels kernels) {
    Random random = new Random(3);
    for (int hidden : new int[] {1, 8, 13, 24, 33}) {
      for (boolean first : new boolean[] {true, false}) {
        Step step = new Step(random, 2, hidden, first);
        Step input = step.copy();
        step.forward(kernels);
        float[] dh = KernelsTest.random(random, 2 * hidden);
        float[] dc = KernelsTest.random(random, 2 * hidden);
        float[] dcBefore = dc.clone();
        float[] gradient = step.gates.clone();
        kernels.lstmBackward(2, hidden, gradient, 0, step.previous, 0, step.cellTanh, 0, dh, 0, dc);
        for (int at = 0; at < gradient.length; at++) {
          assertThat((double) gradient[at])
              .isCloseTo(input.slopeOfGate(at, dh, dcBefore), within(2e-5));
        }
        for (int at = 0; at < dc.length && !first; at++) {
          assertThat((double) dc[at]).isCloseTo(input.slopeOfCell(at, dh, dcBefore), within(2e-5));
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("implementations")
  void aRowIsTheSameBitsWhateverTheOtherRows(Kernels kernels) {
    Step both = new Step(new Random(4), 2, 29, false);
    Step second = both.copy();
    both.forward(kernels);
    kernels.lstmForward(
        1,
        29,
        second.gates,
        4 * 29,
        second.previous,
        29,
        second.cell,
        null,
        29,
        second.output,
        32,
        32);
    assertThat(Arrays.copyOfRange(second.output, 32, 61))
        .containsExactly(Arrays.copyOfRange(both.output, 32, 61));
  }

  @ParameterizedTest
  @MethodSource("implementations")
  void nanIsNotHidden(Kernels kernels) {
    for (int gate = 0; gate < 4; gate++) {
      Step step = new Step(new Random(5), 1, 24, false);
      step.gates[gate * 24 + 23] = Float.NaN;
      step.forward(kernels);
      assertThat(step.output[23]).isNaN();
      assertThat(step.output[15]).isNotNaN();
    }
  }

  @ParameterizedTest
  @MethodSource("implementations")
  void aStepAtInferenceIsTheSameOfHalvedGates(Kernels kernels) {
    Random random = new Random(6);
    for (int hidden : new int[] {1, 7, 16, 24, 29, 200}) {
      float[] identity = new float[4 * hidden * 4 * hidden];
      for (int j = 0; j < 4 * hidden; j++) {
        identity[j * 4 * hidden + j] = 1;
      }
      RowProducts products =
          ProductProvider.by(kernels).single(identity, 4 * hidden, 4 * hidden).newProducts();
      for (boolean first : new boolean[] {true, false}) {
        Step step = new Step(random, 3, hidden, first);
        float[] added = KernelsTest.random(random, 3 * 4 * hidden);
        float[][] projections = new float[4][2 + 4 * hidden];
        for (int at = 0; at < added.length; at++) {
          float half = at / hidden % 4 == 2 ? 1 : 0.5f;
          float rest = step.gates[at] - (first ? 0 : added[at]);
          projections[1 + at / (4 * hidden)][2 + at % (4 * hidden)] = half * rest;
          added[at] *= half;
        }
        products.multiply(3, added, 0, 4 * hidden);
        int stride = Kernels.stateStride(hidden);
        float[] cells = new float[4 * stride];
        float[] states = new float[4 * stride];
        for (int r = 0; r < 3 && !first; r++) {
          System.arraycopy(step.previous, r * hidden, cells, (r + 1) * stride, hidden);
        }

        kernels.lstmStep(
            3, hidden, projections, 1, 2, first ? null : products, cells, states, stride, stride);

        step.forward(kernels);
        for (int r = 0; r < 3; r++) {
          int at = (r + 1) * stride;
          assertThat(Arrays.copyOfRange(cells, at, at + hidden))
              .containsExactly(
                  Arrays.copyOfRange(step.cell, r * hidden, (r + 1) * hidden), within(3e-6f));
          int out = r * (hidden + 3);
          assertThat(Arrays.copyOfRange(states, at, at + hidden))
              .containsExactly(Arrays.copyOfRange(step.output, out, out + hidden), within(3e-6f));
        }
        assertThat(Arrays.copyOf(states, stride)).containsOnly(0);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("implementations")
  void stepsAreTheNearestHalfToEven(Kernels kernels) {
    float[] values = new float[40];
    byte[] expected = new byte[40];
    for (int i = 0; i < 40; i++) {
      values[i] = (i - 20) * 0.05f;
      expected[i] = (byte) (128 + (int) Math.rint(values[i] * 127f));
    }
    for (int length : new int[] {1, 7, 16, 39}) {
      byte[] steps = new byte[42];
      kernels.toSteps(values, 1, steps, 2, length);
      assertThat(Arrays.copyOfRange(steps, 2, 2 + length))
          .containsExactly(Arrays.copyOfRange(expected, 1, 1 + length));
      assertThat(steps[1]).isZero();
      assertThat(steps[2 + length > 41 ? 0 : 2 + length]).isZero();
    }
  }

  /** The arrays of a step; output rows are 3 floats longer than the state. */
  private static final class Step {
    final int rows;
    final int hidden;
    final float[] gates;
    final float[] previous;
    final float[] cell;
    final float[] cellTanh;
    final float[] output;

    Step(Random random, int rows, int hidden, boolean first) {
      this(
          rows,
          hidden,
          KernelsTest.random(random, rows * 4 * hidden),
          first ? null : KernelsTest.random(random, rows * hidden));
    }

    private Step(int rows, int hidden, float[] gates, float[] previous) {
      this.rows = rows;
      this.hidden = hidden;
      this.gates = gates;
      this.previous = previous;
      this.cell = new float[rows * hidden];
      this.cellTanh = new float[rows * hidden];
      this.output = new float[rows * (hidden + 3)];
    }

    Step copy() {
      return new Step(rows, hidden, gates.clone(), previous == null ? null : previous.clone());
    }

    void forward(Kernels kernels) {
      kernels.lstmForward(
          rows, hidden, gates, 0, previous, 0, cell, cellTanh, 0, output, 0, hidden + 3);
    }

    void assertForwardGave(Step result) {
      for (int r = 0; r < rows; r++) {
        for (int j = 0; j < hidden; j++) {
          int at = r * 4 * hidden + j;
          double[] expected = step(at, r * hidden + j);
          for (int gate = 0; gate < 4; gate++) {
            assertThat((double) result.gates[at + gate * hidden])
                .isCloseTo(expected[gate], within(2e-6));
          }
          assertThat((double) result.cell[r * hidden + j]).isCloseTo(expected[4], within(1e-5));
          assertThat((double) result.cellTanh[r * hidden + j])
              .isCloseTo(Math.tanh(expected[4]), within(1e-5));
          assertThat((double) result.output[r * (hidden + 3) + j])
              .isCloseTo(expected[5], within(1e-5));
        }
        for (int pad = 0; pad < 3; pad++) {
          assertThat(result.output[r * (hidden + 3) + hidden + pad]).isZero();
        }
      }
    }

    /** i, f, g, o, c', h' of the unit whose first gate is at {@code at}. */
    private double[] step(int at, int state) {
      double i = sigmoid(gates[at]);
      double f = sigmoid(gates[at + hidden]);
      double g = Math.tanh(gates[at + 2 * hidden]);
      double o = sigmoid(gates[at + 3 * hidden]);
      double c = f * (previous == null ? 0 : previous[state]) + i * g;
      return new double[] {i, f, g, o, c, o * Math.tanh(c)};
    }

    double slopeOfGate(int at, float[] dh, float[] dc) {
      return slope(gates, at, at / (4 * hidden) * 4 * hidden + at % hidden, dh, dc);
    }

    double slopeOfCell(int state, float[] dh, float[] dc) {
      return slope(previous, state, state / hidden * 4 * hidden + state % hidden, dh, dc);
    }

    /** Central difference of dh·h' + dc·c' for one unit. */
    private double slope(float[] values, int at, int gate, float[] dh, float[] dc) {
      int state = gate / (4 * hidden) * hidden + gate % hidden;
      float kept = values[at];
      values[at] = kept + 0x1p-10f;
      double[] above = step(gate, state);
      values[at] = kept - 0x1p-10f;
      double[] below = step(gate, state);
      double width = (kept + 0x1p-10f) - (kept - 0x1p-10f);
      values[at] = kept;
      return (dh[state] * (above[5] - below[5]) + dc[state] * (above[4] - below[4])) / width;
    }

    private static double sigmoid(double x) {
      return 1 / (1 + Math.exp(-x));
    }
  }
}
