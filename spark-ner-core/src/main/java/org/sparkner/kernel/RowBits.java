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

package org.sparkner.kernel;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;

/**
 * Bits that the values of a row have, see {@link QuantisedRows}. In JSON they are a number where
 * all values have as many, and a list where each has its own; values after the last of the list are
 * 0.
 *
 * @param equal of every value, {@value #FEW} or {@value #MANY}; 0 where each has its own
 * @param each of one value after the other, from 1 to {@value #MANY}; empty where all have as many
 */
public record RowBits(int equal, List<Integer> each) {
  /** Two values a byte. */
  public static final int FEW = 4;

  /** A value a byte. */
  public static final int MANY = 8;

  public RowBits {
    each = List.copyOf(each);
    boolean valid =
        each.isEmpty()
            ? equal == FEW || equal == MANY
            : equal == 0 && each.stream().allMatch(bits -> bits >= 1 && bits <= MANY);
    if (!valid) {
      throw new IllegalArgumentException(
          "Compressed words have "
              + FEW
              + " or "
              + MANY
              + " bits a value, or a list of 1 to "
              + MANY
              + " for each, found "
              + (each.isEmpty() ? equal : each));
    }
  }

  /** As many for every value. */
  public static RowBits equal(int bits) {
    return new RowBits(bits, List.of());
  }

  /** For each value its own; at least one value. */
  public static RowBits each(List<Integer> bits) {
    return new RowBits(0, bits);
  }

  /** Whether each value has its own number. */
  public boolean hasEach() {
    return !each.isEmpty();
  }

  /** Whether rows may have so many values. */
  public boolean fits(int dimension) {
    return each.size() <= dimension;
  }

  /**
   * Bytes of a row.
   *
   * @param dimension values of a row
   */
  public int rowBytes(int dimension) {
    long bits =
        each.isEmpty() ? (long) equal * dimension : each.stream().mapToInt(Integer::intValue).sum();
    return (int) ((bits + Byte.SIZE - 1) / Byte.SIZE);
  }

  /**
   * Values of a row that have bits.
   *
   * @param dimension values of a row
   */
  public int values(int dimension) {
    return each.isEmpty() ? dimension : each.size();
  }

  @JsonValue
  Object json() {
    return each.isEmpty() ? equal : each;
  }
}
