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

/** {@link org.sparkner.model.WordEncoder#RNN}: h' = tanh of the gates' one block. */
record ElmanCell<A>(Arithmetic<A, ?> arithmetic, int hidden) implements Cell<A> {
  @Override
  public int blocks() {
    return 1;
  }

  @Override
  public boolean hasCell() {
    return false;
  }

  @Override
  public void forward(Tape<A> tape, int first, int rows, A output, int column, int stride) {
    arithmetic.tanh(tape.gates, first * hidden, rows * hidden);
    for (int row = first; row < first + rows; row++) {
      arithmetic.copy(tape.gates, row * hidden, output, row * stride + column, hidden);
    }
  }

  @Override
  public void backward(
      Tape<A> tape, int first, int rows, A outputGradient, A cellGradient, A gradient) {
    for (int i = 0; i < rows * hidden; i++) {
      double output = arithmetic.get(tape.gates, first * hidden + i);
      arithmetic.set(
          tape.gates,
          first * hidden + i,
          arithmetic.get(outputGradient, i) * (1 - output * output));
    }
    arithmetic.fill(outputGradient, 0, rows * hidden, 0);
  }
}
