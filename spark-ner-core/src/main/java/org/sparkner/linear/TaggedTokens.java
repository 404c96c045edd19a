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
import org.sparkner.tags.GoldLabels;

/**
 * A sentence to learn from.
 *
 * @param tokens at least one
 * @param gold ids of a legal label sequence, as many
 * @param features names of features of each token besides those of the templates
 */
public record TaggedTokens(List<String> tokens, GoldLabels gold, List<List<String>> features) {
  /** A sentence without further features. */
  public TaggedTokens(List<String> tokens, int[] labels) {
    this(tokens, new GoldLabels(labels), Collections.nCopies(labels.length, List.of()));
  }

  /** Ids of a legal label sequence: of what is latent, O. */
  public int[] labels() {
    return gold.labels();
  }
}
