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

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Map;
import org.sparkner.pretrained.ContextualVectors;
import org.sparkner.tags.TagScheme;

/**
 * What a token classifier is, beside its files.
 *
 * @param logits the output of its graph, with a float for each of its labels
 * @param columnScheme the scheme of its labels
 * @param columns its labels, in the order of its outputs
 */
public record ClassifierSizes(
    ContextualVectors logits, TagScheme columnScheme, List<String> columns) implements ModelSizes {
  public ClassifierSizes {
    columns = List.copyOf(columns);
    if (columns.size() != logits.dimension()) {
      throw new IllegalArgumentException(
          columns.size() + " labels for " + logits.dimension() + " outputs of a classifier");
    }
  }

  @Override
  @JsonIgnore
  public int wordRows() {
    return 1;
  }

  @Override
  @JsonIgnore
  public int characterIds() {
    return 2;
  }

  @Override
  @JsonIgnore
  public int affixes() {
    return 0;
  }

  /** None: all weights are in the graph. */
  @Override
  public Map<String, int[]> shapes(int labels) {
    return Map.of();
  }
}
