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

import java.util.Arrays;
import java.util.List;

/**
 * Weights of an encoder that are computed with as one tensor.
 *
 * @param names of its weights, whose rows stand below one another
 * @param shape of all of them together
 * @param level 0 for the embeddings, 1 + its number for a layer
 */
record Slot(List<String> names, long[] shape, int level) {
  /** What it is called: the name of its first weight. */
  String name() {
    return names.get(0);
  }

  long size() {
    return Arrays.stream(shape).reduce(1, Math::multiplyExact);
  }

  /** Whether weight decay applies: to matrices, not to biases and normalisations. */
  boolean isMatrix() {
    return shape.length > 1;
  }

  /** Whether it is the matrix or the bias of a product. */
  boolean isOfProduct() {
    return !name().startsWith("embeddings.")
        && !name().contains("LayerNorm")
        && !name().contains("relative")
        && !name().contains("capitalisation");
  }
}
