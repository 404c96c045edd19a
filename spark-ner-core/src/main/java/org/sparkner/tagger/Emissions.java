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

import java.util.ArrayList;
import java.util.List;
import org.sparkner.kernel.ProductLibrary;
import org.sparkner.kernel.RowProducts;
import org.sparkner.kernel.WeightMatrix;
import org.sparkner.model.NeuralModel;
import org.sparkner.model.Weights;

/**
 * The linear map from the encoder's outputs to the labels' scores: a product a step and direction.
 */
final class Emissions {
  private static final int BLOCK = 32;

  private final int scores;
  private final List<WeightMatrix> weights = new ArrayList<>();
  private final float[] bias;

  /**
   * @param hidden units of a direction; the outputs are one block of them each
   */
  Emissions(NeuralModel model, int hidden, ProductLibrary products) {
    scores = model.architecture().decoder().scores(model.labels().size());
    bias = model.weights().values(Weights.EMISSION_BIAS);
    float[] all = model.weights().values(Weights.EMISSION_WEIGHT);
    // Whole vectors, since rests cost more than zeros.
    int columns = (scores + BLOCK - 1) / BLOCK * BLOCK;
    for (int from = 0; from < all.length; from += hidden * scores) {
      float[] padded = new float[hidden * columns];
      for (int i = 0; i < hidden; i++) {
        System.arraycopy(all, from + i * scores, padded, i * columns, scores);
      }
      weights.add(products.single(padded, hidden, columns));
    }
  }

  /** Memory for one thread. */
  Sums newSums() {
    return new Sums();
  }

  /** The emissions of a batch, to which each direction adds its part. */
  final class Sums implements StepOutput {
    private final RowProducts[] products =
        weights.stream().map(WeightMatrix::newProducts).toArray(RowProducts[]::new);
    private float[] values = new float[0];

    /** Begins a batch of so many tokens. */
    void begin(int tokens) {
      if (values.length < tokens * scores) {
        values = new float[tokens * scores];
      }
      for (int i = 0; i < tokens; i++) {
        System.arraycopy(bias, 0, values, i * scores, scores);
      }
    }

    @Override
    public void accept(
        int place, int rows, int direction, float[] outputs, int offset, int stride) {
      RowProducts product = products[direction];
      product.multiply(rows, outputs, offset, stride);
      for (int r = 0; r < rows; r++) {
        int at = product.row(r);
        float[] from = product.values();
        int to = (place + r) * scores;
        for (int j = 0; j < scores; j++) {
          values[to + j] += from[at + j];
        }
      }
    }

    /** [tokens × scores] in the order of the batch's places. */
    float[] values() {
      return values;
    }
  }
}
