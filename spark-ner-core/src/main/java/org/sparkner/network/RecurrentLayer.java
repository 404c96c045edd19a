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
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * A recurrent network over the sentences in one or both directions, [batch × nIn × T] to [batch ×
 * directions · hidden × T]: forward units first. A sentence ends at its own last token: no state
 * comes from padding or from other sentences.
 */
final class RecurrentLayer extends SequenceLayer<EncoderConfiguration> {
  private static final long serialVersionUID = 1L;

  RecurrentLayer(NeuralNetConfiguration configuration, DataType type) {
    super(configuration, type);
  }

  @Override
  <A, M> Pass<A> pass(Arithmetic<A, M> arithmetic) {
    return new RecurrentPass<>(arithmetic, (EncoderConfiguration) conf().getLayer());
  }

  private static final class RecurrentPass<A, M> extends Pass<A> {
    private final int inputs;
    private final int outputs;
    private final Dropout dropout;
    private final List<RecurrentDirection<A, M>> directions;
    private TokenLayout layout;
    private A rows;
    private A mask;
    private A output;
    private A packed;
    private A inputGradient;

    RecurrentPass(Arithmetic<A, M> arithmetic, EncoderConfiguration configuration) {
      super(arithmetic);
      this.inputs = configuration.shape().inputs();
      this.outputs = configuration.shape().outputs();
      this.dropout = configuration.dropout();
      this.directions =
          RecurrentDirection.all(arithmetic, configuration.shape(), configuration.parameters());
    }

    @Override
    A forward(A parameters, A input, TokenLayout layout, long step) {
      this.layout = layout;
      int size = layout.tokens() * inputs;
      rows = layout.packByTime(arithmetic, input, inputs, rows);
      mask = step < 0 ? null : dropout.mask(arithmetic, size, step, mask);
      Dropout.apply(arithmetic, rows, mask, size);
      output = arithmetic.room(output, layout.tokens() * outputs);
      for (RecurrentDirection<A, M> direction : directions) {
        direction.forward(parameters, rows, layout, output);
      }
      padded = layout.padByTime(arithmetic, output, outputs, padded);
      return padded;
    }

    @Override
    A backward(A outputGradient, A gradient) {
      packed = layout.packByTime(arithmetic, outputGradient, outputs, packed);
      int size = layout.tokens() * inputs;
      inputGradient = arithmetic.zeros(inputGradient, size);
      for (RecurrentDirection<A, M> direction : directions) {
        direction.backward(rows, layout, packed, gradient, inputGradient);
      }
      Dropout.apply(arithmetic, inputGradient, mask, size);
      padded = layout.padByTime(arithmetic, inputGradient, inputs, padded);
      return padded;
    }
  }
}
