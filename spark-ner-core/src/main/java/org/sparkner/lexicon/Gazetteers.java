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

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Lists of phrases of some types, such as names of towns, and where a sentence has them: for each
 * type the longest phrase that begins at a token, from left to right, without overlaps. Immutable
 * and safe for many threads.
 */
public final class Gazetteers implements Serializable {
  private static final long serialVersionUID = 1L;

  /** No lists. */
  public static final Gazetteers NONE = new Gazetteers(new TreeMap<>(), false);

  /** In no phrase. */
  public static final int OUTSIDE = 0;

  /** The first token of a phrase of several. */
  public static final int BEGIN = 1;

  /** Between the first and the last token of a phrase. */
  public static final int INSIDE = 2;

  /** The last token of a phrase of several. */
  public static final int END = 3;

  /** A phrase of one token. */
  public static final int SINGLE = 4;

  /** Places that a token may have in a type's phrases. */
  public static final int PLACES = 5;

  private final boolean ignoreCase;
  private final List<String> types;
  private final List<Phrases> phrases = new ArrayList<>();

  /** The phrases of a type, their tokens with spaces between, and how long they are. */
  private static final class Phrases implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Set<String> all = new LinkedHashSet<>();
    private final Map<String, Integer> longestByFirst = new HashMap<>();

    private void add(String phrase) {
      int first = phrase.indexOf(' ');
      int tokens = 1 + (int) phrase.chars().filter(c -> c == ' ').count();
      all.add(phrase);
      longestByFirst.merge(first < 0 ? phrase : phrase.substring(0, first), tokens, Math::max);
    }
  }

  /**
   * Lists of phrases.
   *
   * @param phrases of each type, their tokens with one space between
   * @param ignoreCase whether upper and lower case are the same
   */
  Gazetteers(SortedMap<String, ? extends Collection<String>> phrases, boolean ignoreCase) {
    this.ignoreCase = ignoreCase;
    this.types = List.copyOf(phrases.keySet());
    for (String type : types) {
      Phrases ofType = new Phrases();
      phrases.get(type).forEach(phrase -> ofType.add(key(phrase)));
      this.phrases.add(ofType);
    }
  }

  private String key(String text) {
    return ignoreCase ? text.toLowerCase(Locale.ROOT) : text;
  }

  /** The types in their order. */
  public List<String> types() {
    return types;
  }

  /** Whether upper and lower case are the same. */
  public boolean ignoreCase() {
    return ignoreCase;
  }

  /** Phrases of all types. */
  public int size() {
    return phrases.stream().mapToInt(ofType -> ofType.all.size()).sum();
  }

  /** The phrases of a type, by its number. */
  Collection<String> phrases(int type) {
    return phrases.get(type).all;
  }

  /** Equal for gazetteers that find the same. */
  public int fingerprint() {
    int hash = Boolean.hashCode(ignoreCase);
    for (int i = 0; i < types.size(); i++) {
      hash = 31 * (31 * hash + types.get(i).hashCode()) + new HashSet<>(phrases(i)).hashCode();
    }
    return hash;
  }

  /**
   * Where the tokens of a sentence stand in phrases.
   *
   * @return [token][type] the place; null for a token that is in none
   */
  public int[][] places(List<String> tokens) {
    String[] keys = tokens.stream().map(this::key).toArray(String[]::new);
    int[][] places = new int[keys.length][];
    for (int type = 0; type < types.size(); type++) {
      Phrases ofType = phrases.get(type);
      int t = 0;
      while (t < keys.length) {
        int length = longest(ofType, keys, t);
        for (int i = 0; i < length; i++) {
          if (places[t + i] == null) {
            places[t + i] = new int[types.size()];
          }
          places[t + i][type] = place(i, length);
        }
        t += Math.max(1, length);
      }
    }
    return places;
  }

  private static int place(int token, int length) {
    if (length == 1) {
      return SINGLE;
    }
    return token == 0 ? BEGIN : token == length - 1 ? END : INSIDE;
  }

  /** Tokens of the longest phrase that begins at a token; 0 where none does. */
  private static int longest(Phrases phrases, String[] tokens, int begin) {
    int most = phrases.longestByFirst.getOrDefault(tokens[begin], 0);
    for (int length = Math.min(most, tokens.length - begin); length > 0; length--) {
      String candidate = String.join(" ", Arrays.asList(tokens).subList(begin, begin + length));
      if (phrases.all.contains(candidate)) {
        return length;
      }
    }
    return 0;
  }
}
