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

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import org.sparkner.kernel.RowBits;

/**
 * How a compressed model keeps the vectors of words.
 *
 * @param bits of the values of words' and of their parts' vectors
 * @param frequent the first words, whose vectors are of other bits, each value of its own; none
 *     where all values have as many
 * @param subwords parts of words whose own vectors were left out
 * @param filterBytes of the {@link WordFilter} of these words; 0 where there are none
 */
public record WordCompression(
    RowBits bits,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<WordTier> frequent,
    Subwords subwords,
    int filterBytes) {
  public WordCompression {
    frequent = List.copyOf(frequent);
    if (filterBytes < 0) {
      throw new IllegalArgumentException(
          "Compressed words have a filter of 0 bytes or more, found " + filterBytes);
    }
    for (WordTier tier : frequent) {
      for (RowBits found : List.of(bits, tier.bits())) {
        if (!found.hasEach()) {
          throw new IllegalArgumentException(
              "Words in several sizes have bits for each value, found " + found.equal());
        }
      }
    }
  }

  /** Words whose vectors are all of one size. */
  public WordCompression(RowBits bits, Subwords subwords, int filterBytes) {
    this(bits, List.of(), subwords, filterBytes);
  }

  /** Whether values have bits of their own. */
  public boolean hasOwnBits() {
    return bits.hasEach();
  }

  /**
   * All words by the size of their vectors.
   *
   * @param wordRows all rows, that of unknown words among them
   * @throws IllegalArgumentException if the frequent ones are more
   */
  public List<WordTier> tiers(int wordRows) {
    int rest = wordRows;
    for (WordTier tier : frequent) {
      rest -= tier.rows();
      if (rest < 0) {
        throw new IllegalArgumentException(
            "frequent words of more than the " + wordRows + " rows that there are");
      }
    }
    List<WordTier> tiers = new ArrayList<>(frequent);
    if (rest > 0) {
      tiers.add(new WordTier(rest, bits));
    }
    return tiers;
  }

  /**
   * Bytes of the vectors of all words.
   *
   * @param wordRows as {@link #tiers} has them
   * @param dimension values of a vector
   */
  public long wordBytes(int wordRows, int dimension) {
    return tiers(wordRows).stream()
        .mapToLong(tier -> (long) tier.rows() * tier.bits().rowBytes(dimension))
        .sum();
  }
}
