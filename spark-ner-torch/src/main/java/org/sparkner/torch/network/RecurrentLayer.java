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
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.sparkner.model.EncoderLayer;
import org.sparkner.network.TokenLayout;
import org.sparkner.torch.HostArrays;
import org.sparkner.torch.TorchDevice;

/** An LSTM, a GRU or Elman's network over packed sequences, by libtorch's own kernels. */
final class RecurrentLayer implements EncoderModule {
  private static final TorchDevice HOST = TorchDevice.of("cpu");

  private final EncoderLayer shape;
  private final ParameterTensors parameters;
  private final TorchDevice device;

  RecurrentLayer(EncoderLayer shape, ParameterTensors parameters, TorchDevice device) {
    this.shape = shape;
    this.parameters = parameters;
    this.device = device;
  }

  @Override
  public Tensor forward(Tensor rows, TokenLayout layout) {
    long[] active = new long[layout.steps()];
    for (int t = 0; t < active.length; t++) {
      active[t] = layout.active(t);
    }
    Tensor sizes = HostArrays.toDevice(active, HOST, active.length);
    boolean both = shape.directions().size() == 2;
    Tensor begin = Rows.zeros(rows, shape.directions().size(), layout.sentences(), shape.hidden());
    TensorVector weights = weights();
    return switch (shape.encoder()) {
      case LSTM -> {
        TensorVector states = new TensorVector(begin, begin);
        yield torch.lstm(rows, sizes, states, weights, true, 1, 0, true, both).get0();
      }
      case GRU -> torch.gru(rows, sizes, begin, weights, true, 1, 0, true, both).get0();
      default -> torch.rnn_tanh(rows, sizes, begin, weights, true, 1, 0, true, both).get0();
    };
  }

  /**
   * Of each direction: weights of the input, of the recurrence, and a bias of each, row by row as
   * cuDNN wants them.
   */
  private TensorVector weights() {
    TensorVector weights = new TensorVector();
    for (EncoderLayer.Direction direction : shape.directions()) {
      Tensor input = parameters.matrix(shape.input(direction)).t().contiguous();
      Tensor recurrent = parameters.matrix(shape.recurrent(direction)).t().contiguous();
      Tensor bias = parameters.vector(shape.bias(direction));
      switch (shape.encoder()) {
        case GRU -> {
          // libtorch has reset, update, candidate.
          weights.push_back(blocks(input, 2, 1, 0));
          weights.push_back(blocks(recurrent, 1, 0, 2));
          weights.push_back(blocks(bias, 2, 1, 0));
        }
        default -> {
          weights.push_back(input);
          weights.push_back(recurrent);
          weights.push_back(bias);
        }
      }
      weights.push_back(Rows.zeros(bias, bias.size(0)));
    }
    return weights;
  }

  /** Blocks of {@code hidden} rows in another order. */
  private Tensor blocks(Tensor matrix, int... order) {
    int hidden = shape.hidden();
    TensorVector blocks = new TensorVector();
    for (int block : order) {
      blocks.push_back(matrix.narrow(0, (long) block * hidden, hidden));
    }
    return torch.cat(blocks, 0);
  }
}
