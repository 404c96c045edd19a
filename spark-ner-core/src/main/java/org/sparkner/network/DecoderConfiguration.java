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
import org.sparkner.model.Decoder;
import org.sparkner.tags.LabelSet;

/** Configuration of {@link DecoderLayer}. */
final class DecoderConfiguration extends SequenceConfiguration {
  private static final long serialVersionUID = 1L;

  private final transient LabelSet labels;
  private final Decoder decoder;

  DecoderConfiguration(int inputs, LabelSet labels, Decoder decoder, Dropout dropout, long seed) {
    super(new Sizes(inputs, decoder.scores(labels.size())), dropout, seed);
    this.labels = labels;
    this.decoder = decoder;
  }

  /** A new loss of this decoder, for one thread. */
  SequenceLoss loss() {
    return SequenceLoss.of(decoder, labels);
  }

  @Override
  ParameterLayout parameters() {
    return ParameterLayout.ofDecoder(decoder, (int) getNIn(), labels.size());
  }

  @Override
  SequenceLayer<?> layer(NeuralNetConfiguration configuration, DataType type) {
    return new DecoderLayer(configuration, type);
  }
}
