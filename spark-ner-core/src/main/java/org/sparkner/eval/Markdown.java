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

package org.sparkner.eval;

/** Text of others, such as tokens and types, within Markdown. */
public final class Markdown {
  private static final char REPLACEMENT = '\uFFFD';

  private Markdown() {}

  /**
   * The text on one line, as it reads in a terminal: white space as spaces, and U+FFFD for what has
   * no shape of its own or would turn the text around it, such as control characters and lone
   * surrogates.
   */
  public static String oneLine(String text) {
    StringBuilder line = new StringBuilder(text.length());
    text.codePoints().forEach(c -> line.appendCodePoint(shown(c)));
    return line.toString();
  }

  private static int shown(int codePoint) {
    if (Character.isWhitespace(codePoint)
        || Character.isSpaceChar(codePoint)
        || codePoint == 0x85) {
      return ' ';
    }
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL, Character.SURROGATE -> REPLACEMENT;
      case Character.FORMAT -> turnsText(codePoint) ? REPLACEMENT : codePoint;
      default -> codePoint;
    };
  }

  /** Whether it is one of the marks, embeddings, overrides and isolates of Unicode's UAX 9. */
  private static boolean turnsText(int codePoint) {
    return (codePoint >= 0x202A && codePoint <= 0x202E)
        || (codePoint >= 0x2066 && codePoint <= 0x2069);
  }

  /** The text on one line, for a cell of a table. */
  static String cell(String text) {
    return oneLine(text).replaceAll("[|`<]", "\\\\$0");
  }

  /** The text on one line, with nothing in it that Markdown would take for its own. */
  public static String escaped(String text) {
    return oneLine(text).replaceAll("[\\\\`*_\\[\\]<>|~&#$]", "\\\\$0");
  }
}
