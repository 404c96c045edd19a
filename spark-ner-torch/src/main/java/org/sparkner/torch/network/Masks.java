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
import org.sparkner.network.DistinctWords;
import org.sparkner.network.RandomPlace;
import org.sparkner.network.TokenLayout;
import org.sparkner.torch.HostArrays;
import org.sparkner.torch.TorchDevice;

/**
 * The dropout of one pass.
 *
 * @param probability to drop
 * @param seed of the run
 * @param step of the training; negative where nothing is dropped
 * @param device where the masks are needed
 * @param whole the batch that the sentences are a part of; null where they are all of it
 */
record Masks(double probability, long seed, long step, TorchDevice device, WholeBatch whole) {
  /** Drops some of what a layer reads, which stands row by row as the tokens. */
  Tensor ofLayer(int layer, Tensor rows, TokenRows tokens) {
    RandomPlace place = RandomPlace.layer(layer);
    return whole == null
        ? apply(place, rows, null, rows.size(0))
        : apply(place, rows, whole.rows(tokens), whole.tokens().count());
  }

  /** Drops some of what the decoder reads, whose masks stand sentence by sentence. */
  Tensor ofDecoder(Tensor rows, TokenRows tokens) {
    return whole == null
        ? apply(RandomPlace.DECODER, rows, tokens.places(), rows.size(0))
        : apply(RandomPlace.DECODER, rows, whole.places(tokens), whole.tokens().count());
  }

  /** Drops some of the vectors of the characters of words, one word after another. */
  Tensor ofCharacters(Tensor rows, DistinctWords words) {
    return whole == null
        ? apply(RandomPlace.CHARACTER_ENCODER, rows, null, rows.size(0))
        : apply(
            RandomPlace.CHARACTER_ENCODER, rows, whole.positions(words), whole.words().positions());
  }

  /** The same where the characters stand time-major. */
  Tensor ofCharacters(Tensor rows, DistinctWords words, TokenLayout layout) {
    return whole == null
        ? apply(RandomPlace.CHARACTER_ENCODER, rows, null, rows.size(0))
        : apply(
            RandomPlace.CHARACTER_ENCODER,
            rows,
            whole.positions(words, layout),
            whole.words().positions());
  }

  /**
   * Drops some of the values of rows.
   *
   * @param order for each row, its place among those of the mask; null where they agree
   * @param count rows of the mask
   */
  private Tensor apply(RandomPlace place, Tensor rows, long[] order, long count) {
    int columns = Math.toIntExact(rows.size(1));
    int values = Math.toIntExact(count * columns);
    float[] mask = step < 0 ? null : place.dropout(probability, seed).mask(values, step, null);
    if (mask == null) {
      return rows;
    }
    float[] ordered = mask;
    if (order != null) {
      ordered = new float[order.length * columns];
      for (int row = 0; row < order.length; row++) {
        System.arraycopy(mask, (int) order[row] * columns, ordered, row * columns, columns);
      }
    }
    return rows.mul(HostArrays.toDevice(ordered, device, rows.size(0), columns));
  }
}
