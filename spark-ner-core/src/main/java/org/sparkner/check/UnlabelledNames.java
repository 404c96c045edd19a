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

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.sparkner.lexicon.Capitalisation;
import org.sparkner.tags.Span;

/**
 * Words in capitals within sentences that are in no entity: what looks like a name and may have
 * been forgotten. Says nothing of languages that write common nouns so, or have no capitals.
 */
final class UnlabelledNames {
  private static final int COUNTERS = 20_000;

  /** Tokens of the longest. */
  private static final int LONGEST = 5;

  /** Share of such tokens among all that are not of entities, over which the language writes so. */
  private static final double COMMON = 0.1;

  private final FrequentItems found = new FrequentItems(COUNTERS);
  private long capitals;
  private long outside;

  /**
   * Looks at a sentence.
   *
   * @param spans the entities, in order
   */
  void add(List<String> tokens, List<Span> spans) {
    if (tokens.stream().noneMatch(token -> Capitalisation.of(token) == Capitalisation.LOWER)) {
      return; // a headline or a table
    }
    boolean[] inside = new boolean[tokens.size() + 1];
    for (Span span : spans) {
      Arrays.fill(inside, span.begin(), span.end(), true);
    }
    int begin = -1;
    for (int i = 1; i <= tokens.size(); i++) {
      boolean free = i < tokens.size() && !inside[i];
      outside += free ? 1 : 0;
      if (free && isCapital(tokens.get(i))) {
        capitals++;
        begin = begin < 0 ? i : begin;
      } else if (begin >= 0) {
        if (i - begin <= LONGEST && !(i < tokens.size() && inside[i]) && !inside[begin - 1]) {
          found.add(String.join(" ", tokens.subList(begin, i)));
        }
        begin = -1;
      }
    }
  }

  private static boolean isCapital(String token) {
    return switch (Capitalisation.of(token)) {
      case INITIAL, MIXED, UPPER -> token.length() > 1;
      case SIGNS, NUMBER, MIXED_WITH_DIGITS, LOWER -> false;
    };
  }

  /**
   * Those of at least so many that are never labelled, the most frequent first.
   *
   * @param labelled names that are
   */
  List<Map.Entry<String, Long>> atLeast(long least, NameTable labelled) {
    return capitals > COMMON * outside
        ? List.of()
        : found.atLeast(least).stream().filter(entry -> !labelled.mayHave(entry.getKey())).toList();
  }
}
