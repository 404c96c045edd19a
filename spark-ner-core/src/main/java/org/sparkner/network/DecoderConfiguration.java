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
import org.sparkner.model.Weights;
import org.sparkner.tags.LabelSet;

/** Configuration of {@link DecoderLayer}. */
final class DecoderConfiguration extends SequenceConfiguration {
  private static final long serialVersionUID = 1L;

  private final transient LabelSet labels;
  private final Decoder decoder;
  private final long seed;

  DecoderConfiguration(int inputs, LabelSet labels, Decoder decoder, Dropout dropout, long seed) {
    super(new Sizes(inputs, decoder.scores(labels.size())), dropout);
    this.labels = labels;
    this.decoder = decoder;
    this.seed = seed;
  }

  /** A new loss of this decoder, for one thread. */
  SequenceLoss loss() {
    return switch (decoder) {
      case CRF -> new ChainLoss(labels);
      case CRF_BIGRAM -> new BigramLoss(labels);
      case SOFTMAX -> new TokenLoss(labels.size());
    };
  }

  /** The weights and the bias of the emissions, then the loss's own parameters. */
  @Override
  ParameterLayout parameters() {
    int inputs = (int) getNIn();
    int scores = (int) getNOut();
    int count = labels.size();
    ParameterLayout layout =
        new ParameterLayout(seed)
            .with(Weights.EMISSION_WEIGHT, inputs, scores, ParameterLayout.glorot(inputs, scores))
            .with(Weights.EMISSION_BIAS, 1, scores, ParameterLayout.zero());
    if (decoder == Decoder.CRF) {
      layout.with(Weights.TRANSITIONS, count, count, ParameterLayout.uniform(0.1));
    }
    if (decoder != Decoder.SOFTMAX) {
      layout
          .with(Weights.BEGIN, 1, count, ParameterLayout.zero())
          .with(Weights.END, 1, count, ParameterLayout.zero());
    }
    return layout;
  }

  @Override
  SequenceLayer<?> layer(NeuralNetConfiguration configuration, DataType type) {
    return new DecoderLayer(configuration, type);
  }
}
