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

package org.sparkner.corpus;

import java.io.Serializable;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sparkner.tags.Span;
import org.sparkner.tags.TagScheme;

/** What a corpus holds: sentences, tokens and entities of each label. Parts may be merged. */
public final class SourceCounts implements Serializable {
  private static final long serialVersionUID = 1L;

  private final TreeMap<String, Long> entities = new TreeMap<>();
  private long sentences;
  private long tokens;

  /** Counts a sentence of chunk tags. */
  public SourceCounts add(List<String> tags) {
    sentences++;
    tokens += tags.size();
    for (Span span : TagScheme.spans(tags)) {
      entities.merge(span.type(), 1L, Long::sum);
    }
    return this;
  }

  /** Takes in what was counted elsewhere. */
  public SourceCounts merge(SourceCounts other) {
    sentences += other.sentences;
    tokens += other.tokens;
    other.entities.forEach((label, count) -> entities.merge(label, count, Long::sum));
    return this;
  }

  /** Sentences. */
  public long sentences() {
    return sentences;
  }

  /** Tokens. */
  public long tokens() {
    return tokens;
  }

  /** Entities of each label. */
  public SortedMap<String, Long> entities() {
    return new TreeMap<>(entities);
  }
}
