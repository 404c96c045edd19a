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

/**
 * Takes back word boundaries of Annex 29 inside what corpora of most languages write as one token:
 * hyphenated words, initials with their period, dates with slashes, runs of one punctuation mark,
 * emoticons, web and e-mail addresses, hashtags and mentions.
 */
final class WordJoiner {
  private final String text;

  /** Where the address or emoticon that was found last ends. */
  private int wholeEnd;

  WordJoiner(String text) {
    this.text = text;
  }

  /**
   * Whether the boundary at {@code end}, of a token that begins at {@code begin}, is none. To be
   * asked of each boundary in order.
   */
  boolean joins(int begin, int end) {
    if (end == text.length() || Characters.isSeparator(text.charAt(begin))) {
      return false;
    }
    if (begin >= wholeEnd) {
      wholeEnd =
          Math.max(
              AddressScanner.urlEnd(text, begin, text.length()),
              Emoticons.end(text, begin, text.length()));
    }
    return end < wholeEnd
        || isRun(end)
        || isPrefix(begin, end)
        || isInitial(begin, end)
        || Characters.isLetterOrDigit(text, end - 1) && isInnerSign(end)
        || end - begin > 1 && Characters.isLetterOrDigit(text, end - 2) && isInnerSign(end - 1);
  }

  private boolean isRun(int i) {
    return text.charAt(i) == text.charAt(i - 1) && ".-!?*=~#<>+^|".indexOf(text.charAt(i)) >= 0;
  }

  private boolean isPrefix(int begin, int end) {
    char sign = text.charAt(begin);
    return end == begin + 1
        && (sign == '#' || sign == '@')
        && (begin == 0 || Characters.isSeparator(text.charAt(begin - 1)))
        && Characters.isLetterOrDigit(text, end);
  }

  private boolean isInitial(int begin, int end) {
    if (text.charAt(end) != '.' || end + 1 == text.length() || text.charAt(end + 1) == '.') {
      return false;
    }
    char letter = text.charAt(end - 1);
    return begin == end - 1
        ? Character.isUpperCase(letter)
        : Character.isLetter(letter) && text.charAt(end - 2) == '.';
  }

  /** Whether the sign at {@code i}, which follows a letter or digit, joins it to another. */
  private boolean isInnerSign(int i) {
    char sign = text.charAt(i);
    if (!Characters.isHyphen(sign) && sign != '@' && sign != '/' && sign != '&'
        || !Characters.isLetterOrDigit(text, i + 1)) {
      return false;
    }
    char before = text.charAt(i - 1);
    char after = text.charAt(i + 1);
    if (sign == '/') {
      return Character.isDigit(before) && Character.isDigit(after);
    }
    return sign != '&' || Character.isUpperCase(before) && Character.isUpperCase(after);
  }
}
