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

import java.util.Arrays;
import org.sparkner.kernel.Kernels;
import org.sparkner.lexicon.Lexicon;
import org.sparkner.model.Architecture;
import org.sparkner.model.NeuralModel;
import org.sparkner.model.Weights;

/**
 * The character vector of a word (Ma &amp; Hovy 2016, section 2.1): a convolution with zeros around
 * the word, the maximum over its positions, bias and tanh. What a character adds at a place of the
 * window is looked up in a table of products, so that the convolution is additions only.
 */
final class CharacterConvolution implements CharacterVectors {
  private final Kernels kernels;
  private final Lexicon lexicon;
  private final int width;
  private final int filters;
  private final int maxWordLength;
  private final float[] table;
  private final float[] bias;

  CharacterConvolution(NeuralModel model, Kernels kernels) {
    this.kernels = kernels;
    Architecture sizes = model.architecture();
    lexicon = model.lexicon();
    width = sizes.characterWidth();
    filters = sizes.characterFilters();
    maxWordLength = sizes.maxWordLength();
    bias = model.weights().values(Weights.CHARACTER_BIAS);
    table =
        products(
            model.weights().values(Weights.CHARACTER_VECTORS),
            model.weights().values(Weights.CHARACTER_FILTERS),
            lexicon.characterIds(),
            sizes.characterDimension());
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

  @Override
  public void encode(String token, float[] output, int offset) {
    int[] ids = token.codePoints().limit(maxWordLength).map(lexicon::characterId).toArray();
    if (ids.length == 0) {
      ids = new int[] {Lexicon.UNKNOWN_CHARACTER};
    }
    float[] sums = new float[filters];
    for (int position = 0; position < ids.length; position++) {
      Arrays.fill(sums, 0);
      addWindow(ids, position, sums);
      for (int f = 0; f < filters; f++) {
        float value = sums[f];
        if (position == 0 || value > output[offset + f]) {
          output[offset + f] = value;
        }
      }
    }
    for (int f = 0; f < filters; f++) {
      output[offset + f] += bias[f];
    }
    kernels.tanh(output, offset, filters);
  }

  private void addWindow(int[] ids, int position, float[] sums) {
    for (int place = 0; place < width; place++) {
      int neighbour = position + place - width / 2;
      if (neighbour >= 0 && neighbour < ids.length) {
        int from = (ids[neighbour] * width + place) * filters;
        for (int f = 0; f < filters; f++) {
          sums[f] += table[from + f];
        }
      }
    }
  }
}
