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

package org.sparkner.compress;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.sparkner.lexicon.Lexicon;
import org.sparkner.lexicon.WordCounts;

/** How often text uses each word of a lexicon. */
final class WordUse {
  private WordUse() {}

  /**
   * The rows of the words, those that the text uses most first; of equal use in the order of the
   * lexicon, which has the words of the training data before those of the vectors' file.
   *
   * @param counts tokens of text; each counts for the word that {@link Lexicon#row} finds for it
   */
  static int[] order(Lexicon lexicon, WordCounts counts) {
    long[] uses = new long[lexicon.wordRows()];
    counts.forEach((token, count) -> uses[lexicon.row(token)] += count);
    return IntStream.range(1, lexicon.wordRows())
        .boxed()
        .sorted(Comparator.comparingLong((Integer row) -> -uses[row]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** The first rows of an order, in the order of the lexicon. */
  static int[] first(int[] order, int count) {
    int[] rows = Arrays.copyOf(order, count);
    Arrays.sort(rows);
    return rows;
  }
}
