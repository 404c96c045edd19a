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

import java.util.List;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.nd4j.linalg.api.buffer.DataType;
import org.sparkner.model.FeatureVectors;

/** Configuration of {@link FeatureVectorsLayer}. */
final class FeatureVectorsConfiguration extends SequenceConfiguration {
  private static final long serialVersionUID = 1L;

  private final List<FeatureVectors> tables;

  /**
   * @param tables in the order of the input's slots and of the output
   */
  FeatureVectorsConfiguration(List<FeatureVectors> tables, long seed) {
    super(
        new Sizes(
            tables.stream().mapToInt(FeatureVectors::slots).sum(),
            tables.stream().mapToInt(table -> table.slots() * table.dimension()).sum()),
        Dropout.NONE,
        seed);
    this.tables = tables;
  }

  List<FeatureVectors> tables() {
    return tables;
  }

  @Override
  ParameterLayout parameters() {
    return ParameterLayout.of(tables);
  }

  @Override
  SequenceLayer<?> layer(NeuralNetConfiguration configuration, DataType type) {
    return new FeatureVectorsLayer(configuration, type);
  }
}
