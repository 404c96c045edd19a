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
import org.sparkner.kernel.PackedMatrix;
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
  private final RecurrentProduct forward;
  private final RecurrentProduct backward;
  private final PackedMatrix emission;
  private final float[] emissionBias;

  /**
   * @param int8 whether the recurrent product is on 8-bit integers
   */
  BiLstm(NerModel model, Kernels kernels, boolean int8) {
    Architecture sizes = model.architecture();
    Weights weights = model.weights();
    this.kernels = kernels;
    hidden = sizes.hidden();
    labels = model.labels().size();
    forward = recurrent(weights.values(Weights.FORWARD_RECURRENT), int8);
    backward = recurrent(weights.values(Weights.BACKWARD_RECURRENT), int8);
    emission =
        new PackedMatrix(2 * hidden, labels)
            .pack(weights.values(Weights.EMISSION_WEIGHT), 0, labels);
    emissionBias = weights.values(Weights.EMISSION_BIAS);
  }

  private RecurrentProduct recurrent(float[] weights, boolean int8) {
    int width = 4 * hidden;
    return int8
        ? new RecurrentProduct.Int8(kernels, weights, hidden, width)
        : new RecurrentProduct.Single(
            kernels, new PackedMatrix(hidden, width).pack(weights, 0, width));
  }

  /**
   * Computes the emissions, [tokens × labels] in the order of the batch's places, into the
   * workspace.
   *
   * @param projections of the word at each place
   */
  void run(PackedBatch batch, float[][] projections, Workspace workspace) {
    workspace.reserve(batch, hidden, labels);
    for (int t = 0; t < batch.steps(); t++) {
      int rows = batch.rows(t);
      step(batch, t, rows, t - 1, rows, projections, forward, 0, workspace);
    }
    for (int t = batch.steps() - 1; t >= 0; t--) {
      step(batch, t, batch.rows(t), t + 1, batch.rows(t + 1), projections, backward, 1, workspace);
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
      RecurrentProduct recurrent,
      int direction,
      Workspace workspace) {
    int width = 4 * hidden;
    int stride = 2 * hidden;
    int place = batch.first(step);
    float[] gates = workspace.gates;
    for (int row = 0; row < rows; row++) {
      System.arraycopy(projections[place + row], direction * width, gates, row * width, width);
    }
    int old = before < 0 || before == batch.steps() ? 0 : continued;
    int column = direction * hidden;
    if (old > 0) {
      recurrent.addTo(
          gates,
          old,
          workspace.states,
          batch.first(before) * stride + column,
          stride,
          workspace.scratch);
      kernels.lstmForward(
          old,
          hidden,
          gates,
          0,
          workspace.cells,
          0,
          workspace.nextCells,
          null,
          0,
          workspace.states,
          place * stride + column,
          stride);
    }
    kernels.lstmForward(
        rows - old,
        hidden,
        gates,
        old * width,
        null,
        0,
        workspace.nextCells,
        null,
        old * hidden,
        workspace.states,
        (place + old) * stride + column,
        stride);
    workspace.swapCells();
  }

  private void emit(int tokens, Workspace workspace) {
    for (int i = 0; i < tokens; i++) {
      System.arraycopy(emissionBias, 0, workspace.emissions, i * labels, labels);
    }
    kernels.multiply(
        tokens, workspace.states, 0, 2 * hidden, emission, workspace.emissions, 0, labels, true);
  }

  /** Memory of one thread, which grows to the largest batch. */
  static final class Workspace {
    private final RecurrentProduct.Scratch scratch = new RecurrentProduct.Scratch();
    private float[] gates = new float[0];
    private float[] cells = new float[0];
    private float[] nextCells = new float[0];
    private float[] states = new float[0];
    private float[] emissions = new float[0];

    private void reserve(PackedBatch batch, int hidden, int labels) {
      int rows = batch.sentences().size();
      gates = atLeast(gates, rows * 4 * hidden);
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
