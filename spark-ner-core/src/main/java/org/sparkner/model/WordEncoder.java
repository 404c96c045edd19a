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

package org.sparkner.model;

/** What reads the tokens of a sentence. */
public enum WordEncoder {
  /**
   * Long short-term memory (Hochreiter &amp; Schmidhuber 1997) with forget gates and without
   * peepholes. Blocks input, forget, candidate, output.
   */
  LSTM(4, 4, 0),

  /**
   * Gated recurrent unit (Cho et al. 2014), whose reset gate acts on the candidate's recurrent
   * product. Blocks of the input candidate, update, reset; of the recurrence update, reset,
   * candidate.
   */
  GRU(3, 3, 0),

  /**
   * Simple recurrent unit (Lei et al. 2018, equations 1 to 4): the recurrence is elementwise, all
   * products are with the input. Blocks candidate, forget, reset, highway; diagonals of the forget
   * and the reset gate.
   */
  SRU(4, 0, 2),

  /** Simple recurrent network (Elman 1990): tanh of input and state. */
  RNN(1, 1, 0),

  /**
   * A diagonal linear recurrence, s' = λ ⊙ s + (1 − λ) ⊙ (x·W + b), and tanh of its states. The
   * diagonal holds the logits of λ.
   */
  LINEAR_RNN(1, 0, 1),

  /**
   * Convolutions over the sentence (Collobert et al. 2011, section 3.3.2, without the maximum over
   * the sentence): each layer sees a window of what is below it, and is rectified. Zeros stand
   * beyond the ends of the sentence.
   */
  CNN(1, 0, 0),

  /**
   * A feed-forward network over the window of input vectors around a token (Collobert et al. 2011,
   * section 3.3.1), with tanh: the layers above the first see the token alone. Zeros stand beyond
   * the ends of the sentence.
   */
  FFNN_WINDOW(1, 0, 0),

  /** Nothing: the decoder reads the vectors of a token itself. */
  NONE(0, 0, 0);

  private final int inputBlocks;
  private final int recurrentBlocks;
  private final int diagonals;

  WordEncoder(int inputBlocks, int recurrentBlocks, int diagonals) {
    this.inputBlocks = inputBlocks;
    this.recurrentBlocks = recurrentBlocks;
    this.diagonals = diagonals;
  }

  /** Whether a token's output depends on that of a neighbour; else on a window of inputs. */
  public boolean recurrent() {
    return this != CNN && this != FFNN_WINDOW && this != NONE;
  }

  /** Blocks of {@code hidden} columns in the input's weights and in the bias. */
  public int inputBlocks() {
    return inputBlocks;
  }

  /** Blocks of {@code hidden} columns in the recurrent weights; 0 where there are none. */
  public int recurrentBlocks() {
    return recurrentBlocks;
  }

  /** Vectors of {@code hidden} weights of an elementwise recurrence; 0 where there is none. */
  public int diagonals() {
    return diagonals;
  }

  /**
   * The encoder of a name in a setting.
   *
   * @throws IllegalArgumentException for any other name
   */
  public static WordEncoder named(String name) {
    return SettingNames.find("encoder", name, values());
  }

  /** The name in a setting. */
  @Override
  public String toString() {
    return SettingNames.of(this);
  }
}
