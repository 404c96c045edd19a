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

/**
 * How a compressed model keeps the vectors of words.
 *
 * @param bits of a value, {@value #FEW_BITS} or {@value #MANY_BITS}
 * @param subwords parts of words whose own vectors were left out
 * @param filterBytes of the {@link WordFilter} of these words; 0 where there are none
 */
public record WordCompression(int bits, Subwords subwords, int filterBytes) {
  /** Two values a byte. */
  public static final int FEW_BITS = 4;

  /** A value a byte. */
  public static final int MANY_BITS = 8;

  public WordCompression {
    if ((bits != FEW_BITS && bits != MANY_BITS) || filterBytes < 0) {
      throw new IllegalArgumentException(
          "Compressed words have "
              + FEW_BITS
              + " or "
              + MANY_BITS
              + " bits a value and a filter of 0 bytes or more, found "
              + bits
              + " and "
              + filterBytes);
    }
  }
}
