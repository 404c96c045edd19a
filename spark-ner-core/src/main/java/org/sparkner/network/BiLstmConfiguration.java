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

/** Configuration of {@link BiLstmLayer}. */
final class BiLstmConfiguration extends SequenceConfiguration {
  private static final long serialVersionUID = 1L;

  static final String FORWARD = "forward";
  static final String BACKWARD = "backward";
  static final String INPUT = ".input";
  static final String RECURRENT = ".recurrent";
  static final String BIAS = ".bias";

  private final int hidden;
  private final long seed;

  /**
   * @param inputs floats a token
   * @param hidden units per direction
   */
  BiLstmConfiguration(int inputs, int hidden, Dropout dropout, long seed) {
    super(new Sizes(inputs, 2 * hidden), dropout);
    this.hidden = hidden;
    this.seed = seed;
  }

  int hidden() {
    return hidden;
  }

  @Override
  ParameterLayout parameters() {
    int inputs = (int) getNIn();
    ParameterLayout layout = new ParameterLayout(seed);
    for (String direction : new String[] {FORWARD, BACKWARD}) {
      layout
          .with(direction + INPUT, inputs, 4 * hidden, ParameterLayout.glorot(inputs, 4 * hidden))
          .with(
              direction + RECURRENT, hidden, 4 * hidden, ParameterLayout.glorot(hidden, 4 * hidden))
          .with(direction + BIAS, 1, 4 * hidden, forgetGateOpen());
    }
    return layout;
  }

  /** 1 for the forget gate, else 0 (Jozefowicz et al. 2015). */
  private ParameterLayout.Initial forgetGateOpen() {
    int units = hidden;
    return (random, row, column) -> column / units == 1 ? 1 : 0;
  }

  @Override
  SequenceLayer<?> layer(NeuralNetConfiguration configuration, DataType type) {
    return new BiLstmLayer(configuration, type);
  }
}
