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

import java.util.List;
import org.sparkner.lexicon.Lexicon;
import org.sparkner.pretrained.EncoderDevice;
import org.sparkner.pretrained.PretrainedEncoder;
import org.sparkner.tags.LabelSet;

/**
 * A token classifier that was trained elsewhere: a transformer whose output scores each label at
 * the first piece of each word. Legal sequences of labels are as probable as the products of these
 * scores say.
 *
 * @param columns labels of the output
 * @param encoder the transformer, whose vectors are the scores: unnormalised logarithms
 * @param temperature of probabilities, see {@link NerModel#temperature}
 * @param training where the model comes from, as far as that is known
 */
public record ClassifierModel(
    ClassifierLabels columns,
    PretrainedEncoder encoder,
    double temperature,
    TrainingSummary training)
    implements NerModel {
  private static final Lexicon NO_WORDS = new Lexicon(List.of(), new int[0]);
  private static final Weights NO_WEIGHTS = new Weights(List.of());

  /**
   * @throws IllegalArgumentException if there are not as many labels as scores
   */
  public ClassifierModel {
    new ClassifierSizes(encoder.vectors(), columns.scheme(), columns.columns());
  }

  @Override
  public ClassifierModel withTemperature(double temperature) {
    return new ClassifierModel(columns, encoder, temperature, training);
  }

  @Override
  public ClassifierModel on(EncoderDevice device) {
    return new ClassifierModel(columns, encoder.on(device), temperature, training);
  }

  @Override
  public Algorithm algorithm() {
    return Algorithm.CLASSIFIER;
  }

  @Override
  public ClassifierSizes sizes() {
    return new ClassifierSizes(encoder.vectors(), columns.scheme(), columns.columns());
  }

  @Override
  public LabelSet labels() {
    return columns.labels();
  }

  /** Without words. */
  @Override
  public Lexicon lexicon() {
    return NO_WORDS;
  }

  /** None: they are in the graph of the encoder. */
  @Override
  public Weights weights() {
    return NO_WEIGHTS;
  }

  @Override
  public boolean readsAttributes() {
    return false;
  }

  @Override
  public boolean readsDocuments() {
    return encoder.vectors().wholeDocument();
  }

  @Override
  public double flopsPerToken() {
    return Double.NaN;
  }
}
