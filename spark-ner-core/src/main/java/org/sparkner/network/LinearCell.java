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
 * {@link org.sparkner.model.WordEncoder#LINEAR_RNN}: c' = x + λ ⊙ (c − x), h' = tanh(c'). A row of
 * gates is x.
 *
 * @param diagonal place of the logits of λ in the layer's parameters
 */
record LinearCell<A>(Arithmetic<A, ?> arithmetic, int hidden, int diagonal) implements Cell<A> {
  @Override
  public int blocks() {
    return 1;
  }

  @Override
  public boolean hasCell() {
    return true;
  }

  private double decay(Tape<A> tape, int unit) {
    return 1 / (1 + Math.exp(-arithmetic.get(tape.parameters, diagonal + unit)));
  }

  @Override
  public void forward(Tape<A> tape, int first, int rows, A output, int column, int stride) {
    for (int j = 0; j < hidden; j++) {
      double decay = decay(tape, j);
      for (int row = first; row < first + rows; row++) {
        int at = row * hidden + j;
        double x = arithmetic.get(tape.gates, at);
        double now = x + decay * (arithmetic.get(tape.previousCell, at) - x);
        arithmetic.set(tape.cell, at, now);
        arithmetic.set(tape.cellTanh, at, now);
      }
    }
    arithmetic.tanh(tape.cellTanh, first * hidden, rows * hidden);
    for (int row = first; row < first + rows; row++) {
      arithmetic.copy(tape.cellTanh, row * hidden, output, row * stride + column, hidden);
    }
  }

  @Override
  public void backward(
      Tape<A> tape, int first, int rows, A outputGradient, A cellGradient, A gradient) {
    for (int j = 0; j < hidden; j++) {
      double decay = decay(tape, j);
      double inDecay = 0;
      for (int i = 0; i < rows; i++) {
        int at = (first + i) * hidden + j;
        double tanh = arithmetic.get(tape.cellTanh, at);
        double inCell =
            arithmetic.get(cellGradient, i * hidden + j)
                + arithmetic.get(outputGradient, i * hidden + j) * (1 - tanh * tanh);
        inDecay +=
            inCell * (arithmetic.get(tape.previousCell, at) - arithmetic.get(tape.gates, at));
        arithmetic.set(tape.gates, at, inCell * (1 - decay));
        arithmetic.set(cellGradient, i * hidden + j, inCell * decay);
      }
      arithmetic.add(gradient, diagonal + j, inDecay * decay * (1 - decay));
    }
    arithmetic.fill(outputGradient, 0, rows * hidden, 0);
  }
}
