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

package org.sparkner.model;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.sparkner.lexicon.Lexicon;
import org.sparkner.pretrained.ContextualVectors;
import org.sparkner.pretrained.EncoderDevice;
import org.sparkner.pretrained.PretrainedEncoder;
import org.sparkner.tags.LabelSet;

/**
 * A network with a chain over its emissions.
 *
 * @param architecture sizes of the network
 * @param labels in the order of the emission columns
 * @param lexicon words and characters
 * @param weights as {@link NetworkSizes#shapes} names them
 * @param contextual gives the vectors of {@link InputFeatures#contextual}; null where the network
 *     reads none
 * @param temperature of probabilities, see {@link NerModel#temperature}
 * @param training where the model comes from
 */
public record NeuralModel(
    Architecture architecture,
    LabelSet labels,
    Lexicon lexicon,
    Weights weights,
    PretrainedEncoder contextual,
    double temperature,
    TrainingSummary training)
    implements NerModel {
  public NeuralModel {
    ContextualVectors given = contextual == null ? null : contextual.vectors();
    if (!Objects.equals(architecture.features().contextual(), given)) {
      throw new IllegalArgumentException(
          "The architecture needs the vectors "
              + architecture.features().contextual()
              + ", the encoder gives "
              + given);
    }
  }

  /** A network of temperature 1 without contextual vectors. */
  public NeuralModel(
      Architecture architecture,
      LabelSet labels,
      Lexicon lexicon,
      Weights weights,
      TrainingSummary training) {
    this(architecture, labels, lexicon, weights, null, 1, training);
  }

  @Override
  public NeuralModel withTemperature(double temperature) {
    return new NeuralModel(
        architecture, labels, lexicon, weights, contextual, temperature, training);
  }

  /** The same with scores on the validation data, in place of those of the same names. */
  public NeuralModel withMetrics(Map<String, Double> scores) {
    Map<String, Double> all = new HashMap<>(training.metrics());
    all.putAll(scores);
    return new NeuralModel(
        architecture, labels, lexicon, weights, contextual, temperature, training.withMetrics(all));
  }

  /** The same with another copy of its encoder. */
  public NeuralModel withContextual(PretrainedEncoder contextual) {
    return new NeuralModel(
        architecture, labels, lexicon, weights, contextual, temperature, training);
  }

  @Override
  public PretrainedEncoder encoder() {
    return contextual;
  }

  @Override
  public NeuralModel on(EncoderDevice device) {
    return contextual == null ? this : withContextual(contextual.on(device));
  }

  @Override
  public Algorithm algorithm() {
    return Algorithm.NEURAL;
  }

  @Override
  public boolean readsDocuments() {
    return contextual != null && contextual.vectors().wholeDocument();
  }

  @Override
  public boolean readsAttributes() {
    return architecture.features().attributeDimension() > 0;
  }

  @Override
  public double flopsPerToken() {
    return architecture.flopsPerToken(labels.size());
  }

  @Override
  public NetworkSizes sizes() {
    return NetworkSizes.of(architecture, lexicon);
  }
}
