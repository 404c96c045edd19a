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

/** Finds the paragraphs of a text: what blank lines and paragraph separators divide. */
final class Paragraphs {
  private static final char NEXT_LINE = '\u0085';
  private static final char LINE_SEPARATOR = '\u2028';
  private static final char PARAGRAPH_SEPARATOR = '\u2029';

  private Paragraphs() {}

  /** What is done with each paragraph. */
  interface Visitor {
    /**
     * @param begin its first character
     * @param end after its last character; white space may precede it
     */
    void paragraph(int begin, int end);
  }

  static void forEach(String text, Visitor visitor) {
    int begin = 0;
    int lineBreaks = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == PARAGRAPH_SEPARATOR) {
        lineBreaks = 2;
      } else if (isLineBreak(c)) {
        boolean secondOfPair = c == '\n' && i > 0 && text.charAt(i - 1) == '\r';
        lineBreaks += secondOfPair ? 0 : 1;
      } else if (!Characters.isSeparator(c)) {
        if (lineBreaks > 1) {
          visitor.paragraph(begin, i);
          begin = i;
        }
        lineBreaks = 0;
      }
    }
    visitor.paragraph(begin, text.length());
  }

  /** Whether it breaks a line or a paragraph. */
  static boolean isBreak(char c) {
    return c == PARAGRAPH_SEPARATOR || isLineBreak(c);
  }

  private static boolean isLineBreak(char c) {
    return (c >= '\n' && c <= '\r') || c == NEXT_LINE || c == LINE_SEPARATOR;
  }
}
