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

import java.util.List;
import java.util.TreeMap;
import org.sparkner.tags.SchemeVotes;
import org.sparkner.tags.Span;
import org.sparkner.tags.TagScheme;

/** Counts what a part of the data holds. */
final class PartCounts {
  private final SchemeVotes votes = new SchemeVotes();
  private final TreeMap<String, Long> entities = new TreeMap<>();
  private final TreeMap<String, Long> labels = new TreeMap<>();
  private long sentences;
  private long tokens;
  private long withoutEntity;
  private int longest;

  /**
   * @param spans that conlleval reads in the tags
   */
  void add(List<String> tags, List<Span> spans) {
    votes.add(tags);
    sentences++;
    tokens += tags.size();
    withoutEntity += spans.isEmpty() ? 1 : 0;
    longest = Math.max(longest, tags.size());
    spans.forEach(span -> entities.merge(span.type(), 1L, Long::sum));
    tags.forEach(tag -> labels.merge(tag, 1L, Long::sum));
  }

  TagScheme scheme() {
    return votes.scheme();
  }

  /** Whether the labels are of tokens, one of them at least other than O. */
  boolean isPlain() {
    return votes.plain();
  }

  /** Sentences that the scheme would have written otherwise. */
  long violations() {
    return scheme() == TagScheme.PLAIN ? 0 : sentences - votes.accepted(scheme());
  }

  PartReport report(String name) {
    return new PartReport(
        name,
        sentences,
        tokens,
        scheme(),
        isPlain() ? labels : entities,
        isPlain() ? 0 : withoutEntity,
        longest);
  }
}
