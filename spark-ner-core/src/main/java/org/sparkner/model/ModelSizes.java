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

import java.util.Map;
import java.util.Set;

/** What the shapes of a model's weights follow from, beside its labels. */
public sealed interface ModelSizes permits NetworkSizes, LinearSizes, ClassifierSizes {
  /** Words of the lexicon, with the unknown one. */
  int wordRows();

  /** Characters of the lexicon, with padding and the unknown one. */
  int characterIds();

  /** Affixes of the lexicon. */
  int affixes();

  /** The shape of every tensor, in the order of the file. */
  Map<String, int[]> shapes(int labels);

  /** How a tensor may be written. */
  default Set<ElementType> types(String tensor) {
    return Set.of(ElementType.F32);
  }
}
