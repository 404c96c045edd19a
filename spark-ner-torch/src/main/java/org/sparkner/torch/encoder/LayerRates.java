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

package org.sparkner.torch.encoder;

import org.sparkner.pretrained.EncoderTuning;

/**
 * How fast each level learns: level 0 are the embeddings, level i the i-th layer.
 *
 * @param layers of the encoder
 * @param tuning what was asked for
 */
record LayerRates(int layers, EncoderTuning tuning) {
  /** What is updated in the same way. */
  record Group(double factor, double weightDecay) {}

  boolean learns(int level) {
    return level >= tuning.frozenLayers();
  }

  /** What the learning rate of the uppermost layer is multiplied by. */
  double factor(int level) {
    return Math.pow(tuning.layerDecay(), layers - level);
  }

  Group group(Slot slot) {
    return new Group(factor(slot.level()), slot.isMatrix() ? tuning.weightDecay() : 0);
  }
}
