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

import org.sparkner.model.ConvolutionShape;
import org.sparkner.model.NeuralModel;

/**
 * A convolution over the features of a word's positions, with zeros around it. Runs once a word
 * that is new to the cache, on plain loops, which pass over what a rectifier has cleared.
 *
 * @param weights [places × inputs × outputs]
 * @param bias [outputs]
 */
record FeatureConvolution(int inputs, int width, int outputs, float[] weights, float[] bias) {
  static FeatureConvolution of(NeuralModel model, ConvolutionShape shape) {
    return new FeatureConvolution(
        shape.inputs(),
        shape.width(),
        shape.outputs(),
        model.weights().values(shape.filters()),
        model.weights().values(shape.bias()));
  }

  /**
   * @param from features of position p at {@code p * fromStride}
   * @param to output of position p at {@code p * stride + column}, overwritten
   */
  void run(int positions, float[] from, int fromStride, float[] to, int column, int stride) {
    for (int p = 0; p < positions; p++) {
      int at = p * stride + column;
      System.arraycopy(bias, 0, to, at, outputs);
      for (int place = 0; place < width; place++) {
        int neighbour = p + place - width / 2;
        if (neighbour >= 0 && neighbour < positions) {
          add(from, neighbour * fromStride, place, to, at);
        }
      }
    }
  }

  private void add(float[] from, int row, int place, float[] to, int at) {
    for (int i = 0; i < inputs; i++) {
      float value = from[row + i];
      if (value != 0) {
        int weight = (place * inputs + i) * outputs;
        for (int j = 0; j < outputs; j++) {
          to[at + j] += value * weights[weight + j];
        }
      }
    }
  }
}
