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
import java.util.List;
import org.sparkner.kernel.Kernels;
import org.sparkner.kernel.RowProducts;
import org.sparkner.kernel.WeightMatrix;
import org.sparkner.model.EncoderLayer;
import org.sparkner.model.NeuralModel;

/**
 * A layer of a recurrent encoder over a packed batch: at most one product a step and direction. The
 * backward direction begins with the few sentences that are longest and takes the others in where
 * they end.
 */
final class RecurrentSteps implements LayerSteps {
  private final int hidden;
  private final int stride;
  private final List<Direction> directions;

  /** The recurrent weights, null where the kind of encoder has none, and the cell. */
  private record Direction(WeightMatrix recurrent, StepCell cell) {}

  RecurrentSteps(
      NeuralModel model, EncoderLayer layer, Kernels kernels, RecurrentMatrices matrices) {
    hidden = layer.hidden();
    stride = Kernels.stateStride(hidden);
    directions =
        layer.directions().stream()
            .map(
                direction ->
                    new Direction(
                        recurrent(model, layer, direction, matrices),
                        StepCell.of(model, layer, direction, kernels)))
            .toList();
  }

  private static WeightMatrix recurrent(
      NeuralModel model,
      EncoderLayer layer,
      EncoderLayer.Direction direction,
      RecurrentMatrices matrices) {
    if (layer.recurrentColumns() == 0) {
      return null;
    }
    float[] weights = model.weights().values(layer.recurrent(direction));
    return matrices.of(
        InputWeights.scaled(weights, layer), layer.hidden(), layer.recurrentColumns());
  }

  @Override
  public LayerSteps.Workspace newWorkspace() {
    return new States();
  }

  /** The states of a step. */
  private final class States implements LayerSteps.Workspace {
    private final RowProducts[] products = new RowProducts[directions.size()];
    private final float[] scratch = new float[directions.get(0).cell().scratch()];
    private float[] cells = new float[0];
    private float[] states = new float[0];

    private States() {
      for (int d = 0; d < products.length; d++) {
        WeightMatrix recurrent = directions.get(d).recurrent();
        products[d] = recurrent == null ? null : recurrent.newProducts();
      }
    }

    @Override
    public void run(PackedBatch batch, StepInput input, StepOutput output) {
      int size = batch.sentences().size() * stride;
      if (cells.length < size) {
        cells = new float[size];
        states = new float[size];
      }
      for (int direction = 0; direction < products.length; direction++) {
        Arrays.fill(cells, 0, size, 0);
        int continued = 0;
        for (int i = 0; i < batch.steps(); i++) {
          int t = direction == 0 ? i : batch.steps() - 1 - i;
          int rows = batch.rows(t);
          step(batch.first(t), rows, Math.min(rows, continued), direction, input);
          output.accept(batch.first(t), rows, direction, states, 0, stride);
          continued = rows;
        }
      }
    }

    /**
     * One step of one direction.
     *
     * @param place of the first row
     * @param continued rows that have a state; the others begin here
     */
    private void step(int place, int rows, int continued, int direction, StepInput input) {
      float[][] inputs = input.rows(place, rows, direction);
      int first = input.first(place);
      int column = input.column(direction);
      StepCell cell = directions.get(direction).cell();
      if (continued > 0) {
        RowProducts recurrent = products[direction];
        if (recurrent != null) {
          recurrent.multiply(continued, states, 0, stride);
        }
        cell.step(continued, inputs, first, column, recurrent, cells, states, 0, stride, scratch);
      }
      cell.step(
          rows - continued,
          inputs,
          first + continued,
          column,
          null,
          cells,
          states,
          continued * stride,
          stride,
          scratch);
    }
  }
}
