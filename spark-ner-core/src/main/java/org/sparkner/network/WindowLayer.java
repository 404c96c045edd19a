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

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.nd4j.linalg.api.buffer.DataType;
import org.sparkner.model.EncoderLayer;
import org.sparkner.model.WordEncoder;

/**
 * A layer whose output for a token is a function of the inputs around it, [batch × nIn × T] to
 * [batch × hidden × T]: h_t = f(Σ_k x_{t+k}·W_k + b), with f the rectifier for {@link
 * WordEncoder#CNN} and tanh for {@link WordEncoder#FFNN_WINDOW}. What lies beyond the ends of the
 * sentence adds nothing, be it padding or not.
 */
final class WindowLayer extends SequenceLayer<EncoderConfiguration> {
  private static final long serialVersionUID = 1L;

  WindowLayer(NeuralNetConfiguration configuration, DataType type) {
    super(configuration, type);
  }

  @Override
  <A, M> Pass<A> pass(Arithmetic<A, M> arithmetic) {
    return new WindowPass<>(arithmetic, (EncoderConfiguration) conf().getLayer());
  }

  /**
   * Multiplies each input with the weights of all places of the window at once, and adds the blocks
   * of the neighbours up.
   */
  private static final class WindowPass<A, M> extends Pass<A> {
    private final Arithmetic<A, M> matrices;
    private final Dropout dropout;
    private final boolean rectified;
    private final int inputs;
    private final int hidden;
    private final int window;
    private final int columns;
    private final int weights;
    private final int bias;
    private A parameters;
    private TokenLayout layout;
    private A rows;
    private A mask;
    private A products;
    private A output;
    private A delta;
    private A inputGradient;
    private M packed;
    private M transposed;

    WindowPass(Arithmetic<A, M> arithmetic, EncoderConfiguration configuration) {
      super(arithmetic);
      EncoderLayer shape = configuration.shape();
      ParameterLayout parameters = configuration.parameters();
      EncoderLayer.Direction direction = shape.directions().get(0);
      this.matrices = arithmetic;
      this.dropout = configuration.dropout();
      this.rectified = shape.encoder() == WordEncoder.CNN;
      this.inputs = shape.inputs();
      this.hidden = shape.hidden();
      this.window = shape.window();
      this.columns = shape.inputColumns();
      this.weights = parameters.get(shape.input(direction)).offset();
      this.bias = parameters.get(shape.bias(direction)).offset();
    }

    @Override
    A forward(A parameters, A input, TokenLayout layout, long step) {
      this.parameters = parameters;
      this.layout = layout;
      int tokens = layout.tokens();
      rows = layout.packBySentence(arithmetic, input, inputs, rows);
      mask = step < 0 ? null : dropout.mask(arithmetic, tokens * inputs, step, mask);
      Dropout.apply(arithmetic, rows, mask, tokens * inputs);
      products = arithmetic.zeros(products, tokens * columns);
      packed = matrices.pack(packed, parameters, weights, inputs, columns);
      matrices.multiplyAdd(tokens, rows, 0, inputs, packed, products, 0, columns);
      output = arithmetic.room(output, tokens * hidden);
      for (int i = 0; i < tokens; i++) {
        arithmetic.copy(parameters, bias, output, i * hidden, hidden);
      }
      forEachNeighbour(
          (token, block) -> arithmetic.addAll(products, block, output, token * hidden, hidden));
      activate(tokens * hidden);
      padded = layout.padBySentence(arithmetic, output, hidden, padded);
      return padded;
    }

    private void activate(int size) {
      if (rectified) {
        Rectifier.forward(arithmetic, output, 1, 0, size, size);
      } else {
        arithmetic.tanh(output, 0, size);
      }
    }

    /** A token, and where in the products stands what a token of its window adds to it. */
    private interface Neighbours {
      void visit(int token, int block);
    }

    private void forEachNeighbour(Neighbours neighbours) {
      for (int i = 0; i < layout.sentences(); i++) {
        int begin = layout.sentenceStart(i);
        int end = begin + layout.length(i);
        for (int token = begin; token < end; token++) {
          for (int place = 0; place < window; place++) {
            int neighbour = token + place - window / 2;
            if (neighbour >= begin && neighbour < end) {
              neighbours.visit(token, neighbour * columns + place * hidden);
            }
          }
        }
      }
    }

    @Override
    A backward(A outputGradient, A gradient) {
      int tokens = layout.tokens();
      delta = layout.packBySentence(arithmetic, outputGradient, hidden, delta);
      for (int i = 0; i < tokens * hidden; i++) {
        double y = arithmetic.get(output, i);
        double slope = rectified ? Math.signum(y) : 1 - y * y;
        arithmetic.set(delta, i, arithmetic.get(delta, i) * slope);
      }
      for (int i = 0; i < tokens; i++) {
        arithmetic.addAll(delta, i * hidden, gradient, bias, hidden);
      }
      A blocks = products;
      arithmetic.fill(blocks, 0, tokens * columns, 0);
      forEachNeighbour(
          (token, block) -> arithmetic.copy(delta, token * hidden, blocks, block, hidden));
      arithmetic.multiplyTransposed(
          tokens, inputs, columns, rows, blocks, 0, columns, gradient, weights);
      inputGradient = arithmetic.zeros(inputGradient, tokens * inputs);
      transposed = matrices.packTransposed(transposed, parameters, weights, inputs, columns);
      matrices.multiplyAdd(tokens, blocks, 0, columns, transposed, inputGradient, 0, inputs);
      Dropout.apply(arithmetic, inputGradient, mask, tokens * inputs);
      padded = layout.padBySentence(arithmetic, inputGradient, inputs, padded);
      return padded;
    }
  }
}
