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

/**
 * {@link org.sparkner.model.WordEncoder#SRU}.
 *
 * @param diagonal of the forget gate, then of the reset gate
 */
record SruStep(Kernels kernels, int hidden, float[] diagonal) implements StepCell {
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
      gates(inputs[first + r], column + hidden, cells, offset + r * stride, scratch);
      kernels.sigmoid(scratch, 0, 2 * hidden);
      update(inputs[first + r], column, cells, states, offset + r * stride, scratch);
    }
  }

  private void gates(float[] input, int from, float[] cells, int at, float[] scratch) {
    float[] weights = diagonal;
    for (int j = 0; j < hidden; j++) {
      scratch[j] = input[from + j] + weights[j] * cells[at + j];
    }
    for (int j = 0; j < hidden; j++) {
      scratch[hidden + j] = input[from + hidden + j] + weights[hidden + j] * cells[at + j];
    }
  }

  private void update(
      float[] input, int from, float[] cells, float[] states, int at, float[] scratch) {
    int highways = from + 3 * hidden;
    for (int j = 0; j < hidden; j++) {
      float candidate = input[from + j];
      float highway = input[highways + j];
      float now = candidate + scratch[j] * (cells[at + j] - candidate);
      cells[at + j] = now;
      states[at + j] = highway + scratch[hidden + j] * (now - highway);
    }
  }

  @Override
  public int scratch() {
    return 2 * hidden;
  }
}
