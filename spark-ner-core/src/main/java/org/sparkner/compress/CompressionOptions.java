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

import io.soabase.recordbuilder.core.RecordBuilder;
import org.sparkner.error.UsageException;
import org.sparkner.kernel.RowBits;
import org.sparkner.lexicon.Subwords;

/**
 * How small a model is made. Either all values of all words have as many bits; or the bytes that
 * there are go where they are worth most: to words in more use, and to the values of a vector that
 * matter more.
 *
 * @param words known words to keep, those in most use; at least 0
 * @param maxBytes bytes that the saved model may have; words are left out until it has no more
 * @param isSpread whether bytes go where they are worth most; {@code dimension} and {@code bits}
 *     are for a model whose bytes do not
 * @param dimension values of a word's vector, at least 1; the model's own where it has no more
 * @param bits of a value of a word's vector, 4 or 8
 * @param subwords whose vectors take the place of those of words that are left out; without rows
 *     these have the vector of unknown words
 */
@RecordBuilder
public record CompressionOptions(
    int words, long maxBytes, boolean isSpread, int dimension, int bits, Subwords subwords)
    implements CompressionOptionsBuilder.With {
  /** Rows of n-grams where no number is given: 1.7 MB in 8 bits for vectors of 100 values. */
  public static final int DEFAULT_SUBWORDS = 1 << 14;

  private static final int SHORTEST = 3;
  private static final int LONGEST = 5;

  /** All words, in 8 bits, and the n-grams of 3 to 5 code points. */
  public static final CompressionOptions DEFAULT =
      new CompressionOptions(
          Integer.MAX_VALUE,
          Long.MAX_VALUE,
          false,
          Integer.MAX_VALUE,
          RowBits.MANY,
          new Subwords(DEFAULT_SUBWORDS, SHORTEST, LONGEST));

  /**
   * @throws UsageException if there is nothing to keep, or of other bits
   */
  public CompressionOptions {
    if (words < 0 || maxBytes < 1) {
      throw new UsageException(
          "A compressed model needs 0 words or more and 1 byte or more, found "
              + words
              + " and "
              + maxBytes
              + ".");
    }
    if (dimension < 1) {
      throw new UsageException("Word vectors have 1 value or more, found " + dimension + ".");
    }
    if (bits != RowBits.FEW && bits != RowBits.MANY) {
      throw new UsageException("Word vectors are compressed to 4 or 8 bits, found " + bits + ".");
    }
  }

  /** These with n-grams of the same lengths and another number of rows. */
  public CompressionOptions withSubwordRows(int rows) {
    return withSubwords(
        rows == 0 ? Subwords.NONE : new Subwords(rows, subwords.shortest(), subwords.longest()));
  }
}
