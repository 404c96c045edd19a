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

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.sparkner.tags.TagSpelling.Letter;

/**
 * What the tags of a data set tell of their spelling.
 *
 * @param spelling the one that all of them fit, else plain
 * @param odd the rarest tag that does not fit where chunks were plainly meant, or null
 */
record SpellingGuess(TagSpelling spelling, String odd) {
  private static final List<Letter> LETTERS = List.of(Letter.BEFORE, Letter.AFTER, Letter.ALONE);

  static SpellingGuess of(SortedMap<String, Long> counts) {
    SpellingFit meant = null;
    for (Letter letter : LETTERS) {
      SpellingFit fit = fit(letter, counts);
      if (fit.isWhole()) {
        return new SpellingGuess(fit.spelling(), null);
      }
      if (fit.isMeant() && (meant == null || fit.fitting() > meant.fitting())) {
        meant = fit;
      }
    }
    return new SpellingGuess(TagSpelling.PLAIN, meant == null ? null : meant.odd());
  }

  static Optional<TagSpelling> ofChunks(SortedMap<String, Long> counts) {
    return LETTERS.stream()
        .map(letter -> fit(letter, counts))
        .filter(fit -> fit.odd() == null)
        .map(SpellingFit::spelling)
        .findFirst();
  }

  private static SpellingFit fit(Letter letter, SortedMap<String, Long> counts) {
    boolean words = !counts.containsKey("O") && !counts.containsKey("o");
    return SpellingFit.of(new TagSpelling(letter, words), counts);
  }
}
