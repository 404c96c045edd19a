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

/**
 * Two LSTMs (Hochreiter &amp; Schmidhuber 1997, with forget gates and without peepholes) over the
 * sentences in both directions, [batch × nIn × T] to [batch × 2 hidden × T]: forward units first. A
 * sentence ends at its own last token: no state comes from padding or from other sentences.
 */
final class BiLstmLayer extends SequenceLayer<BiLstmConfiguration> {
  private static final long serialVersionUID = 1L;

  BiLstmLayer(NeuralNetConfiguration configuration, DataType type) {
    super(configuration, type);
  }

  @Override
  <A, M> Pass<A> pass(Arithmetic<A, M> arithmetic) {
    return new BiLstmPass<>(arithmetic, (BiLstmConfiguration) conf().getLayer());
  }

  private static final class BiLstmPass<A, M> extends Pass<A> {
    private final int inputs;
    private final Dropout dropout;
    private final LstmDirection<A, M> ahead;
    private final LstmDirection<A, M> back;
    private TokenLayout layout;
    private A rows;
    private A mask;
    private A output;

    BiLstmPass(Arithmetic<A, M> arithmetic, BiLstmConfiguration configuration) {
      super(arithmetic);
      this.inputs = (int) configuration.getNIn();
      this.dropout = configuration.dropout();
      this.ahead = new LstmDirection<>(arithmetic, configuration, BiLstmConfiguration.FORWARD);
      this.back = new LstmDirection<>(arithmetic, configuration, BiLstmConfiguration.BACKWARD);
    }

    @Override
    A forward(A parameters, A input, TokenLayout layout, long step) {
      this.layout = layout;
      int size = layout.tokens() * inputs;
      rows = layout.packByTime(arithmetic, input, inputs);
      mask = step < 0 ? null : dropout.mask(arithmetic, size, step);
      Dropout.apply(arithmetic, rows, mask, size);
      output = arithmetic.room(output, layout.tokens() * 2 * ahead.hidden());
      ahead.forward(parameters, rows, layout, output);
      back.forward(parameters, rows, layout, output);
      return layout.padByTime(arithmetic, output, 2 * ahead.hidden());
    }

    @Override
    A backward(A outputGradient, A gradient) {
      A packed = layout.packByTime(arithmetic, outputGradient, 2 * ahead.hidden());
      int size = layout.tokens() * inputs;
      A inputGradient = arithmetic.array(size);
      ahead.backward(rows, layout, packed, gradient, inputGradient);
      back.backward(rows, layout, packed, gradient, inputGradient);
      Dropout.apply(arithmetic, inputGradient, mask, size);
      return layout.padByTime(arithmetic, inputGradient, inputs);
    }
  }
}
