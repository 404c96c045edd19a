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

package org.sparkner.corpus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * How the offsets of a text may count. Tools differ in the unit, and some do not see the text as it
 * is in the file: a web page has one character for a CRLF, and a byte-order mark may have been
 * taken off or put on since.
 *
 * @param unit what counts one
 * @param lineEndIsOne whether a CRLF counts as one character
 * @param markCounts whether a byte-order mark at the start counts
 */
record OffsetReading(OffsetUnit unit, boolean lineEndIsOne, boolean markCounts) {
  private static final String LINE_END = "\r\n";
  private static final char MARK = '\uFEFF';

  /** How offsets count that are what they say. */
  static OffsetReading plain(OffsetUnit unit) {
    return new OffsetReading(unit, false, true);
  }

  /** This reading and all others that differ from it in this text, itself first. */
  List<OffsetReading> variants(String text, boolean unitIsGiven) {
    List<OffsetReading> variants = new ArrayList<>(List.of(this));
    if (!unitIsGiven && text.codePointCount(0, text.length()) < text.length()) {
      OffsetUnit other = unit == OffsetUnit.UTF16 ? OffsetUnit.CODE_POINTS : OffsetUnit.UTF16;
      variants.add(new OffsetReading(other, lineEndIsOne, markCounts));
    }
    if (text.contains(LINE_END)) {
      for (OffsetReading reading : List.copyOf(variants)) {
        variants.add(new OffsetReading(reading.unit, !lineEndIsOne, markCounts));
      }
    }
    if (beginsWithMark(text)) {
      for (OffsetReading reading : List.copyOf(variants)) {
        variants.add(new OffsetReading(reading.unit, reading.lineEndIsOne, !markCounts));
      }
    }
    return variants;
  }

  private static boolean beginsWithMark(String text) {
    return !text.isEmpty() && text.charAt(0) == MARK;
  }

  /** From offsets to UTF-16 indices of the text; for one outside the text, an index outside too. */
  IntUnaryOperator indices(String text) {
    boolean drops = !markCounts && beginsWithMark(text);
    String rest = drops ? text.substring(1) : text;
    int dropped = drops ? 1 : 0;
    String counted = lineEndIsOne ? rest.replace(LINE_END, "\n") : rest;
    IntUnaryOperator inCounted =
        unit == OffsetUnit.CODE_POINTS ? new TextOffsets(counted)::utf16 : offset -> offset;
    if (counted.length() == rest.length()) {
      return offset -> offset < 0 ? offset : inCounted.applyAsInt(offset) + dropped;
    }
    int[] lineEnds = lineEnds(rest);
    return offset -> {
      int index = inCounted.applyAsInt(offset);
      return offset < 0 ? offset : index + before(lineEnds, index) + dropped;
    };
  }

  /** Where the line ends of two characters are once each is one. */
  private static int[] lineEnds(String text) {
    List<Integer> places = new ArrayList<>();
    for (int i = text.indexOf(LINE_END); i >= 0; i = text.indexOf(LINE_END, i + 2)) {
      places.add(i - places.size());
    }
    return places.stream().mapToInt(Integer::intValue).toArray();
  }

  private static int before(int[] places, int index) {
    int found = Arrays.binarySearch(places, index);
    return found < 0 ? -found - 1 : found;
  }
}
