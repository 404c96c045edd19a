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
import org.sparkner.model.Weights;

/** Configuration of {@link CharacterCnnLayer}. */
final class CharacterCnnConfiguration extends SequenceConfiguration {
  private static final long serialVersionUID = 1L;

  private final int characterIds;
  private final int dimension;
  private final int filterWidth;
  private final long seed;

  /**
   * @param characterIds ids, padding among them
   * @param dimension floats of a character vector
   * @param filterWidth characters that a filter sees, odd
   * @param filters output a word
   * @param wordLength characters of a padded word, the input's second dimension
   */
  CharacterCnnConfiguration(
      int characterIds,
      int dimension,
      int filterWidth,
      int filters,
      int wordLength,
      Dropout dropout,
      long seed) {
    super(new Sizes(wordLength, filters), dropout);
    this.characterIds = characterIds;
    this.dimension = dimension;
    this.filterWidth = filterWidth;
    this.seed = seed;
  }

  int dimension() {
    return dimension;
  }

  int filterWidth() {
    return filterWidth;
  }

  @Override
  ParameterLayout parameters() {
    int window = filterWidth * dimension;
    int filters = (int) getNOut();
    return new ParameterLayout(seed)
        .withCharacterVectors(characterIds, dimension)
        .with(Weights.CHARACTER_FILTERS, window, filters, ParameterLayout.glorot(window, filters))
        .with(Weights.CHARACTER_BIAS, 1, filters, ParameterLayout.zero());
  }

  @Override
  SequenceLayer<?> layer(NeuralNetConfiguration configuration, DataType type) {
    return new CharacterCnnLayer(configuration, type);
  }
}
