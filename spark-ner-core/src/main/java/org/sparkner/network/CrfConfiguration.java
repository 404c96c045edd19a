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
import org.sparkner.tags.LabelSet;

/** Configuration of {@link CrfLayer}. */
final class CrfConfiguration extends SequenceConfiguration {
  private static final long serialVersionUID = 1L;

  static final String WEIGHT = "weight";
  static final String BIAS = "bias";
  static final String TRANSITIONS = "transitions";
  static final String BEGIN = "begin";
  static final String END = "end";

  private final transient LabelSet labels;
  private final long seed;

  CrfConfiguration(int inputs, LabelSet labels, Dropout dropout, long seed) {
    super(new Sizes(inputs, labels.size()), dropout);
    this.labels = labels;
    this.seed = seed;
  }

  LabelSet labels() {
    return labels;
  }

  @Override
  ParameterLayout parameters() {
    int inputs = (int) getNIn();
    int count = (int) getNOut();
    return new ParameterLayout(seed)
        .with(WEIGHT, inputs, count, ParameterLayout.glorot(inputs, count))
        .with(BIAS, 1, count, ParameterLayout.zero())
        .with(TRANSITIONS, count, count, ParameterLayout.uniform(0.1))
        .with(BEGIN, 1, count, ParameterLayout.zero())
        .with(END, 1, count, ParameterLayout.zero());
  }

  @Override
  SequenceLayer<?> layer(NeuralNetConfiguration configuration, DataType type) {
    return new CrfLayer(configuration, type);
  }
}
