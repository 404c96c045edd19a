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

package org.sparkner.check;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sparkner.tags.TagScheme;

/**
 * What one part of the data holds.
 *
 * @param name such as {@code train}
 * @param sentences sentences
 * @param tokens tokens
 * @param scheme of its tags; {@link TagScheme#PLAIN} where they are labels of tokens
 * @param labels entities of each type; of plain labels the tokens of each
 * @param withoutEntity sentences without an entity
 * @param longest tokens of the longest sentence
 */
public record PartReport(
    String name,
    long sentences,
    long tokens,
    TagScheme scheme,
    SortedMap<String, Long> labels,
    long withoutEntity,
    int longest) {
  public PartReport {
    labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
  }

  /** Entities of all types; of plain labels the tokens. */
  public long entities() {
    return labels.values().stream().mapToLong(Long::longValue).sum();
  }

  /** As a JSON object. */
  Map<String, Object> toMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("name", name);
    map.put("sentences", sentences);
    map.put("tokens", tokens);
    map.put("scheme", scheme.name());
    map.put("labels", labels);
    map.put("sentences_without_entity", withoutEntity);
    map.put("longest_sentence", longest);
    return map;
  }
}
