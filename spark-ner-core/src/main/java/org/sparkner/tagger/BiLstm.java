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

import org.sparkner.kernel.Kernels;
import org.sparkner.kernel.ProductLibrary;
import org.sparkner.kernel.RowProducts;
import org.sparkner.kernel.WeightMatrix;
import org.sparkner.model.Architecture;
import org.sparkner.model.NerModel;
import org.sparkner.model.Weights;

/**
 * The bidirectional LSTM and the emission layer over a packed batch: one product a step and
 * direction. The backward direction begins with the few sentences that are longest and takes the
 * others in where they end.
 */
final class BiLstm {
  private final Kernels kernels;
  private final int hidden;
  private final int labels;
  private final WeightMatrix forward;
  private final WeightMatrix backward;
  private final WeightMatrix emission;
  private final float[] emissionBias;

  /**
   * @param recurrent makes the recurrent matrices
   * @param products makes the others
   */
  BiLstm(NerModel model, Kernels kernels, RecurrentMatrices recurrent, ProductLibrary products) {
    Architecture sizes = model.architecture();
    Weights weights = model.weights();
    this.kernels = kernels;
    hidden = sizes.hidden();
    labels = model.labels().size();
    forward = recurrent(recurrent, weights.values(Weights.FORWARD_RECURRENT));
    backward = recurrent(recurrent, weights.values(Weights.BACKWARD_RECURRENT));
    emission = products.single(weights.values(Weights.EMISSION_WEIGHT), 2 * hidden, labels);
    emissionBias = weights.values(Weights.EMISSION_BIAS);
  }

  private WeightMatrix recurrent(RecurrentMatrices matrices, float[] weights) {
    return matrices.of(GateScaling.halved(weights, hidden), hidden, 4 * hidden);
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
    for (int t = 0; t < batch.steps(); t++) {
      int rows = batch.rows(t);
      step(batch, t, rows, t - 1, rows, projections, workspace.forward, 0, workspace);
    }
    for (int t = batch.steps() - 1; t >= 0; t--) {
      int continued = batch.rows(t + 1);
      step(
          batch, t, batch.rows(t), t + 1, continued, projections, workspace.backward, 1, workspace);
    }
    emit(batch.tokens(), workspace);
  }

  /**
   * One step of one direction.
   *
   * @param before the step that this one continues
   * @param continued rows that have a state from {@code before}; the others begin here
   * @param direction 0 forward, 1 backward
   */
  private void step(
      PackedBatch batch,
      int step,
      int rows,
      int before,
      int continued,
      float[][] projections,
      RowProducts recurrent,
      int direction,
      Workspace workspace) {
    int width = 4 * hidden;
    int stride = 2 * hidden;
    int place = batch.first(step);
    int old = before < 0 || before == batch.steps() ? 0 : continued;
    int column = direction * hidden;
    if (old > 0) {
      recurrent.multiply(old, workspace.states, batch.first(before) * stride + column, stride);
      kernels.lstmStep(
          old,
          hidden,
          projections,
          place,
          direction * width,
          recurrent,
          workspace.cells,
          workspace.nextCells,
          0,
          workspace.states,
          place * stride + column,
          stride);
    }
    kernels.lstmStep(
        rows - old,
        hidden,
        projections,
        place + old,
        direction * width,
        null,
        null,
        workspace.nextCells,
        old * hidden,
        workspace.states,
        (place + old) * stride + column,
        stride);
    workspace.swapCells();
  }

  private void emit(int tokens, Workspace workspace) {
    int stride = 2 * hidden;
    float[] emissions = workspace.emissions;
    for (int from = 0; from < tokens; from += RowProducts.MOST_ROWS) {
      int rows = Math.min(RowProducts.MOST_ROWS, tokens - from);
      workspace.emission.multiply(rows, workspace.states, from * stride, stride);
      for (int r = 0; r < rows; r++) {
        int at = workspace.emission.row(r);
        float[] values = workspace.emission.values();
        int to = (from + r) * labels;
        for (int j = 0; j < labels; j++) {
          emissions[to + j] = values[at + j] + emissionBias[j];
        }
      }
    }
  }

  /** Memory of one thread, which grows to the largest batch. */
  final class Workspace {
    private final RowProducts forward = BiLstm.this.forward.newProducts();
    private final RowProducts backward = BiLstm.this.backward.newProducts();
    private final RowProducts emission = BiLstm.this.emission.newProducts();
    private float[] cells = new float[0];
    private float[] nextCells = new float[0];
    private float[] states = new float[0];
    private float[] emissions = new float[0];

    private void reserve(PackedBatch batch) {
      int rows = batch.sentences().size();
      cells = atLeast(cells, rows * hidden);
      nextCells = atLeast(nextCells, rows * hidden);
      states = atLeast(states, batch.tokens() * 2 * hidden);
      emissions = atLeast(emissions, batch.tokens() * labels);
    }

    private static float[] atLeast(float[] array, int length) {
      return array.length < length ? new float[length] : array;
    }

    private void swapCells() {
      float[] swap = cells;
      cells = nextCells;
      nextCells = swap;
    }

    /** The emissions of the last batch. */
    float[] emissions() {
      return emissions;
    }
  }
}
