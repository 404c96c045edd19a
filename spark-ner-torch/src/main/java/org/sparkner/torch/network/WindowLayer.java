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

package org.sparkner.torch.network;

import org.bytedeco.pytorch.Tensor;
import org.sparkner.model.EncoderLayer;
import org.sparkner.model.WordEncoder;
import org.sparkner.network.TokenLayout;
import org.sparkner.torch.TorchDevice;

/**
 * A layer over windows of tokens: each input times the weights of all places of the window at once,
 * then the sum of the neighbours' blocks; rectified, or tanh of it.
 */
final class WindowLayer implements EncoderModule {
  private final EncoderLayer shape;
  private final EncoderLayer.Direction direction;
  private final ParameterTensors parameters;
  private final TorchDevice device;

  WindowLayer(EncoderLayer shape, ParameterTensors parameters, TorchDevice device) {
    this.shape = shape;
    this.direction = shape.directions().get(0);
    this.parameters = parameters;
    this.device = device;
  }

  @Override
  public Tensor forward(Tensor rows, TokenLayout layout) {
    Tensor products = rows.matmul(parameters.matrix(shape.input(direction)));
    Tensor sum = parameters.vector(shape.bias(direction));
    for (int place = 0; place < shape.window(); place++) {
      Tensor block = products.narrow(1, (long) place * shape.hidden(), shape.hidden());
      int offset = place - shape.window() / 2;
      sum =
          sum.add(offset == 0 ? block : Rows.of(Rows.withZeros(block), at(offset, layout), device));
    }
    return shape.encoder() == WordEncoder.CNN ? sum.relu() : sum.tanh();
  }

  /** Of each token, the row so far from it; that of zeros beyond the ends of the sentence. */
  private static long[] at(int offset, TokenLayout layout) {
    long[] rows = new long[layout.tokens()];
    for (int i = 0; i < layout.sentences(); i++) {
      for (int t = 0; t < layout.length(i); t++) {
        boolean within = t + offset >= 0 && t + offset < layout.length(i);
        int row = layout.sentenceStart(i) + t;
        rows[row] = within ? row + offset : layout.tokens();
      }
    }
    return rows;
  }
}
