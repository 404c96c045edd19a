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

package org.sparkner.network;

/**
 * {@link org.sparkner.model.WordEncoder#GRU}: n = tanh(x_n + r ⊙ h_n), h' = n + z ⊙ (h − n). A row
 * of gates is x_n, z, r, h_n.
 */
record GruCell<A>(Arithmetic<A, ?> arithmetic, int hidden) implements Cell<A> {
  @Override
  public int blocks() {
    return 4;
  }

  @Override
  public boolean hasCell() {
    return false;
  }

  @Override
  public void forward(Tape<A> tape, int first, int rows, A output, int column, int stride) {
    A gates = tape.gates;
    for (int row = first; row < first + rows; row++) {
      int n = row * 4 * hidden;
      int z = n + hidden;
      int r = z + hidden;
      int recurrent = r + hidden;
      arithmetic.sigmoid(gates, z, 2 * hidden);
      for (int j = 0; j < hidden; j++) {
        arithmetic.add(
            gates, n + j, arithmetic.get(gates, r + j) * arithmetic.get(gates, recurrent + j));
      }
      arithmetic.tanh(gates, n, hidden);
      for (int j = 0; j < hidden; j++) {
        double candidate = arithmetic.get(gates, n + j);
        double before = arithmetic.get(tape.previousOutput, row * hidden + j);
        arithmetic.set(
            output,
            row * stride + column + j,
            candidate + arithmetic.get(gates, z + j) * (before - candidate));
      }
    }
  }

  @Override
  public void backward(
      Tape<A> tape, int first, int rows, A outputGradient, A cellGradient, A gradient) {
    A gates = tape.gates;
    for (int i = 0; i < rows; i++) {
      int n = (first + i) * 4 * hidden;
      for (int j = n; j < n + hidden; j++) {
        double candidate = arithmetic.get(gates, j);
        double update = arithmetic.get(gates, j + hidden);
        double reset = arithmetic.get(gates, j + 2 * hidden);
        double recurrent = arithmetic.get(gates, j + 3 * hidden);
        double before = arithmetic.get(tape.previousOutput, (first + i) * hidden + j - n);
        int at = i * hidden + j - n;
        double output = arithmetic.get(outputGradient, at);
        double inTanh = output * (1 - update) * (1 - candidate * candidate);
        arithmetic.set(gates, j, inTanh);
        arithmetic.set(gates, j + hidden, output * (before - candidate) * update * (1 - update));
        arithmetic.set(gates, j + 2 * hidden, inTanh * recurrent * reset * (1 - reset));
        arithmetic.set(gates, j + 3 * hidden, inTanh * reset);
        arithmetic.set(outputGradient, at, output * update);
      }
    }
  }
}
