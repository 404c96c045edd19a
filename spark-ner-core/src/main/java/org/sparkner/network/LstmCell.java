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

/** {@link org.sparkner.model.WordEncoder#LSTM} on the kernels. */
record LstmCell<A>(Arithmetic<A, ?> arithmetic, int hidden) implements Cell<A> {
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
    arithmetic.lstmForward(
        rows,
        hidden,
        tape.gates,
        tape.previousCell,
        tape.cell,
        tape.cellTanh,
        first,
        output,
        column,
        stride);
  }

  @Override
  public void backward(
      Tape<A> tape, int first, int rows, A outputGradient, A cellGradient, A gradient) {
    arithmetic.lstmBackward(
        rows,
        hidden,
        tape.gates,
        tape.previousCell,
        tape.cellTanh,
        first,
        outputGradient,
        cellGradient);
    arithmetic.fill(outputGradient, 0, rows * hidden, 0);
  }
}
