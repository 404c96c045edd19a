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

/** Configuration of {@link RecurrentLayer} and {@link WindowLayer}. */
final class EncoderConfiguration extends SequenceConfiguration {
  private static final long serialVersionUID = 1L;

  private final transient EncoderLayer shape;

  EncoderConfiguration(EncoderLayer shape, Dropout dropout, long seed) {
    super(new Sizes(shape.inputs(), shape.outputs()), dropout, seed);
    this.shape = shape;
  }

  EncoderLayer shape() {
    return shape;
  }

  @Override
  ParameterLayout parameters() {
    return ParameterLayout.of(shape);
  }

  @Override
  SequenceLayer<?> layer(NeuralNetConfiguration configuration, DataType type) {
    return shape.encoder().recurrent()
        ? new RecurrentLayer(configuration, type)
        : new WindowLayer(configuration, type);
  }
}
