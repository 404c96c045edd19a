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

/** Configuration of {@link RecurrentLayer}. */
final class RecurrentConfiguration extends SequenceConfiguration {
  private static final long serialVersionUID = 1L;

  private final transient EncoderLayer shape;
  private final long seed;

  RecurrentConfiguration(EncoderLayer shape, Dropout dropout, long seed) {
    super(new Sizes(shape.inputs(), shape.outputs()), dropout);
    this.shape = shape;
    this.seed = seed;
  }

  EncoderLayer shape() {
    return shape;
  }

  @Override
  ParameterLayout parameters() {
    int hidden = shape.hidden();
    ParameterLayout layout = new ParameterLayout(seed);
    for (EncoderLayer.Direction direction : shape.directions()) {
      int columns = shape.inputColumns();
      layout.with(
          shape.input(direction),
          shape.inputs(),
          columns,
          ParameterLayout.glorot(shape.inputs(), columns));
      if (shape.recurrentColumns() > 0) {
        layout.with(
            shape.recurrent(direction),
            hidden,
            shape.recurrentColumns(),
            ParameterLayout.glorot(hidden, shape.recurrentColumns()));
      }
      if (shape.encoder().diagonals() > 0) {
        layout.with(shape.diagonal(direction), shape.encoder().diagonals(), hidden, diagonal());
      }
      layout.with(shape.bias(direction), 1, columns, bias());
    }
    return layout;
  }

  /** Decays from 0.12 to 0.88, or weights of gates as a matrix would have them. */
  private ParameterLayout.Initial diagonal() {
    return shape.encoder() == WordEncoder.LINEAR_RNN
        ? ParameterLayout.uniform(2)
        : ParameterLayout.glorot(shape.hidden(), shape.hidden());
  }

  /** 1 for the forget gate of an LSTM (Jozefowicz et al. 2015), else 0. */
  private ParameterLayout.Initial bias() {
    int units = shape.hidden();
    return shape.encoder() == WordEncoder.LSTM
        ? (random, row, column) -> column / units == 1 ? 1 : 0
        : ParameterLayout.zero();
  }

  @Override
  SequenceLayer<?> layer(NeuralNetConfiguration configuration, DataType type) {
    return new RecurrentLayer(configuration, type);
  }
}
