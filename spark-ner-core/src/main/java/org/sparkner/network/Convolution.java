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

import org.sparkner.model.ConvolutionShape;

/**
 * A convolution over the positions of the distinct words of a batch, with zeros around each word,
 * and its derivative. Rows of inputs and outputs are parts of wider rows.
 */
final class Convolution<A, M> {
  private final Arithmetic<A, M> arithmetic;
  private final int inputs;
  private final int width;
  private final int filters;
  private final int window;
  private final int weights;
  private final int bias;
  private A parameters;
  private DistinctWords words;
  private A windows;
  private M packed;
  private M transposed;

  Convolution(Arithmetic<A, M> arithmetic, ConvolutionShape shape, ParameterLayout parameters) {
    this.arithmetic = arithmetic;
    this.inputs = shape.inputs();
    this.width = shape.width();
    this.filters = shape.outputs();
    this.window = shape.window();
    this.weights = parameters.get(shape.filters()).offset();
    this.bias = parameters.get(shape.bias()).offset();
  }

  /** Values of a position's output. */
  int filters() {
    return filters;
  }

  /**
   * @param input position p at {@code p * inputStride}
   * @param output position p at {@code p * stride + column}, overwritten
   */
  void forward(
      A parameters,
      A input,
      int inputStride,
      DistinctWords words,
      A output,
      int column,
      int stride) {
    this.parameters = parameters;
    this.words = words;
    int positions = words.positions();
    windows = arithmetic.room(windows, positions * window);
    arithmetic.fill(windows, 0, positions * window, 0);
    forEachNeighbour(
        (position, neighbour, at) ->
            arithmetic.copy(
                input, neighbour * inputStride, windows, position * window + at, inputs));
    for (int p = 0; p < positions; p++) {
      arithmetic.copy(parameters, bias, output, p * stride + column, filters);
    }
    packed = arithmetic.pack(packed, parameters, weights, window, filters);
    arithmetic.multiplyAdd(positions, windows, 0, window, packed, output, column, stride);
  }

  /**
   * @param delta gradient of the output, position p at {@code p * stride + column}
   * @param gradient of the layer's parameters, added to
   * @param inputGradient position p at {@code p * inputStride}, added to
   */
  void backward(A delta, int column, int stride, A gradient, A inputGradient, int inputStride) {
    int positions = words.positions();
    arithmetic.multiplyTransposed(
        positions, window, filters, windows, delta, column, stride, gradient, weights);
    for (int p = 0; p < positions; p++) {
      arithmetic.addAll(delta, p * stride + column, gradient, bias, filters);
    }
    A around = windows;
    arithmetic.fill(around, 0, positions * window, 0);
    transposed = arithmetic.packTransposed(transposed, parameters, weights, window, filters);
    arithmetic.multiplyAdd(positions, delta, column, stride, transposed, around, 0, window);
    forEachNeighbour(
        (position, neighbour, at) ->
            arithmetic.addAll(
                around, position * window + at, inputGradient, neighbour * inputStride, inputs));
  }

  /** A position of a word, one that its window covers, and where in the window that one stands. */
  private interface Neighbours {
    void visit(int position, int neighbour, int at);
  }

  private void forEachNeighbour(Neighbours neighbours) {
    for (int u = 0; u < words.size(); u++) {
      for (int p = words.begin(u); p < words.end(u); p++) {
        for (int w = 0; w < width; w++) {
          int neighbour = p + w - width / 2;
          if (neighbour >= words.begin(u) && neighbour < words.end(u)) {
            neighbours.visit(p, neighbour, w * inputs);
          }
        }
      }
    }
  }
}
