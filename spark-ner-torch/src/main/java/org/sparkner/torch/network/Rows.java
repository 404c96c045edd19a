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

import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.sparkner.torch.HostArrays;
import org.sparkner.torch.TorchDevice;

/** What layers do with matrices of a row each for what they read. */
final class Rows {
  private Rows() {}

  /**
   * Rows of a matrix, [ids × columns].
   *
   * @param matrix whose gradient the rows' is added to
   */
  static Tensor of(Tensor matrix, long[] ids, TorchDevice device) {
    return torch.embedding(matrix, HostArrays.toDevice(ids, device, ids.length));
  }

  /** A matrix with a row of zeros after its last. */
  static Tensor withZeros(Tensor matrix) {
    return torch.cat(new TensorVector(matrix, zeros(matrix, 1, matrix.size(1))), 0);
  }

  /** Zeros of the type of another tensor, where that lives. */
  static Tensor zeros(Tensor like, long... shape) {
    return torch.zeros(shape, like.options());
  }

  /** Matrices of as many rows side by side. */
  static Tensor beside(List<Tensor> matrices) {
    return matrices.size() == 1
        ? matrices.get(0)
        : torch.cat(new TensorVector(matrices.toArray(Tensor[]::new)), 1);
  }

  /** Matrices of as many columns one below the other. */
  static Tensor below(List<Tensor> matrices) {
    return matrices.size() == 1
        ? matrices.get(0)
        : torch.cat(new TensorVector(matrices.toArray(Tensor[]::new)), 0);
  }
}
