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
import org.sparkner.kernel.ProductLibrary;
import org.sparkner.kernel.RowProducts;
import org.sparkner.kernel.WeightMatrix;
import org.sparkner.model.Architecture;
import org.sparkner.model.NeuralModel;
import org.sparkner.model.Weights;

/**
 * The bidirectional LSTM and the emission layer over a packed batch: one product a step and
 * direction. The backward direction begins with the few sentences that are longest and takes the
 * others in where they end.
 */
final class BiLstm {
  private static final int EMISSION_BLOCK = 32;

  private final Kernels kernels;
  private final int hidden;
  private final int stride;
  private final int labels;
  private final WeightMatrix forward;
  private final WeightMatrix backward;
  private final WeightMatrix forwardEmission;
  private final WeightMatrix backwardEmission;
  private final float[] emissionBias;

  /**
   * @param recurrent makes the recurrent matrices
   * @param products makes the others
   */
  BiLstm(NeuralModel model, Kernels kernels, RecurrentMatrices recurrent, ProductLibrary products) {
    Architecture sizes = model.architecture();
    Weights weights = model.weights();
    this.kernels = kernels;
    hidden = sizes.hidden();
    stride = Kernels.stateStride(hidden);
    labels = model.labels().size();
    forward = recurrent(recurrent, weights.values(Weights.FORWARD_RECURRENT));
    backward = recurrent(recurrent, weights.values(Weights.BACKWARD_RECURRENT));
    float[] emission = weights.values(Weights.EMISSION_WEIGHT);
    forwardEmission = products.single(padded(emission, 0), hidden, emissionColumns());
    backwardEmission = products.single(padded(emission, hidden), hidden, emissionColumns());
    emissionBias = weights.values(Weights.EMISSION_BIAS);
  }

  private WeightMatrix recurrent(RecurrentMatrices matrices, float[] weights) {
    return matrices.of(GateScaling.halved(weights, hidden), hidden, 4 * hidden);
  }

  /** Columns of the emissions' products: whole vectors, since rests cost more than zeros. */
  private int emissionColumns() {
    return (labels + EMISSION_BLOCK - 1) / EMISSION_BLOCK * EMISSION_BLOCK;
  }

  /** A direction's rows of the emissions' weights, with columns of zeros after them. */
  private float[] padded(float[] emission, int firstRow) {
    int columns = emissionColumns();
    float[] padded = new float[hidden * columns];
    for (int i = 0; i < hidden; i++) {
      System.arraycopy(emission, (firstRow + i) * labels, padded, i * columns, labels);
    }
    return padded;
  }

  /** Makes a recurrent matrix in the precision that was chosen. */
  @FunctionalInterface
  interface RecurrentMatrices {
    WeightMatrix of(float[] weights, int rows, int columns);
  }

  /** Memory for one thread. */
  Workspace newWorkspace() {
    return new Workspace();
  }

  /**
   * Computes the emissions, [tokens × labels] in the order of the batch's places, into the
   * workspace.
   *
   * @param projections of the word at each place
   */
  void run(PackedBatch batch, float[][] projections, Workspace workspace) {
    workspace.reserve(batch);
    workspace.begin(batch.sentences().size());
    int continued = 0;
    for (int t = 0; t < batch.steps(); t++) {
      int rows = batch.rows(t);
      step(batch.first(t), rows, Math.min(rows, continued), projections, 0, workspace);
      emit(batch.first(t), rows, workspace.forwardEmission, workspace);
      continued = rows;
    }
    workspace.begin(batch.sentences().size());
    continued = 0;
    for (int t = batch.steps() - 1; t >= 0; t--) {
      int rows = batch.rows(t);
      step(batch.first(t), rows, continued, projections, 1, workspace);
      emit(batch.first(t), rows, workspace.backwardEmission, workspace);
      continued = rows;
    }
  }

  /**
   * One step of one direction.
   *
   * @param place of the first row
   * @param continued rows that have a state; the others begin here
   * @param direction 0 forward, 1 backward
   */
  private void step(
      int place,
      int rows,
      int continued,
      float[][] projections,
      int direction,
      Workspace workspace) {
    int column = direction * 4 * hidden;
    RowProducts recurrent = direction == 0 ? workspace.forward : workspace.backward;
    if (continued > 0) {
      recurrent.multiply(continued, workspace.states, 0, stride);
      kernels.lstmStep(
          continued,
          hidden,
          projections,
          place,
          column,
          recurrent,
          workspace.cells,
          workspace.states,
          0,
          stride);
    }
    kernels.lstmStep(
        rows - continued,
        hidden,
        projections,
        place + continued,
        column,
        null,
        workspace.cells,
        workspace.states,
        continued * stride,
        stride);
  }

  /** Adds a direction's part to the emissions of a step, while its states are in the cache. */
  private void emit(int place, int rows, RowProducts emission, Workspace workspace) {
    emission.multiply(rows, workspace.states, 0, stride);
    float[] emissions = workspace.emissions;
    for (int r = 0; r < rows; r++) {
      int at = emission.row(r);
      float[] values = emission.values();
      int to = (place + r) * labels;
      for (int j = 0; j < labels; j++) {
        emissions[to + j] += values[at + j];
      }
    }
  }

  /** Memory of one thread, which grows to the largest batch. */
  final class Workspace {
    private final RowProducts forward = BiLstm.this.forward.newProducts();
    private final RowProducts backward = BiLstm.this.backward.newProducts();
    private final RowProducts forwardEmission = BiLstm.this.forwardEmission.newProducts();
    private final RowProducts backwardEmission = BiLstm.this.backwardEmission.newProducts();
    private float[] cells = new float[0];
    private float[] states = new float[0];
    private float[] emissions = new float[0];

    private void reserve(PackedBatch batch) {
      int rows = batch.sentences().size();
      cells = atLeast(cells, rows * stride);
      states = atLeast(states, rows * stride);
      emissions = atLeast(emissions, batch.tokens() * labels);
      for (int i = 0; i < batch.tokens(); i++) {
        System.arraycopy(emissionBias, 0, emissions, i * labels, labels);
      }
    }

    private static float[] atLeast(float[] array, int length) {
      return array.length < length ? new float[length] : array;
    }

    /** Cells of a direction that begins. */
    private void begin(int rows) {
      Arrays.fill(cells, 0, rows * stride, 0);
    }

    /** The emissions of the last batch. */
    float[] emissions() {
      return emissions;
    }
  }
}
