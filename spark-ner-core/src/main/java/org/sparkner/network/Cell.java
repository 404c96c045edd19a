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

package org.sparkner.network;

import org.sparkner.model.WordEncoder;

/**
 * The elementwise part of a recurrent layer. A row of gates is blocks of {@code hidden} values: the
 * input's product fills the first of them, the recurrent product is added to the last.
 *
 * @param <A> array type
 */
sealed interface Cell<A> permits LstmCell, GruCell, SruCell, ElmanCell, LinearCell {
  /**
   * The cell of a kind of encoder.
   *
   * @param diagonal place of the elementwise weights in the layer's parameters
   */
  static <A> Cell<A> of(WordEncoder kind, Arithmetic<A, ?> arithmetic, int hidden, int diagonal) {
    return switch (kind) {
      case LSTM -> new LstmCell<>(arithmetic, hidden);
      case GRU -> new GruCell<>(arithmetic, hidden);
      case SRU -> new SruCell<>(arithmetic, hidden, diagonal);
      case RNN -> new ElmanCell<>(arithmetic, hidden);
      case LINEAR_RNN -> new LinearCell<>(arithmetic, hidden, diagonal);
      case CNN, FFNN_WINDOW, NONE ->
          throw new IllegalArgumentException(kind + " has no recurrence.");
    };
  }

  /** Blocks of a row of gates. */
  int blocks();

  /** Whether there is a state beside the output. */
  boolean hasCell();

  /**
   * A step of some rows.
   *
   * @param first row on the tape
   * @param output h', row r at {@code r * stride + column}
   */
  void forward(Tape<A> tape, int first, int rows, A output, int column, int stride);

  /**
   * The derivative of {@link #forward}.
   *
   * @param outputGradient on entry dL/dh', on exit what of dL/dh does not go through the recurrent
   *     product; the first row on the tape is row 0
   * @param cellGradient on entry dL/dc', on exit dL/dc; untouched where there is no cell
   * @param gradient of the layer's parameters; that of the elementwise weights is added
   */
  void backward(Tape<A> tape, int first, int rows, A outputGradient, A cellGradient, A gradient);
}
