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

package org.sparkner.linear;

import java.util.Collections;
import java.util.List;

/**
 * A sentence to learn from.
 *
 * @param tokens at least one
 * @param labels ids of a legal label sequence, as many
 * @param features names of features of each token besides those of the templates
 */
public record TaggedTokens(List<String> tokens, int[] labels, List<List<String>> features) {
  /** A sentence without further features. */
  public TaggedTokens(List<String> tokens, int[] labels) {
    this(tokens, labels, Collections.nCopies(labels.length, List.of()));
  }
}
