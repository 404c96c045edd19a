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

package org.sparkner.lexicon;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ObjLongConsumer;

/** How often each distinct token of a corpus occurs, in the order of their first occurrences. */
public final class WordCounts {
  private final Map<String, Long> counts = new LinkedHashMap<>();

  /** Counts the tokens of sentences. */
  public static WordCounts of(Iterable<? extends List<String>> sentences) {
    WordCounts counts = new WordCounts();
    for (List<String> sentence : sentences) {
      sentence.forEach(token -> counts.add(token, 1));
    }
    return counts;
  }

  /** Counts a token so many times. */
  public void add(String token, long count) {
    counts.merge(token, count, Long::sum);
  }

  /** Distinct tokens. */
  public int size() {
    return counts.size();
  }

  /** Gives each token and how often it occurs, in their order. */
  public void forEach(ObjLongConsumer<String> action) {
    counts.forEach(action::accept);
  }
}
