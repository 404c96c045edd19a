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

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The prefixes and suffixes of 1 to {@value #LONGEST} code points that a model knows, in lower
 * case. Id 0 is an affix that it does not know, or that a word is too short to have: one of n code
 * points needs a word of more. Immutable and safe for many threads.
 */
public final class Affixes {
  /** No affixes. */
  public static final Affixes NONE = new Affixes(List.of());

  /** Code points of the longest affix. */
  public static final int LONGEST = 4;

  /** Ids of a word: prefixes from the shortest, then suffixes. */
  public static final int PER_WORD = 2 * LONGEST;

  /** Code points up to which an affix is short: of these there are few in any script. */
  private static final int SHORT = 2;

  /** Tokens that are enough for a short affix to be known. */
  private static final int ENOUGH_FOR_SHORT = 3;

  private static final char PREFIX = '<';
  private static final char SUFFIX = '>';

  private final List<String> names;
  private final Map<String, Integer> ids = new HashMap<>();

  private Affixes(List<String> names) {
    this.names = List.copyOf(names);
    for (String name : names) {
      ids.put(name, ids.size() + 1);
    }
  }

  /**
   * Affixes by their names, in the order of their ids from 1.
   *
   * @param names {@code <} and a prefix, or {@code >} and a suffix; distinct
   */
  static Affixes named(List<String> names) {
    Affixes affixes = new Affixes(names);
    if (affixes.ids.size() != names.size()) {
      throw new IllegalArgumentException("An affix stands twice among " + names.size());
    }
    return affixes;
  }

  /**
   * The affixes that at least so many tokens have, in the order of their first tokens. For those of
   * one or two code points, which are most of what a word of Chinese or Korean has, three tokens
   * are enough.
   */
  public static Affixes of(WordCounts counts, int minimumCount) {
    Map<String, Long> found = new LinkedHashMap<>();
    counts.forEach(
        (word, count) ->
            forEach(
                word,
                name -> {
                  if (name != null && LexiconFormat.holds(name)) {
                    found.merge(name, count, Long::sum);
                  }
                }));
    int ofShort = Math.min(minimumCount, ENOUGH_FOR_SHORT);
    found
        .entrySet()
        .removeIf(affix -> affix.getValue() < (isShort(affix.getKey()) ? ofShort : minimumCount));
    return new Affixes(new ArrayList<>(found.keySet()));
  }

  private static boolean isShort(String name) {
    return name.codePointCount(1, name.length()) <= SHORT;
  }

  /** Known affixes; ids are from 0 to this. */
  public int size() {
    return names.size();
  }

  /** Names in the order of the ids from 1. */
  List<String> names() {
    return names;
  }

  /** Writes the ids of a word, {@link #PER_WORD} of them. */
  public void ids(String word, int[] to, int at) {
    int[] next = {at};
    forEach(word, name -> to[next[0]++] = name == null ? 0 : ids.getOrDefault(name, 0));
  }

  private static void forEach(String word, Consumer<String> names) {
    String lower = word.toLowerCase(Locale.ROOT);
    int length = lower.codePointCount(0, lower.length());
    for (int n = 1; n <= LONGEST; n++) {
      names.accept(
          length <= n ? null : PREFIX + lower.substring(0, lower.offsetByCodePoints(0, n)));
    }
    for (int n = 1; n <= LONGEST; n++) {
      names.accept(
          length <= n
              ? null
              : SUFFIX + lower.substring(lower.offsetByCodePoints(lower.length(), -n)));
    }
  }
}
