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
import org.sparkner.model.Architecture;
import org.sparkner.model.CharacterEncoder;
import org.sparkner.model.ConvolutionShape;

/** Configuration of {@link CharacterCnnLayer}. */
final class CharacterCnnConfiguration extends SequenceConfiguration {
  private static final long serialVersionUID = 1L;

  private final transient ParameterLayout parameters;
  private final int dimension;
  private final boolean funnel;
  private final transient List<List<ConvolutionShape>> stages;

  /**
   * @param sizes of an architecture whose character encoder has convolutions
   * @param characterIds ids, padding among them
   */
  CharacterCnnConfiguration(Architecture sizes, int characterIds, Dropout dropout, long seed) {
    super(new Sizes(sizes.maxWordLength(), sizes.characterSize()), dropout, seed);
    this.parameters = ParameterLayout.ofCharacters(sizes, characterIds);
    this.dimension = sizes.characterDimension();
    this.funnel = sizes.characterEncoder() == CharacterEncoder.INTNET;
    this.stages = sizes.characterConvolutions();
  }

  int dimension() {
    return dimension;
  }

  /** Whether each convolution is rectified; else the maximum is bounded by tanh. */
  boolean funnel() {
    return funnel;
  }

  /** See {@link Architecture#characterConvolutions}. */
  List<List<ConvolutionShape>> stages() {
    return stages;
  }

  @Override
  ParameterLayout parameters() {
    return parameters;
  }

  @Override
  SequenceLayer<?> layer(NeuralNetConfiguration configuration, DataType type) {
    return new CharacterCnnLayer(configuration, type);
  }
}
