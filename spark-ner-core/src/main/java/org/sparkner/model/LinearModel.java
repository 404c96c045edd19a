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
import org.sparkner.feature.FeatureTable;
import org.sparkner.feature.FeatureTemplate;
import org.sparkner.lexicon.Lexicon;
import org.sparkner.pretrained.EncoderDevice;
import org.sparkner.pretrained.PretrainedEncoder;
import org.sparkner.tags.LabelSet;

/**
 * A chain whose emissions are sums of weights of features: HMM, MEMM or CRF. The weights are
 * sparse: a feature has them only for labels that it was seen with, in the order of the labels.
 *
 * @param algorithm what the weights are; not {@link Algorithm#NEURAL}
 * @param templates what features a token has
 * @param labels in the order of the emission columns
 * @param lexicon names of the features, in the order of {@link #FEATURE_COUNTS}; no characters
 * @param weights as {@link LinearSizes#shapes} names them
 * @param temperature of probabilities, see {@link NerModel#temperature}
 * @param training where the model comes from
 */
public record LinearModel(
    Algorithm algorithm,
    List<FeatureTemplate> templates,
    LabelSet labels,
    Lexicon lexicon,
    Weights weights,
    double temperature,
    TrainingSummary training)
    implements NerModel {
  /** Weights that each feature has; whole numbers. */
  public static final String FEATURE_COUNTS = "feature.counts";

  /** The label of each weight, as its id; whole numbers. */
  public static final String FEATURE_LABELS = "feature.labels";

  /** The weights, those of the first feature first. */
  public static final String FEATURE_WEIGHTS = "feature.weights";

  /**
   * @throws IllegalArgumentException if the weights are not those of the features
   */
  public LinearModel {
    if (algorithm == Algorithm.NEURAL || algorithm == Algorithm.CLASSIFIER) {
      throw new IllegalArgumentException(
          "A linear model is an hmm, memm or crf, found " + algorithm);
    }
    templates = List.copyOf(templates);
    table(lexicon, weights, labels);
  }

  /** A model of temperature 1. */
  public LinearModel(
      Algorithm algorithm,
      List<FeatureTemplate> templates,
      LabelSet labels,
      Lexicon lexicon,
      Weights weights,
      TrainingSummary training) {
    this(algorithm, templates, labels, lexicon, weights, 1, training);
  }

  /** This model with another summary. */
  public LinearModel withTraining(TrainingSummary summary) {
    return new LinearModel(algorithm, templates, labels, lexicon, weights, temperature, summary);
  }

  @Override
  public LinearModel withTemperature(double temperature) {
    return new LinearModel(algorithm, templates, labels, lexicon, weights, temperature, training);
  }

  @Override
  public PretrainedEncoder encoder() {
    return null;
  }

  @Override
  public LinearModel on(EncoderDevice device) {
    return this;
  }

  /** The weights by feature; made anew at each call. */
  public FeatureTable table() {
    return table(lexicon, weights, labels);
  }

  private static FeatureTable table(Lexicon lexicon, Weights weights, LabelSet labels) {
    return FeatureTable.of(
        lexicon.words(),
        weights.values(FEATURE_COUNTS),
        weights.values(FEATURE_LABELS),
        weights.values(FEATURE_WEIGHTS),
        labels.size());
  }

  @Override
  public boolean readsDocuments() {
    return false;
  }

  @Override
  public boolean readsAttributes() {
    return lexicon.attributeValues().size() > 0;
  }

  @Override
  public double flopsPerToken() {
    return Double.NaN;
  }

  @Override
  public LinearSizes sizes() {
    return new LinearSizes(
        templates.stream().map(FeatureTemplate::toString).toList(),
        lexicon.wordRows() - 1,
        weights.values(FEATURE_WEIGHTS).length);
  }
}
