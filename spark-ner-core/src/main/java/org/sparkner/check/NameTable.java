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

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sparkner.tags.Span;

/**
 * The names of the entities and how they are labelled. Once there are too many, every second one is
 * kept, by its hash, then every fourth, and so on, each with all of its uses.
 */
final class NameTable {
  /** Tokens of the longest name that is looked for where it is not labelled. */
  private static final int LONGEST = 6;

  private final int most;
  private final Map<String, NameUse> names = new HashMap<>();
  private final Set<String> firsts = new HashSet<>();
  private int level;

  /**
   * @param most names kept: about 300 bytes each
   */
  NameTable(int most) {
    this.most = most;
  }

  /** Every how many-th distinct name is kept, a power of two. */
  long sampled() {
    return 1L << level;
  }

  Map<String, NameUse> names() {
    return names;
  }

  /** Whether a text was labelled somewhere; also true of some that are not kept. */
  boolean mayHave(String name) {
    return !keeps(name) || names.containsKey(name);
  }

  private boolean keeps(String name) {
    return (Hash.of(List.of(name)) & (sampled() - 1)) == 0;
  }

  /** Adds an entity. */
  void add(List<String> tokens, Span span, long place) {
    String name = String.join(" ", tokens.subList(span.begin(), span.end()));
    if (!keeps(name)) {
      return;
    }
    names.computeIfAbsent(name, unused -> new NameUse()).add(span.type(), place);
    while (names.size() > most) {
      level++;
      names.keySet().removeIf(each -> !keeps(each));
    }
  }

  /** All names are known; those outside of entities are looked for from now on. */
  void prepareSearch() {
    names.keySet().forEach(name -> firsts.add(first(name)));
  }

  private static String first(String name) {
    int space = name.indexOf(' ');
    return space < 0 ? name : name.substring(0, space);
  }

  /**
   * Counts the names that stand outside of entities, the longest at each place.
   *
   * @param spans the entities, in order
   */
  void search(List<String> tokens, List<Span> spans, long place) {
    for (int[] gap : gaps(tokens.size(), spans)) {
      int at = gap[0];
      while (at < gap[1]) {
        at += Math.max(1, found(tokens, at, gap[1], place));
      }
    }
  }

  /** Tokens of the longest name that begins here; 0 where there is none. */
  private int found(List<String> tokens, int at, int end, long place) {
    if (!firsts.contains(tokens.get(at))) {
      return 0;
    }
    for (int length = Math.min(LONGEST, end - at); length > 0; length--) {
      NameUse use = names.get(String.join(" ", tokens.subList(at, at + length)));
      if (use != null) {
        use.addUnlabelled(place);
        return length;
      }
    }
    return 0;
  }

  /** What is outside of the entities. */
  private static List<int[]> gaps(int length, List<Span> spans) {
    List<int[]> gaps = new ArrayList<>();
    int begin = 0;
    for (Span span : spans) {
      gaps.add(new int[] {begin, span.begin()});
      begin = span.end();
    }
    gaps.add(new int[] {begin, length});
    return gaps;
  }
}
