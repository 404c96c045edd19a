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

/**
 * How much text uses each word of a lexicon.
 *
 * @param order rows of the words, those that the text uses most first; of equal use in the order of
 *     the lexicon, which has the words of the training data before those of the vectors' file
 * @param weights of each row: 1 for a word, and the root of its occurrences for each distinct token
 *     of the text that has this row. So frequent words count more, but not as much as they occur,
 *     and the row of unknown words counts for all of them
 */
record WordUse(int[] order, double[] weights) {
  /**
   * Looks for the words of a text.
   *
   * @param counts tokens of the text; each counts for the row that {@link Lexicon#row} finds for it
   */
  static WordUse of(Lexicon lexicon, WordCounts counts) {
    long[] uses = new long[lexicon.wordRows()];
    double[] weights = new double[lexicon.wordRows()];
    Arrays.fill(weights, 1);
    weights[Lexicon.UNKNOWN_WORD] = 0;
    counts.forEach(
        (token, count) -> {
          int row = lexicon.row(token);
          uses[row] += count;
          weights[row] += Math.sqrt(count);
        });
    int[] order =
        IntStream.range(1, lexicon.wordRows())
            .boxed()
            .sorted(Comparator.comparingLong((Integer row) -> -uses[row]))
            .mapToInt(Integer::intValue)
            .toArray();
    return new WordUse(order, weights);
  }

  /** The first rows of the order, in the order of the lexicon. */
  int[] first(int count) {
    int[] rows = Arrays.copyOf(order, count);
    Arrays.sort(rows);
    return rows;
  }
}
