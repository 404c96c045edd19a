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

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/**
 * Reads decimal numbers out of bytes, to the very float that {@link Float#parseFloat} gives,
 * without making a string of each.
 *
 * <p>A number whose digits fit 53 bits and whose power of ten is at most 22 is one correctly
 * rounded double operation (Clinger 1990, "How to read floating point numbers accurately").
 * Rounding that double to a float is right unless it lies exactly halfway between two floats, where
 * the digits beyond decide; those and all other numbers go to {@link Float#parseFloat}.
 */
final class DecimalParser {
  private static final long EXACT = 1L << 53;

  /** Bits of a double's significand beyond a float's, and their value halfway. */
  private static final long BEYOND_FLOAT = (1L << 29) - 1;

  private static final long HALFWAY = 1L << 28;

  private static final double[] POWERS = new double[23];

  /** Digits that surely fit a long. */
  private static final int MAX_DIGITS = 18;

  private static final Set<String> NOT_FINITE = Set.of("nan", "inf", "infinity");

  static {
    POWERS[0] = 1;
    for (int i = 1; i < POWERS.length; i++) {
      POWERS[i] = 10 * POWERS[i - 1];
    }
  }

  private int end;
  private boolean number;

  /** Where the field last parsed ends. */
  int end() {
    return end;
  }

  /** Whether the field last parsed is a number, be it infinite or NaN. */
  boolean isNumber() {
    return number;
  }

  /**
   * Parses the field that begins at {@code from} and ends at a space, a tab or {@code to}.
   *
   * @return 0 if it is no number
   */
  float parse(byte[] bytes, int from, int to) {
    int i = from;
    boolean negative = i < to && bytes[i] == '-';
    i += negative ? 1 : 0;
    long digits = 0;
    int first = i;
    while (i < to && isDigit(bytes[i])) {
      digits = 10 * digits + bytes[i++] - '0';
    }
    int count = i - first;
    int decimals = 0;
    if (i < to && bytes[i] == '.') {
      first = ++i;
      while (i < to && isDigit(bytes[i])) {
        digits = 10 * digits + bytes[i++] - '0';
      }
      decimals = i - first;
      count += decimals;
    }
    if (count == 0 || count > MAX_DIGITS || digits > EXACT || !isEnd(bytes, i, to)) {
      return parseSlowly(bytes, from, to);
    }
    double value = digits / POWERS[decimals];
    if ((Double.doubleToRawLongBits(value) & BEYOND_FLOAT) == HALFWAY) {
      return parseSlowly(bytes, from, to);
    }
    end = i;
    number = true;
    return (float) (negative ? -value : value);
  }

  private float parseSlowly(byte[] bytes, int from, int to) {
    end = from;
    boolean plain = true;
    while (!isEnd(bytes, end, to)) {
      plain &= isDigit(bytes[end]) || "+-.eE".indexOf(bytes[end]) >= 0;
      end++;
    }
    String text = new String(bytes, from, end - from, StandardCharsets.ISO_8859_1);
    String unsigned = text.startsWith("-") || text.startsWith("+") ? text.substring(1) : text;
    number = NOT_FINITE.contains(unsigned.toLowerCase(Locale.ROOT));
    if (number) {
      return Float.NaN;
    }
    try {
      float value = plain ? Float.parseFloat(text) : 0;
      number = plain;
      return value;
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }

  private static boolean isEnd(byte[] bytes, int i, int to) {
    return i == to || bytes[i] == ' ' || bytes[i] == '\t';
  }
}
