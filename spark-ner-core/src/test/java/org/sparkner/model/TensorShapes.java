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

package org.sparkner.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Shapes of tensors in a form that tests compare. */
final class TensorShapes {
  private TensorShapes() {}

  /** Name and shape of each tensor in their order, such as {@code emission.bias [9]}. */
  static List<String> described(Map<String, int[]> shapes) {
    List<String> described = new ArrayList<>();
    shapes.forEach((name, shape) -> described.add(name + " " + Arrays.toString(shape)));
    return described;
  }
}
