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
 * One direction of a BiLSTM over time-major packed rows. The products with the input are one for
 * all tokens; a step is one product of the previous outputs with the recurrent weights. Gates are
 * in the order input, forget, candidate, output.
 *
 * <p>Going back in time, sentences begin at their last token, so rows join as the steps go on: of
 * the rows of a step, the first ones continue and the others start from zero.
 */
final class LstmDirection<A, M> {
  private final Arithmetic<A, M> arithmetic;
  private final boolean reverse;
  private final int inputs;
  private final int hidden;
  private final ParameterLayout.Parameter inputWeights;
  private final ParameterLayout.Parameter recurrentWeights;
  private final ParameterLayout.Parameter bias;

  private A parameters;
  private A gates;
  private A cell;
  private A cellTanh;
  private A previousCell;
  private A previousOutput;

  LstmDirection(Arithmetic<A, M> arithmetic, BiLstmConfiguration configuration, String direction) {
    this.arithmetic = arithmetic;
    this.reverse = direction.equals(BiLstmConfiguration.BACKWARD);
    this.inputs = (int) configuration.getNIn();
    this.hidden = configuration.hidden();
    ParameterLayout layout = configuration.parameters();
    this.inputWeights = layout.get(direction + BiLstmConfiguration.INPUT);
    this.recurrentWeights = layout.get(direction + BiLstmConfiguration.RECURRENT);
    this.bias = layout.get(direction + BiLstmConfiguration.BIAS);
  }

  int hidden() {
    return hidden;
  }

  /** Column of this direction's units in a row of the output. */
  private int column() {
    return reverse ? hidden : 0;
  }

  /**
   * @param rows [tokens × inputs]
   * @param output [tokens × 2 hidden]; this direction's half is written
   */
  void forward(A parameters, A rows, TokenLayout layout, A output) {
    this.parameters = parameters;
    int tokens = layout.tokens();
    int width = 4 * hidden;
    gates = arithmetic.room(gates, tokens * width);
    for (int r = 0; r < tokens; r++) {
      arithmetic.copy(parameters, bias.offset(), gates, r * width, width);
    }
    M input = arithmetic.pack(parameters, inputWeights.offset(), inputs, width);
    arithmetic.multiplyAdd(tokens, rows, 0, inputs, input, gates, 0, width);
    M recurrent = arithmetic.pack(parameters, recurrentWeights.offset(), hidden, width);
    cell = arithmetic.room(cell, tokens * hidden);
    cellTanh = arithmetic.room(cellTanh, tokens * hidden);
    previousCell = arithmetic.room(previousCell, tokens * hidden);
    previousOutput = arithmetic.room(previousOutput, tokens * hidden);
    for (int i = 0; i < layout.steps(); i++) {
      int step = reverse ? layout.steps() - 1 - i : i;
      int first = layout.start(step);
      int continuing = continuing(layout, step);
      int beginning = (first + continuing) * hidden;
      int end = (first + layout.active(step)) * hidden;
      arithmetic.fill(previousCell, beginning, end, 0);
      arithmetic.fill(previousOutput, beginning, end, 0);
      if (continuing > 0) {
        int before = layout.start(reverse ? step + 1 : step - 1);
        arithmetic.copy(cell, before * hidden, previousCell, first * hidden, continuing * hidden);
        for (int r = 0; r < continuing; r++) {
          int from = (before + r) * 2 * hidden + column();
          arithmetic.copy(output, from, previousOutput, (first + r) * hidden, hidden);
        }
        arithmetic.multiplyAdd(
            continuing,
            previousOutput,
            first * hidden,
            hidden,
            recurrent,
            gates,
            first * width,
            width);
      }
      arithmetic.lstmForward(
          layout.active(step),
          hidden,
          gates,
          previousCell,
          cell,
          cellTanh,
          first,
          output,
          column());
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
   * @param outputGradient [tokens × 2 hidden]
   * @param gradient of the layer's parameters, added to
   * @param inputGradient [tokens × inputs], added to
   */
  void backward(A rows, TokenLayout layout, A outputGradient, A gradient, A inputGradient) {
    int tokens = layout.tokens();
    int width = 4 * hidden;
    M recurrent = arithmetic.packTransposed(parameters, recurrentWeights.offset(), hidden, width);
    A outputs = arithmetic.array(layout.active(0) * hidden);
    A cells = arithmetic.array(layout.active(0) * hidden);
    // How many of the rows of the arrays above hold a gradient that came from the step after.
    int carried = 0;
    for (int i = 0; i < layout.steps(); i++) {
      int step = reverse ? i : layout.steps() - 1 - i;
      int first = layout.start(step);
      int active = layout.active(step);
      arithmetic.fill(outputs, carried * hidden, active * hidden, 0);
      arithmetic.fill(cells, carried * hidden, active * hidden, 0);
      addRows(outputGradient, first, active, outputs);
      arithmetic.lstmBackward(active, hidden, gates, previousCell, cellTanh, first, outputs, cells);
      carried = continuing(layout, step);
      arithmetic.fill(outputs, 0, carried * hidden, 0);
      arithmetic.multiplyAdd(carried, gates, first * width, width, recurrent, outputs, 0, hidden);
    }
    arithmetic.multiplyTransposed(
        tokens, inputs, width, rows, gates, gradient, inputWeights.offset());
    arithmetic.multiplyTransposed(
        tokens, hidden, width, previousOutput, gates, gradient, recurrentWeights.offset());
    for (int r = 0; r < tokens; r++) {
      arithmetic.addAll(gates, r * width, gradient, bias.offset(), width);
    }
    M input = arithmetic.packTransposed(parameters, inputWeights.offset(), inputs, width);
    arithmetic.multiplyAdd(tokens, gates, 0, width, input, inputGradient, 0, inputs);
  }

  private void addRows(A outputGradient, int first, int active, A outputs) {
    for (int r = 0; r < active; r++) {
      int from = (first + r) * 2 * hidden + column();
      arithmetic.addAll(outputGradient, from, outputs, r * hidden, hidden);
    }
  }
}
