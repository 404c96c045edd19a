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
import org.sparkner.network.TokenLayout;
import org.sparkner.torch.TorchDevice;

/** A layer of an encoder, without its dropout. */
sealed interface EncoderModule permits RecurrentLayer, ElementwiseRecurrence, WindowLayer {
  /**
   * [tokens × outputs] of [tokens × inputs]; rows are time-major where the layer is recurrent, else
   * sentence by sentence.
   */
  Tensor forward(Tensor rows, TokenLayout layout);

  /** The module of a layer. */
  static EncoderModule of(EncoderLayer shape, ParameterTensors parameters, TorchDevice device) {
    return switch (shape.encoder()) {
      case LSTM, GRU, RNN -> new RecurrentLayer(shape, parameters, device);
      case SRU, LINEAR_RNN -> new ElementwiseRecurrence(shape, parameters);
      case CNN, FFNN_WINDOW -> new WindowLayer(shape, parameters, device);
      case NONE -> throw new IllegalArgumentException(shape.encoder() + " has no layers.");
    };
  }
}
