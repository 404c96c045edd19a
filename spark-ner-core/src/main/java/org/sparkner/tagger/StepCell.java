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
import org.sparkner.kernel.RowProducts;
import org.sparkner.model.EncoderLayer;
import org.sparkner.model.NeuralModel;

/**
 * The elementwise part of a recurrent layer's step, of one direction. Row r of cells and states is
 * at {@code offset + r * stride}; both take the place of those of the step before.
 */
sealed interface StepCell permits LstmStep, GruStep, SruStep, ElmanStep, LinearStep {
  /** The cell of a layer's direction. */
  static StepCell of(
      NeuralModel model, EncoderLayer layer, EncoderLayer.Direction direction, Kernels kernels) {
    int hidden = layer.hidden();
    return switch (layer.encoder()) {
      case LSTM -> new LstmStep(kernels, hidden);
      case GRU -> new GruStep(kernels, hidden);
      case SRU -> new SruStep(kernels, hidden, model.weights().values(layer.diagonal(direction)));
      case RNN -> new ElmanStep(kernels, hidden);
      case LINEAR_RNN ->
          LinearStep.of(kernels, hidden, model.weights().values(layer.diagonal(direction)));
      case CNN, FFNN_WINDOW, NONE ->
          throw new IllegalArgumentException(layer.encoder() + " has no recurrence.");
    };
  }

  /**
   * A step of some rows.
   *
   * @param inputs row r at {@code inputs[first + r]} from {@code column} on
   * @param products of the states with the recurrent weights; null where these rows begin, and for
   *     kinds that have none
   * @param cells zeros where rows begin
   * @param states not to be read where rows begin
   * @param scratch of this thread, at least {@link #scratch} floats
   */
  void step(
      int rows,
      float[][] inputs,
      int first,
      int column,
      RowProducts products,
      float[] cells,
      float[] states,
      int offset,
      int stride,
      float[] scratch);

  /** Floats of scratch that a step needs. */
  int scratch();
}
