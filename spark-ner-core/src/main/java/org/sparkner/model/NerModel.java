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

import org.sparkner.lexicon.Lexicon;
import org.sparkner.pretrained.EncoderDevice;
import org.sparkner.pretrained.PretrainedEncoder;
import org.sparkner.tags.LabelSet;

/** A trained tagger: everything that inference needs and nothing else. */
public sealed interface NerModel permits NeuralModel, LinearModel, ClassifierModel {
  /** What the model is. */
  Algorithm algorithm();

  /** Its sizes, from which the shapes of its weights follow. */
  ModelSizes sizes();

  /** The labels, in the order of the emission columns. */
  LabelSet labels();

  /** From strings to rows: words and characters of a network, names of features. */
  Lexicon lexicon();

  /**
   * Whether it reads an attribute of each token, such as its part of speech, beside the tokens;
   * then it needs to be given it.
   */
  boolean readsAttributes();

  /** Whether it reads more of a sentence's document than the sentence. */
  boolean readsDocuments();

  /** What was learned. */
  Weights weights();

  /**
   * Floating-point operations of all matrix products for a token, two a multiply-add; NaN where
   * there are none.
   */
  double flopsPerToken();

  /**
   * What all potentials are divided by where probabilities are computed (Guo et al. 2017, section
   * 4.2), above 0; 1 unless it was fitted. The labels that are chosen do not depend on it.
   */
  double temperature();

  /** This model with another temperature. */
  NerModel withTemperature(double temperature);

  /** The pretrained encoder that it has; null for none. */
  PretrainedEncoder encoder();

  /**
   * This model with its pretrained encoder, if it has one, on a device; by default it is on {@link
   * EncoderDevice#AUTO}.
   */
  NerModel on(EncoderDevice device);

  /** Where the model comes from. */
  TrainingSummary training();
}
