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
}
