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

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.sparkner.model.EncoderLayer;
import org.sparkner.model.Weights;
import org.sparkner.model.WordEncoder;

/**
 * The parameters of a layer in its flat vector, one matrix after another in row-major order, and
 * their initial values, drawn from the layer's own seed.
 */
final class ParameterLayout implements ParamInitializer {
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

  private final long seed;
  private final Map<String, Parameter> parameters = new LinkedHashMap<>();
  private int size;

  ParameterLayout(long seed) {
    this.seed = seed;
  }

  /** Uniform in ±{@code bound}. */
  static Initial uniform(double bound) {
    return (random, row, column) -> random.nextDouble(-bound, bound);
  }

  /** Uniform in ±{@code bound}, but for the first row, which is zero. */
  static Initial uniformAfterZeros(double bound) {
    return (random, row, column) -> row == 0 ? 0 : random.nextDouble(-bound, bound);
  }

  /** Uniform in ±√(6 / (r + c)): Glorot &amp; Bengio 2010. */
  static Initial glorot(int rows, int columns) {
    return uniform(Math.sqrt(6.0 / (rows + columns)));
  }

  static Initial zero() {
    return (random, row, column) -> 0;
  }

  ParameterLayout with(String key, int rows, int columns, Initial initial) {
    parameters.put(key, new Parameter(key, rows, columns, size, initial));
    size += rows * columns;
    return this;
  }

  /** A vector a character, zero for padding. */
  ParameterLayout withCharacterVectors(int characterIds, int dimension) {
    Initial initial = uniformAfterZeros(Math.sqrt(3.0 / dimension));
    return with(Weights.CHARACTER_VECTORS, characterIds, dimension, initial);
  }

  /** The parameters of an encoder's layer. */
  ParameterLayout with(EncoderLayer shape) {
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

  @Override
  public long numParams(NeuralNetConfiguration conf) {
    return size;
  }

  @Override
  public long numParams(Layer layer) {
    return size;
  }

  @Override
  public List<String> paramKeys(Layer layer) {
    return new ArrayList<>(parameters.keySet());
  }

  @Override
  public List<String> weightKeys(Layer layer) {
    return paramKeys(layer);
  }

  @Override
  public List<String> biasKeys(Layer layer) {
    return List.of();
  }

  @Override
  public boolean isWeightParam(Layer layer, String key) {
    return parameters.containsKey(key);
  }

  @Override
  public boolean isBiasParam(Layer layer, String key) {
    return false;
  }

  @Override
  public Map<String, INDArray> init(
      NeuralNetConfiguration conf, INDArray view, boolean initialise) {
    Map<String, INDArray> views = views(view);
    if (initialise) {
      if (view.dataType() == DataType.DOUBLE) {
        initialise(new DoubleArithmetic(), view);
      } else {
        initialise(new FloatArithmetic(), view);
      }
    }
    parameters.keySet().forEach(conf::addVariable);
    return views;
  }

  private <A> void initialise(Arithmetic<A, ?> arithmetic, INDArray view) {
    A values = arithmetic.array(size);
    SplittableRandom random = new SplittableRandom(seed);
    for (Parameter parameter : parameters.values()) {
      for (int i = 0; i < parameter.size(); i++) {
        double value =
            parameter.initial().value(random, i / parameter.columns(), i % parameter.columns());
        arithmetic.set(values, parameter.offset() + i, value);
      }
    }
    arithmetic.write(values, view);
  }

  @Override
  public Map<String, INDArray> getGradientsFromFlattened(
      NeuralNetConfiguration conf, INDArray view) {
    return views(view);
  }

  private Map<String, INDArray> views(INDArray flat) {
    INDArray vector = flat.reshape(flat.length());
    Map<String, INDArray> views = new LinkedHashMap<>();
    for (Parameter parameter : parameters.values()) {
      INDArray interval =
          vector.get(
              NDArrayIndex.interval(parameter.offset(), parameter.offset() + parameter.size()));
      views.put(parameter.key(), interval.reshape('c', parameter.rows(), parameter.columns()));
    }
    return views;
  }
}
