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

package org.sparkner.tagger;

import java.util.List;
import org.sparkner.model.EncoderLayer;
import org.sparkner.model.NeuralModel;
import org.sparkner.model.Weights;
import org.sparkner.model.WordEncoder;

/**
 * The weights of what reads the vectors of a token, those of a layer's directions side by side: x·W
 * + b.
 *
 * @param weights [rows × columns], row-major
 * @param bias [columns]
 */
record InputWeights(float[] weights, float[] bias, int rows, int columns) {
  /** A part of the input times the rows of the weights from this one on. */
  float[] product(float[] vector, int row) {
    float[] product = new float[columns];
    for (int i = 0; i < vector.length; i++) {
      int at = (row + i) * columns;
      for (int j = 0; j < columns; j++) {
        product[j] += vector[i] * weights[at + j];
      }
    }
    return product;
  }

  /**
   * The weights of what reads the vectors of a token: the encoder's first layer, or the linear map
   * to the emissions where there is none.
   */
  static InputWeights of(NeuralModel model) {
    List<EncoderLayer> layers = model.architecture().encoderLayers();
    if (!layers.isEmpty()) {
      return of(model, layers.get(0));
    }
    float[] bias = model.weights().values(Weights.EMISSION_BIAS);
    float[] weights = model.weights().values(Weights.EMISSION_WEIGHT);
    return new InputWeights(weights, bias, model.architecture().inputSize(), bias.length);
  }

  /** The weights as the layer's steps want them. */
  private static InputWeights of(NeuralModel model, EncoderLayer layer) {
    int width = layer.inputColumns();
    int columns = layer.directions().size() * width;
    float[] weights = new float[layer.inputs() * columns];
    float[] bias = new float[columns];
    for (EncoderLayer.Direction direction : layer.directions()) {
      int column = direction.ordinal() * width;
      float[] input = scaled(model.weights().values(layer.input(direction)), layer);
      for (int i = 0; i < layer.inputs(); i++) {
        System.arraycopy(input, i * width, weights, i * columns + column, width);
      }
      System.arraycopy(bias(model, layer, direction), 0, bias, column, width);
    }
    return new InputWeights(weights, bias, layer.inputs(), columns);
  }

  /** The bias of a direction; that of a window is added where the token itself stands. */
  static float[] bias(NeuralModel model, EncoderLayer layer, EncoderLayer.Direction direction) {
    float[] own = scaled(model.weights().values(layer.bias(direction)), layer);
    float[] bias = new float[layer.inputColumns()];
    System.arraycopy(own, 0, bias, layer.window() / 2 * own.length, own.length);
    return bias;
  }

  /** An LSTM's kernel needs its gates halved. */
  static float[] scaled(float[] weights, EncoderLayer layer) {
    return layer.encoder() == WordEncoder.LSTM
        ? GateScaling.halved(weights, layer.hidden())
        : weights;
  }
}
