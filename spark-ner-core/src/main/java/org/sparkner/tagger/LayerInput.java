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
import org.sparkner.kernel.ProductLibrary;
import org.sparkner.kernel.RowProducts;
import org.sparkner.kernel.WeightMatrix;
import org.sparkner.model.EncoderLayer;
import org.sparkner.model.NeuralModel;

/** The weights between two layers of an encoder: one product a step and direction. */
final class LayerInput {
  private final int size;
  private final int hidden;
  private final List<WeightMatrix> weights;
  private final List<float[]> biases;

  /**
   * @param layer the upper one
   */
  LayerInput(NeuralModel model, EncoderLayer layer, ProductLibrary library) {
    size = layer.inputs();
    hidden = layer.hidden();
    weights =
        layer.directions().stream()
            .map(
                direction ->
                    library.single(
                        InputWeights.scaled(model.weights().values(layer.input(direction)), layer),
                        size,
                        layer.inputColumns()))
            .toList();
    biases =
        layer.directions().stream()
            .map(direction -> InputWeights.bias(model, layer, direction))
            .toList();
  }

  /** Memory for one thread. */
  Between newBetween() {
    return new Between();
  }

  /** Keeps the outputs of the lower layer for a batch and gives the upper layer its input. */
  final class Between implements StepInput, StepOutput {
    private final List<RowProducts> products =
        weights.stream().map(WeightMatrix::newProducts).toList();
    private final float[][] inputs = new float[RowProducts.MOST_ROWS][weights.get(0).columns()];
    private float[] outputs = new float[0];

    /** Makes room for a batch of so many tokens. */
    void reserve(int tokens) {
      if (outputs.length < tokens * size) {
        outputs = new float[tokens * size];
      }
    }

    @Override
    public void accept(int place, int rows, int direction, float[] states, int offset, int stride) {
      for (int r = 0; r < rows; r++) {
        int to = (place + r) * size + direction * hidden;
        System.arraycopy(states, offset + r * stride, outputs, to, hidden);
      }
    }

    @Override
    public float[][] rows(int place, int rows, int direction) {
      RowProducts product = products.get(direction);
      product.multiply(rows, outputs, place * size, size);
      float[] bias = biases.get(direction);
      for (int r = 0; r < rows; r++) {
        int at = product.row(r);
        float[] values = product.values();
        float[] input = inputs[r];
        for (int j = 0; j < bias.length; j++) {
          input[j] = values[at + j] + bias[j];
        }
      }
      return inputs;
    }

    @Override
    public int first(int place) {
      return 0;
    }

    @Override
    public int column(int direction) {
      return 0;
    }
  }
}
