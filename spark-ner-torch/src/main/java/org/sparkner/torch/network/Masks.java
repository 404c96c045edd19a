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
import org.sparkner.network.RandomPlace;
import org.sparkner.torch.HostArrays;
import org.sparkner.torch.TorchDevice;

/**
 * The dropout of one pass.
 *
 * @param probability to drop
 * @param seed of the run
 * @param step of the training; negative where nothing is dropped
 * @param device where the masks are needed
 */
record Masks(double probability, long seed, long step, TorchDevice device) {
  /** Drops some of the values of rows. */
  Tensor apply(RandomPlace place, Tensor rows) {
    return apply(place, rows, null);
  }

  /**
   * Drops some of the values of rows that stand in another order than the masks.
   *
   * @param order for each row, its place among those of the mask; null where they agree
   */
  Tensor apply(RandomPlace place, Tensor rows, long[] order) {
    int count = Math.toIntExact(rows.size(0));
    int columns = Math.toIntExact(rows.size(1));
    float[] mask =
        step < 0 ? null : place.dropout(probability, seed).mask(count * columns, step, null);
    if (mask == null) {
      return rows;
    }
    float[] ordered = order == null ? mask : new float[mask.length];
    if (order != null) {
      for (int row = 0; row < count; row++) {
        System.arraycopy(mask, (int) order[row] * columns, ordered, row * columns, columns);
      }
    }
    return rows.mul(HostArrays.toDevice(ordered, device, count, columns));
  }
}
