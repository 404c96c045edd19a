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
import org.sparkner.model.Weights;

/**
 * A convolution over the characters of a word, with zeros around it. What a character adds at a
 * place of the window is looked up in a table of products, so that the convolution is additions
 * only.
 */
final class CharacterConvolution {
  private final int width;
  private final int filters;
  private final float[] table;
  private final float[] bias;

  CharacterConvolution(NeuralModel model, ConvolutionShape shape) {
    width = shape.width();
    filters = shape.outputs();
    bias = model.weights().values(shape.bias());
    table =
        products(
            model.weights().values(Weights.CHARACTER_VECTORS),
            model.weights().values(shape.filters()),
            model.lexicon().characterIds(),
            shape.inputs());
  }

  int filters() {
    return filters;
  }

  /** [id × place × filter]: character vector times the rows of the filters at that place. */
  private float[] products(float[] vectors, float[] weights, int ids, int dimension) {
    float[] products = new float[Math.multiplyExact(ids, width * filters)];
    for (int id = 0; id < ids; id++) {
      for (int place = 0; place < width; place++) {
        int to = (id * width + place) * filters;
        for (int d = 0; d < dimension; d++) {
          float value = vectors[id * dimension + d];
          int from = (place * dimension + d) * filters;
          for (int f = 0; f < filters; f++) {
            products[to + f] += value * weights[from + f];
          }
        }
      }
    }
    return products;
  }

  /**
   * @param ids of the word's characters
   * @param to output of position p at {@code p * stride + column}, zeros on entry
   */
  void run(int[] ids, float[] to, int column, int stride) {
    for (int position = 0; position < ids.length; position++) {
      int at = position * stride + column;
      for (int place = 0; place < width; place++) {
        int neighbour = position + place - width / 2;
        if (neighbour >= 0 && neighbour < ids.length) {
          add((ids[neighbour] * width + place) * filters, to, at);
        }
      }
      for (int f = 0; f < filters; f++) {
        to[at + f] += bias[f];
      }
    }
  }

  private void add(int from, float[] to, int at) {
    for (int f = 0; f < filters; f++) {
      to[at + f] += table[from + f];
    }
  }
}
