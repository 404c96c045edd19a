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

package org.sparkner.network;

import java.util.List;

/**
 * The places of a network that draw random numbers. Each draws from seeds of its own, which follow
 * from that of the run, so that a part that is added, left out or sized otherwise changes nothing
 * of what the others draw.
 *
 * <p>The numbers are fixed: another one would train another model from the same seed.
 */
public enum RandomPlace {
  CHARACTER_ENCODER(1, 4),
  FIRST_LAYER(2, 5),
  SECOND_LAYER(7, 8),
  THIRD_LAYER(9, 10),
  DECODER(3, 6),
  FEATURE_VECTORS(12, 11);

  private static final List<RandomPlace> LAYERS = List.of(FIRST_LAYER, SECOND_LAYER, THIRD_LAYER);

  private final int dropout;
  private final int weights;

  RandomPlace(int dropout, int weights) {
    this.dropout = dropout;
    this.weights = weights;
  }

  /**
   * The place of a layer of the word encoder.
   *
   * @param index from 0, for the layer nearest to the words, to 2
   */
  public static RandomPlace layer(int index) {
    return LAYERS.get(index);
  }

  /** What this place drops of its input. */
  public Dropout dropout(double probability, long seed) {
    return new Dropout(probability, of(seed, dropout));
  }

  /** The seed of this place's initial weights. */
  long weightSeed(long seed) {
    return of(seed, weights);
  }

  private static long of(long seed, int number) {
    return seed * 31 + number;
  }
}
