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
 * {@link org.sparkner.model.WordEncoder#SRU}: f = σ(x_f + v_f ⊙ c), r = σ(x_r + v_r ⊙ c), c' = f ⊙
 * c + (1 − f) ⊙ x, h' = r ⊙ c' + (1 − r) ⊙ x_h. A row of gates is x, f, r, x_h.
 *
 * @param diagonal place of v_f in the layer's parameters, after which comes v_r
 */
record SruCell<A>(Arithmetic<A, ?> arithmetic, int hidden, int diagonal) implements Cell<A> {
  @Override
  public int blocks() {
    return 4;
  }

  @Override
  public boolean hasCell() {
    return true;
  }

  @Override
  public void forward(Tape<A> tape, int first, int rows, A output, int column, int stride) {
    A gates = tape.gates;
    for (int row = first; row < first + rows; row++) {
      int x = row * 4 * hidden;
      int f = x + hidden;
      int r = f + hidden;
      int cell = row * hidden;
      for (int j = 0; j < hidden; j++) {
        double before = arithmetic.get(tape.previousCell, cell + j);
        arithmetic.add(gates, f + j, before * weight(tape, j));
        arithmetic.add(gates, r + j, before * weight(tape, hidden + j));
      }
      arithmetic.sigmoid(gates, f, 2 * hidden);
      for (int j = 0; j < hidden; j++) {
        double candidate = arithmetic.get(gates, x + j);
        double highway = arithmetic.get(gates, r + hidden + j);
        double before = arithmetic.get(tape.previousCell, cell + j);
        double now = candidate + arithmetic.get(gates, f + j) * (before - candidate);
        arithmetic.set(tape.cell, cell + j, now);
        arithmetic.set(
            output,
            row * stride + column + j,
            highway + arithmetic.get(gates, r + j) * (now - highway));
      }
    }
  }

  private double weight(Tape<A> tape, int index) {
    return arithmetic.get(tape.parameters, diagonal + index);
  }

  @Override
  public void backward(
      Tape<A> tape, int first, int rows, A outputGradient, A cellGradient, A gradient) {
    A gates = tape.gates;
    for (int i = 0; i < rows; i++) {
      int x = (first + i) * 4 * hidden;
      for (int j = 0; j < hidden; j++) {
        double candidate = arithmetic.get(gates, x + j);
        double forget = arithmetic.get(gates, x + hidden + j);
        double reset = arithmetic.get(gates, x + 2 * hidden + j);
        double highway = arithmetic.get(gates, x + 3 * hidden + j);
        int cell = (first + i) * hidden + j;
        double before = arithmetic.get(tape.previousCell, cell);
        double output = arithmetic.get(outputGradient, i * hidden + j);
        double inCell = arithmetic.get(cellGradient, i * hidden + j) + output * reset;
        double inReset = output * (arithmetic.get(tape.cell, cell) - highway) * reset * (1 - reset);
        double inForget = inCell * (before - candidate) * forget * (1 - forget);
        arithmetic.set(gates, x + j, inCell * (1 - forget));
        arithmetic.set(gates, x + hidden + j, inForget);
        arithmetic.set(gates, x + 2 * hidden + j, inReset);
        arithmetic.set(gates, x + 3 * hidden + j, output * (1 - reset));
        arithmetic.add(gradient, diagonal + j, inForget * before);
        arithmetic.add(gradient, diagonal + hidden + j, inReset * before);
        arithmetic.set(
            cellGradient,
            i * hidden + j,
            inCell * forget + inForget * weight(tape, j) + inReset * weight(tape, hidden + j));
      }
    }
    arithmetic.fill(outputGradient, 0, rows * hidden, 0);
  }
}
