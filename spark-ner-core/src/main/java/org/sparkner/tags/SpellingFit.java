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

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;

/** How well the tags of a data set fit a spelling. */
final class SpellingFit {
  private final TagSpelling spelling;

  /** Letters as they are written. */
  private final BitSet letters = new BitSet();

  /** What the letters of each type mean. */
  private final Map<String, BitSet> meanings = new HashMap<>();

  private long outside;
  private long fitting;
  private int fittingKinds;
  private long unfit;
  private int unfitKinds;
  private String odd;
  private long ofOdd;
  private boolean usual = true;
  private boolean onlyO = true;

  private SpellingFit(TagSpelling spelling) {
    this.spelling = spelling;
  }

  static SpellingFit of(TagSpelling spelling, SortedMap<String, Long> counts) {
    SpellingFit fit = new SpellingFit(spelling);
    counts.forEach(fit::add);
    return fit;
  }

  private void add(String tag, long count) {
    char letter = spelling.letter().in(tag);
    if (spelling.isOutside(tag)) {
      outside += count;
      onlyO &= tag.equalsIgnoreCase("O");
    } else if (letter != 0) {
      fitting += count;
      fittingKinds++;
      letters.set(letter);
      meanings
          .computeIfAbsent(spelling.letter().type(tag), type -> new BitSet())
          .set(TagSpelling.meaning(letter));
      usual &= Tag.parse(tag).isChunk() && !Tag.parse(tag).type().isEmpty();
    } else if (!spelling.isPlain()) {
      unfit += count;
      unfitKinds++;
      if (odd == null || count < ofOdd) {
        odd = tag;
        ofOdd = count;
      }
    }
  }

  TagSpelling spelling() {
    return spelling;
  }

  /** Tokens whose tags are within a chunk. */
  long fitting() {
    return fitting;
  }

  /** The rarest tag that does not fit, or null. */
  String odd() {
    return odd;
  }

  /** Whether all tags fit, and it is hard to take them for anything else. */
  boolean isWhole() {
    if (odd != null) {
      return false;
    }
    if (fitting == 0) {
      return onlyO;
    }
    return switch (spelling.letter()) {
      case BEFORE -> usual || hasAny("BbIiSUW");
      case AFTER -> hasLettersOfTypes();
      case ALONE ->
          hasAny("BbIi") && (outside > 0 || meanings.get(TagSpelling.ONLY_TYPE).cardinality() > 1);
      case NONE -> false;
    };
  }

  /** Whether some tags do not fit though chunk tags were plainly meant. */
  boolean isMeant() {
    if (odd == null || fitting == 0) {
      return false;
    }
    long inside = fitting + unfit;
    boolean most = 2 * fitting >= inside && fittingKinds >= unfitKinds;
    boolean amongOutside = outside >= inside && 10 * fitting >= inside;
    return switch (spelling.letter()) {
      case BEFORE -> (most && hasAny("BbIi")) || (amongOutside && hasAny("BI"));
      case AFTER -> (most || amongOutside) && hasLettersOfTypes();
      case ALONE -> hasAny("Bb") && outside > 0 && 10 * fitting >= 8 * inside;
      case NONE -> false;
    };
  }

  /** E-MAIL and U-BAHN may be labels of their own, so may VITAMIN-B: some letters say little. */
  private boolean hasAny(String any) {
    return any.chars().anyMatch(letters::get);
  }

  /** Of one type two letters, or of several types those by which IOB1 or IOB2 begin a chunk. */
  private boolean hasLettersOfTypes() {
    return meanings.values().stream().anyMatch(found -> found.cardinality() > 1)
        || typesWith('I') > 1
        || typesWith('B') > 2;
  }

  private long typesWith(char meaning) {
    return meanings.values().stream().filter(found -> found.get(meaning)).count();
  }
}
