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

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.sparkner.model.Architecture;
import org.sparkner.model.CharacterEncoder;
import org.sparkner.model.ConvolutionShape;
import org.sparkner.model.Decoder;
import org.sparkner.model.EncoderLayer;
import org.sparkner.model.FeatureVectors;
import org.sparkner.model.Weights;
import org.sparkner.model.WordEncoder;

/**
 * The parameters of a part of the network in its flat vector, one matrix after another in row-major
 * order, and how they begin.
 */
final class ParameterLayout {
  /** How a parameter begins. */
  interface Initial {
    double value(SplittableRandom random, int row, int column);
  }

  /**
   * A matrix of parameters: its key in the layer, size, place in the flat vector and initial
   * values.
   */
  record Parameter(String key, int rows, int columns, int offset, Initial initial) {
    int size() {
      return rows * columns;
    }
  }

  private final Map<String, Parameter> parameters = new LinkedHashMap<>();
  private int size;

  /** Those of the character encoder, where an architecture has one. */
  static ParameterLayout ofCharacters(Architecture sizes, int characterIds) {
    ParameterLayout layout = new ParameterLayout();
    layout.withCharacterVectors(characterIds, sizes.characterDimension());
    if (sizes.characterEncoder() == CharacterEncoder.LSTM) {
      return layout.with(sizes.characterLayer());
    }
    for (List<ConvolutionShape> stage : sizes.characterConvolutions()) {
      for (ConvolutionShape shape : stage) {
        int window = shape.window();
        int outputs = shape.outputs();
        layout
            .with(shape.filters(), window, outputs, glorot(window, outputs))
            .with(shape.bias(), 1, outputs, zero());
      }
    }
    return layout;
  }

  /**
   * The vectors of features, uniform in ±√(3 / dimension) as vectors of words and characters. That
   * of the unknown part of speech is zero and stays so, for no token of the training data has it.
   */
  static ParameterLayout of(List<FeatureVectors> tables) {
    ParameterLayout layout = new ParameterLayout();
    for (FeatureVectors table : tables) {
      double bound = Math.sqrt(3.0 / table.dimension());
      Initial initial =
          table.name().equals(Weights.ATTRIBUTE_VECTORS)
              ? uniformAfterZeros(bound)
              : uniform(bound);
      layout.with(table.name(), table.rows(), table.dimension(), initial);
    }
    return layout;
  }

  /** Those of an encoder's layer. */
  static ParameterLayout of(EncoderLayer shape) {
    return new ParameterLayout().with(shape);
  }

  /**
   * The weights and the bias of the emissions, then the own parameters of the decoder's loss.
   *
   * @param inputs floats that a token's emissions are computed from
   */
  static ParameterLayout ofDecoder(Decoder decoder, int inputs, int labels) {
    int scores = decoder.scores(labels);
    ParameterLayout layout =
        new ParameterLayout()
            .with(Weights.EMISSION_WEIGHT, inputs, scores, glorot(inputs, scores))
            .with(Weights.EMISSION_BIAS, 1, scores, zero());
    if (decoder == Decoder.CRF) {
      layout.with(Weights.TRANSITIONS, labels, labels, uniform(0.1));
    }
    if (decoder != Decoder.SOFTMAX) {
      layout.with(Weights.BEGIN, 1, labels, zero()).with(Weights.END, 1, labels, zero());
    }
    return layout;
  }

  /** Uniform in ±{@code bound}. */
  private static Initial uniform(double bound) {
    return (random, row, column) -> random.nextDouble(-bound, bound);
  }

  /** Uniform in ±{@code bound}, but for the first row, which is zero. */
  private static Initial uniformAfterZeros(double bound) {
    return (random, row, column) -> row == 0 ? 0 : random.nextDouble(-bound, bound);
  }

  /** Uniform in ±√(6 / (r + c)): Glorot &amp; Bengio 2010. */
  private static Initial glorot(int rows, int columns) {
    return uniform(Math.sqrt(6.0 / (rows + columns)));
  }

  private static Initial zero() {
    return (random, row, column) -> 0;
  }

  private ParameterLayout with(String key, int rows, int columns, Initial initial) {
    parameters.put(key, new Parameter(key, rows, columns, size, initial));
    size += rows * columns;
    return this;
  }

  /** A vector a character, zero for padding. */
  private ParameterLayout withCharacterVectors(int characterIds, int dimension) {
    Initial initial = uniformAfterZeros(Math.sqrt(3.0 / dimension));
    return with(Weights.CHARACTER_VECTORS, characterIds, dimension, initial);
  }

  private ParameterLayout with(EncoderLayer shape) {
    int hidden = shape.hidden();
    int columns = shape.inputColumns();
    int terms = shape.window() * shape.inputs();
    for (EncoderLayer.Direction direction : shape.directions()) {
      with(shape.input(direction), shape.inputs(), columns, glorot(terms, shape.biasColumns()));
      if (shape.recurrentColumns() > 0) {
        int recurrent = shape.recurrentColumns();
        with(shape.recurrent(direction), hidden, recurrent, glorot(hidden, recurrent));
      }
      if (shape.encoder().diagonals() > 0) {
        with(shape.diagonal(direction), shape.encoder().diagonals(), hidden, diagonal(shape));
      }
      with(shape.bias(direction), 1, shape.biasColumns(), bias(shape));
    }
    return this;
  }

  /** Decays from 0.12 to 0.88, or weights of gates as a matrix would have them. */
  private static Initial diagonal(EncoderLayer shape) {
    return shape.encoder() == WordEncoder.LINEAR_RNN
        ? uniform(2)
        : glorot(shape.hidden(), shape.hidden());
  }

  /** 1 for the forget gate of an LSTM (Jozefowicz et al. 2015), else 0. */
  private static Initial bias(EncoderLayer shape) {
    int units = shape.hidden();
    return shape.encoder() == WordEncoder.LSTM
        ? (random, row, column) -> column / units == 1 ? 1 : 0
        : zero();
  }

  Parameter get(String key) {
    return parameters.get(key);
  }

  Iterable<Parameter> parameters() {
    return parameters.values();
  }

  /** Values in all. */
  int size() {
    return size;
  }

  /**
   * The initial values.
   *
   * @param seed that they are drawn from
   */
  double[] initial(long seed) {
    double[] values = new double[size];
    SplittableRandom random = new SplittableRandom(seed);
    for (Parameter parameter : parameters.values()) {
      for (int i = 0; i < parameter.size(); i++) {
        values[parameter.offset() + i] =
            parameter.initial().value(random, i / parameter.columns(), i % parameter.columns());
      }
    }
    return values;
  }
}
