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

import java.util.ArrayList;
import java.util.List;
import org.sparkner.pretrained.EncoderWeights;

/** The slots of an encoder, the lowest level first; without the vectors of word pieces. */
final class Slots {
  private static final String SELF = "attention.self.";

  private final EncoderWeights weights;
  private final List<Slot> slots = new ArrayList<>();

  private Slots(EncoderWeights weights) {
    this.weights = weights;
  }

  static List<Slot> of(EncoderWeights weights) {
    return new Slots(weights).all();
  }

  private List<Slot> all() {
    String layers = EncoderWeights.layer(0);
    String prefix = layers.substring(0, layers.length() - "0.".length());
    for (String name : weights.names()) {
      if (!name.startsWith(prefix) && !name.equals(EncoderWeights.WORDS)) {
        add(0, name);
      }
    }
    for (int i = 0; i < weights.layers().last(); i++) {
      String layer = EncoderWeights.layer(i);
      for (String part : List.of(".weight", ".bias")) {
        String self = layer + SELF;
        add(i + 1, self + "query" + part, self + "key" + part, self + "value" + part);
      }
      for (String name : weights.names()) {
        if (name.startsWith(layer) && !name.startsWith(layer + SELF)) {
          add(i + 1, name);
        }
      }
    }
    return List.copyOf(slots);
  }

  private void add(int level, String... names) {
    int[] one = weights.shape(names[0]);
    long[] shape = new long[one.length];
    for (int d = 0; d < one.length; d++) {
      shape[d] = one[d];
    }
    shape[0] *= names.length;
    slots.add(new Slot(List.of(names), shape, level));
  }
}
