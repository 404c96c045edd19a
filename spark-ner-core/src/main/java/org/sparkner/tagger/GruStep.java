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

/** {@link org.sparkner.model.WordEncoder#GRU}. */
record GruStep(Kernels kernels, int hidden) implements StepCell {
  @Override
  public void step(
      int rows,
      float[][] inputs,
      int first,
      int column,
      RowProducts products,
      float[] cells,
      float[] states,
      int offset,
      int stride,
      float[] scratch) {
    for (int r = 0; r < rows; r++) {
      float[] input = inputs[first + r];
      if (products == null) {
        begin(input, column, states, offset + r * stride, scratch);
      } else {
        go(input, column, products.values(), products.row(r), states, offset + r * stride, scratch);
      }
    }
  }

  /** Scratch holds update, reset and candidate. */
  private void go(
      float[] input,
      int column,
      float[] products,
      int at,
      float[] states,
      int to,
      float[] scratch) {
    int candidate = 2 * hidden;
    for (int j = 0; j < 2 * hidden; j++) {
      scratch[j] = input[column + hidden + j] + products[at + j];
    }
    kernels.sigmoid(scratch, 0, 2 * hidden);
    for (int j = 0; j < hidden; j++) {
      scratch[candidate + j] =
          input[column + j] + scratch[hidden + j] * products[at + candidate + j];
    }
    kernels.tanh(scratch, candidate, hidden);
    for (int j = 0; j < hidden; j++) {
      float value = scratch[candidate + j];
      states[to + j] = value + scratch[j] * (states[to + j] - value);
    }
  }

  private void begin(float[] input, int column, float[] states, int to, float[] scratch) {
    System.arraycopy(input, column + hidden, scratch, 0, hidden);
    kernels.sigmoid(scratch, 0, hidden);
    System.arraycopy(input, column, scratch, hidden, hidden);
    kernels.tanh(scratch, hidden, hidden);
    for (int j = 0; j < hidden; j++) {
      states[to + j] = scratch[hidden + j] - scratch[j] * scratch[hidden + j];
    }
  }

  @Override
  public int scratch() {
    return 3 * hidden;
  }
}
