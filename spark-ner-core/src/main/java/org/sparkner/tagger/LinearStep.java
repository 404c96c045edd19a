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
 * {@link org.sparkner.model.WordEncoder#LINEAR_RNN}.
 *
 * @param decays λ of each unit
 */
record LinearStep(Kernels kernels, int hidden, float[] decays) implements StepCell {
  static LinearStep of(Kernels kernels, int hidden, float[] logits) {
    float[] decays = logits.clone();
    kernels.sigmoid(decays, 0, hidden);
    return new LinearStep(kernels, hidden, decays);
  }

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
    float[] factors = decays;
    for (int r = 0; r < rows; r++) {
      float[] input = inputs[first + r];
      int at = offset + r * stride;
      for (int j = 0; j < hidden; j++) {
        float value = input[column + j];
        float now = value + factors[j] * (cells[at + j] - value);
        cells[at + j] = now;
        states[at + j] = now;
      }
      kernels.tanh(states, at, hidden);
    }
  }

  @Override
  public int scratch() {
    return 0;
  }
}
