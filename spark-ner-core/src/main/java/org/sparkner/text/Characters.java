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

package org.sparkner.text;

/** The classes of characters that decide where a token may begin and end. */
final class Characters {
  private static final char ZERO_WIDTH_SPACE = '\u200B';
  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final char SOFT_HYPHEN = '\u00AD';
  private static final char ARABIC_LETTER_MARK = '\u061C';
  private static final char ZERO_WIDTH_JOINER = '\u200D';
  private static final int REGIONAL_INDICATOR_A = 0x1F1E6;
  private static final int REGIONAL_INDICATOR_Z = 0x1F1FF;
  private static final int LIGHT_SKIN_TONE = 0x1F3FB;
  private static final int DARK_SKIN_TONE = 0x1F3FF;
  private static final int TAG_SPACE = 0xE0020;
  private static final int CANCEL_TAG = 0xE007F;

  private Characters() {}

  /** Whether it lies between tokens, never in one. */
  static boolean isSeparator(char c) {
    if (c > ' ' && c < '\u007F') {
      return false;
    }
    return c <= ' '
        || Character.isISOControl(c)
        || Character.isSpaceChar(c)
        || c == ZERO_WIDTH_SPACE
        || c == BYTE_ORDER_MARK;
  }

  /** Whether it is an invisible format character, left out at the edges of a token. */
  static boolean isIgnorable(char c) {
    return c == SOFT_HYPHEN
        || c == ARABIC_LETTER_MARK
        || (c >= '\u200C' && c <= '\u200F')
        || (c >= '\u202A' && c <= '\u202E')
        || (c >= '\u2060' && c <= '\u206F');
  }

  static boolean isAsciiLetter(char c) {
    char lower = (char) (c | 0x20);
    return lower >= 'a' && lower <= 'z';
  }

  static boolean isAsciiDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean isApostrophe(char c) {
    return c == '\'' || c == '\u2019' || c == '`' || c == '\u2018';
  }

  static boolean isHyphen(char c) {
    return c == '-' || c == '\u2010' || c == '\u2011';
  }

  static boolean isLetterOrDigit(String text, int i) {
    return i < text.length() && Character.isLetterOrDigit(text.codePointAt(i));
  }

  /**
   * The length of the word character at {@code i}: a letter, digit, underscore, or what attaches to
   * one (a combining mark, an invisible joiner); 0 if there is none.
   */
  static int wordCharacter(String text, int i, int end) {
    if (i >= end) {
      return 0;
    }
    char c = text.charAt(i);
    if (c < '\u0080') {
      return isAsciiLetter(c) || isAsciiDigit(c) || c == '_' ? 1 : 0;
    }
    int codePoint = text.codePointAt(i);
    if (Character.isLetterOrDigit(codePoint) || isMark(codePoint)) {
      return Character.charCount(codePoint);
    }
    return isIgnorable(c) ? 1 : 0;
  }

  /** The end of the run of word characters that begins at {@code i}. */
  static int wordCharactersEnd(String text, int i, int end) {
    int e = i;
    int length;
    while ((length = wordCharacter(text, e, end)) > 0) {
      e += length;
    }
    return e;
  }

  /** Whether it is a combining mark or a variation selector. */
  static boolean isMark(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.COMBINING_SPACING_MARK;
  }

  /**
   * The end of the symbol at {@code i} with what belongs to it: marks, skin tones, tags, a flag's
   * second letter, and the symbols that zero-width joiners tie to it.
   */
  static int symbolEnd(String text, int i, int end) {
    int codePoint = text.codePointAt(i);
    int e = i + Character.charCount(codePoint);
    if (isRegionalIndicator(codePoint) && e < end && isRegionalIndicator(text.codePointAt(e))) {
      e += 2;
    }
    while (e < end) {
      int next = text.codePointAt(e);
      if (next == ZERO_WIDTH_JOINER && e + 1 < end && wordCharacter(text, e + 1, end) == 0) {
        e++;
        next = text.codePointAt(e);
      } else if (!isMark(next)
          && !(next >= LIGHT_SKIN_TONE && next <= DARK_SKIN_TONE)
          && !(next >= TAG_SPACE && next <= CANCEL_TAG)) {
        break;
      }
      e += Character.charCount(next);
    }
    return Math.min(e, end);
  }

  private static boolean isRegionalIndicator(int codePoint) {
    return codePoint >= REGIONAL_INDICATOR_A && codePoint <= REGIONAL_INDICATOR_Z;
  }
}
