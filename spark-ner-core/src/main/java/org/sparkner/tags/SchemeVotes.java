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

package org.sparkner.tags;

import java.io.Serializable;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Finds the scheme of a corpus, of which parts may be read apart and merged. */
public final class SchemeVotes implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final List<TagScheme> CANDIDATES =
      List.of(TagScheme.BIOES, TagScheme.IOB2, TagScheme.IOB1);

  private final Map<TagScheme, Long> accepted = new EnumMap<>(TagScheme.class);
  private boolean plain;
  private boolean chunks;

  /** Reads the tags of a sentence. */
  public void add(List<String> tags) {
    for (String text : tags) {
      Tag tag = Tag.parse(text);
      if (tag.isOutside() && tag.type().isEmpty()) {
        continue;
      }
      if (!tag.isChunk() || tag.type().isEmpty()) {
        plain = true;
        return;
      }
      chunks = true;
    }
    for (TagScheme scheme : CANDIDATES) {
      if (scheme.accepts(tags)) {
        accepted.merge(scheme, 1L, Long::sum);
      }
    }
  }

  /** Takes in what was read elsewhere. */
  public void merge(SchemeVotes other) {
    other.accepted.forEach((scheme, count) -> accepted.merge(scheme, count, Long::sum));
    plain |= other.plain;
    chunks |= other.chunks;
  }

  /** Whether some label was neither O nor a chunk prefix with a type. */
  public boolean plain() {
    return plain;
  }

  /** Sentences that are what the scheme would write for their spans. */
  public long accepted(TagScheme scheme) {
    return accepted.getOrDefault(scheme, 0L);
  }

  /** The scheme, as {@link TagScheme#detect} has it. */
  public TagScheme scheme() {
    if (plain || !chunks) {
      return TagScheme.PLAIN;
    }
    TagScheme best = TagScheme.BIOES;
    for (TagScheme scheme : CANDIDATES) {
      best = accepted(scheme) > accepted(best) ? scheme : best;
    }
    return best;
  }
}
