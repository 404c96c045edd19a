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

import java.util.List;
import org.sparkner.model.EncoderLayer;

/**
 * One direction of a recurrent layer over time-major packed rows. The products with the input are
 * one for all tokens; a step is one product of the previous outputs with the recurrent weights,
 * where the kind of encoder has them, and its {@link Cell}.
 *
 * <p>Going back in time, sentences begin at their last token, so rows join as the steps go on: of
 * the rows of a step, the first ones continue and the others start from zero.
 */
final class RecurrentDirection<A, M> {
  private final Arithmetic<A, M> arithmetic;
  private final Cell<A> cell;
  private final boolean reverse;
  private final int inputs;
  private final int hidden;
  private final int outputs;
  private final int inputColumns;
  private final int recurrentColumns;
  private final int width;
  private final int inputWeights;
  private final int recurrentWeights;
  private final int bias;
  private final Tape<A> tape = new Tape<>();
  private M input;
  private M inputTransposed;
  private M recurrent;
  private M recurrentTransposed;
  private A states;
  private A cells;

  private RecurrentDirection(
      Arithmetic<A, M> arithmetic,
      EncoderLayer shape,
      ParameterLayout parameters,
      EncoderLayer.Direction direction) {
    this.arithmetic = arithmetic;
    this.reverse = direction == EncoderLayer.Direction.BACKWARD;
    this.inputs = shape.inputs();
    this.hidden = shape.hidden();
    this.outputs = shape.outputs();
    this.inputColumns = shape.inputColumns();
    this.recurrentColumns = shape.recurrentColumns();
    this.inputWeights = parameters.get(shape.input(direction)).offset();
    this.recurrentWeights =
        recurrentColumns == 0 ? -1 : parameters.get(shape.recurrent(direction)).offset();
    this.bias = parameters.get(shape.bias(direction)).offset();
    int diagonal =
        shape.encoder().diagonals() == 0 ? -1 : parameters.get(shape.diagonal(direction)).offset();
    this.cell = Cell.of(shape.encoder(), arithmetic, hidden, diagonal);
    this.width = cell.blocks() * hidden;
  }

  /** The directions of a layer, whose parameters are in this order. */
  static <A, M> List<RecurrentDirection<A, M>> all(
      Arithmetic<A, M> arithmetic, EncoderLayer shape, ParameterLayout parameters) {
    return shape.directions().stream()
        .map(direction -> new RecurrentDirection<>(arithmetic, shape, parameters, direction))
        .toList();
  }

  /** Column of this direction's units in a row of the output. */
  private int column() {
    return reverse ? hidden : 0;
  }

  /**
   * @param rows [tokens × inputs]
   * @param output [tokens × outputs]; this direction's columns are written
   */
  void forward(A parameters, A rows, TokenLayout layout, A output) {
    tape.parameters = parameters;
    int tokens = layout.tokens();
    tape.gates = arithmetic.room(tape.gates, tokens * width);
    for (int r = 0; r < tokens; r++) {
      arithmetic.copy(parameters, bias, tape.gates, r * width, inputColumns);
      arithmetic.fill(tape.gates, r * width + inputColumns, (r + 1) * width, 0);
    }
    input = arithmetic.pack(input, parameters, inputWeights, inputs, inputColumns);
    arithmetic.multiplyAdd(tokens, rows, 0, inputs, input, tape.gates, 0, width);
    reserve(tokens * hidden);
    if (recurrentColumns > 0) {
      recurrent =
          arithmetic.pack(recurrent, parameters, recurrentWeights, hidden, recurrentColumns);
    }
    for (int i = 0; i < layout.steps(); i++) {
      int step = reverse ? layout.steps() - 1 - i : i;
      begin(layout, step, output);
      cell.forward(tape, layout.start(step), layout.active(step), output, column(), outputs);
    }
  }

  private void reserve(int size) {
    if (cell.hasCell()) {
      tape.cell = arithmetic.room(tape.cell, size);
      tape.cellTanh = arithmetic.room(tape.cellTanh, size);
      tape.previousCell = arithmetic.room(tape.previousCell, size);
    }
    if (recurrentColumns > 0) {
      tape.previousOutput = arithmetic.room(tape.previousOutput, size);
    }
  }

  /** Brings the states of the step before, zeros where a sentence begins, and their product. */
  private void begin(TokenLayout layout, int step, A output) {
    int first = layout.start(step);
    int continuing = continuing(layout, step);
    int beginning = (first + continuing) * hidden;
    int end = (first + layout.active(step)) * hidden;
    int before = continuing == 0 ? 0 : layout.start(reverse ? step + 1 : step - 1);
    if (cell.hasCell()) {
      arithmetic.fill(tape.previousCell, beginning, end, 0);
      arithmetic.copy(
          tape.cell, before * hidden, tape.previousCell, first * hidden, continuing * hidden);
    }
    if (recurrentColumns > 0) {
      arithmetic.fill(tape.previousOutput, beginning, end, 0);
      for (int r = 0; r < continuing; r++) {
        int from = (before + r) * outputs + column();
        arithmetic.copy(output, from, tape.previousOutput, (first + r) * hidden, hidden);
      }
      arithmetic.multiplyAdd(
          continuing,
          tape.previousOutput,
          first * hidden,
          hidden,
          recurrent,
          tape.gates,
          first * width + width - recurrentColumns,
          width);
    }
  }

  /** Of the rows of a step, how many continue a sentence rather than begin it. */
  private int continuing(TokenLayout layout, int step) {
    if (reverse) {
      return step + 1 < layout.steps() ? layout.active(step + 1) : 0;
    }
    return step > 0 ? layout.active(step) : 0;
  }

  /**
   * @param outputGradient [tokens × outputs]
   * @param gradient of the layer's parameters, added to
   * @param inputGradient [tokens × inputs], added to
   */
  void backward(A rows, TokenLayout layout, A outputGradient, A gradient, A inputGradient) {
    if (recurrentColumns > 0) {
      recurrentTransposed =
          arithmetic.packTransposed(
              recurrentTransposed, tape.parameters, recurrentWeights, hidden, recurrentColumns);
    }
    states = arithmetic.room(states, layout.active(0) * hidden);
    cells = arithmetic.room(cells, layout.active(0) * hidden);
    // How many of the rows of the arrays above hold a gradient that came from the step after.
    int carried = 0;
    for (int i = 0; i < layout.steps(); i++) {
      int step = reverse ? i : layout.steps() - 1 - i;
      int first = layout.start(step);
      int active = layout.active(step);
      arithmetic.fill(states, carried * hidden, active * hidden, 0);
      arithmetic.fill(cells, carried * hidden, active * hidden, 0);
      addRows(outputGradient, first, active, states);
      cell.backward(tape, first, active, states, cells, gradient);
      carried = continuing(layout, step);
      if (recurrentColumns > 0) {
        int from = first * width + width - recurrentColumns;
        arithmetic.multiplyAdd(
            carried, tape.gates, from, width, recurrentTransposed, states, 0, hidden);
      }
    }
    addWeightGradients(rows, layout.tokens(), gradient);
    inputTransposed =
        arithmetic.packTransposed(
            inputTransposed, tape.parameters, inputWeights, inputs, inputColumns);
    arithmetic.multiplyAdd(
        layout.tokens(), tape.gates, 0, width, inputTransposed, inputGradient, 0, inputs);
  }

  private void addRows(A outputGradient, int first, int active, A states) {
    for (int r = 0; r < active; r++) {
      int from = (first + r) * outputs + column();
      arithmetic.addAll(outputGradient, from, states, r * hidden, hidden);
    }
  }

  private void addWeightGradients(A rows, int tokens, A gradient) {
    arithmetic.multiplyTransposed(
        tokens, inputs, inputColumns, rows, tape.gates, 0, width, gradient, inputWeights);
    if (recurrentColumns > 0) {
      arithmetic.multiplyTransposed(
          tokens,
          hidden,
          recurrentColumns,
          tape.previousOutput,
          tape.gates,
          width - recurrentColumns,
          width,
          gradient,
          recurrentWeights);
    }
    for (int r = 0; r < tokens; r++) {
      arithmetic.addAll(tape.gates, r * width, gradient, bias, inputColumns);
    }
  }
}
