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

/** {@link org.sparkner.model.WordEncoder#LSTM}, in one kernel. */
record LstmStep(Kernels kernels, int hidden) implements StepCell {
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
    kernels.lstmStep(rows, hidden, inputs, first, column, products, cells, states, offset, stride);
  }

  @Override
  public int scratch() {
    return 0;
  }
}
