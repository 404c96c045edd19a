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

package org.sparkner.spark.training;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.sparkner.tags.LabelSet;
import org.sparkner.tags.TagScheme;

/** Gives one label set for all equal ones that come from elsewhere, each with a sentence. */
final class SharedLabelSets {
  private static final Map<List<String>, LabelSet> SHARED = new ConcurrentHashMap<>();

  private SharedLabelSets() {}

  static LabelSet of(TagScheme scheme, List<String> labels) {
    LabelSet shared = SHARED.get(labels);
    return shared != null && shared.scheme() == scheme
        ? shared
        : SHARED.merge(List.copyOf(labels), LabelSet.of(scheme, labels), (before, made) -> made);
  }
}
