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

package org.sparkner.feature;

import java.util.Locale;
import org.sparkner.error.UsageException;

/**
 * A property of a word that follows from its characters alone. Characters are code points; case and
 * digits are Unicode's, so that no language is presumed.
 *
 * @param kind which property
 * @param length code points of a prefix or suffix; 0 for the others
 */
record WordProperty(Kind kind, int length) {
  /** Longest prefix and suffix. */
  private static final int LONGEST = 9;

  /** Equal signs of a shape that stand for any greater number. */
  private static final int LONGEST_RUN = 4;

  enum Kind {
    /** The word itself. */
    WORD,
    /** In lower case. */
    LOWER,
    /** Its first characters, where it has more. */
    PREFIX,
    /** Its last characters, where it has more. */
    SUFFIX,
    /** {@code X} for upper case, {@code x} for letters else, {@code 0} for digits. */
    SHAPE,
    /** The shape with runs as one sign. */
    BRIEF,
    /** The brief shape and the last two letters in lower case: what an unknown word is like. */
    CLASS
  }

  /**
   * The attribute of a name in a template.
   *
   * @throws UsageException if there is none
   */
  static WordProperty parse(String name) {
    for (Kind kind : Kind.values()) {
      String word = kind.name().toLowerCase(Locale.ROOT);
      boolean affix = kind == Kind.PREFIX || kind == Kind.SUFFIX;
      if (!affix && name.equals(word)) {
        return new WordProperty(kind, 0);
      }
      if (affix && name.matches(word + "[1-" + LONGEST + "]")) {
        return new WordProperty(kind, name.charAt(word.length()) - '0');
      }
    }
    throw new UsageException(
        "A feature template has no attribute '"
            + name
            + "'; give word, lower, shape, brief, class, or prefix or suffix with 1 to "
            + LONGEST
            + ".");
  }

  /** The value for a word, or null where it has none. */
  String of(String word) {
    return switch (kind) {
      case WORD -> word;
      case LOWER -> word.toLowerCase(Locale.ROOT);
      case PREFIX -> prefix(word);
      case SUFFIX -> suffix(word);
      case SHAPE -> shape(word, LONGEST_RUN);
      case BRIEF -> shape(word, 1);
      case CLASS -> wordClass(word);
    };
  }

  private String prefix(String word) {
    if (word.codePointCount(0, word.length()) <= length) {
      return null;
    }
    return word.substring(0, word.offsetByCodePoints(0, length));
  }

  private String suffix(String word) {
    if (word.codePointCount(0, word.length()) <= length) {
      return null;
    }
    return word.substring(word.offsetByCodePoints(word.length(), -length));
  }

  private static String shape(String word, int longestRun) {
    StringBuilder shape = new StringBuilder();
    int previous = -1;
    int run = 0;
    int next;
    for (int i = 0; i < word.length(); i += Character.charCount(next)) {
      next = word.codePointAt(i);
      int sign = sign(next);
      run = sign == previous ? run + 1 : 1;
      previous = sign;
      if (run <= longestRun) {
        shape.appendCodePoint(sign);
      }
    }
    return shape.toString();
  }

  private static int sign(int character) {
    if (Character.isUpperCase(character) || Character.isTitleCase(character)) {
      return 'X';
    }
    if (Character.isLetter(character)) {
      return 'x';
    }
    return Character.isDigit(character) ? '0' : character;
  }

  private static String wordClass(String word) {
    String brief = shape(word, 1);
    int end = word.length();
    int begin = end;
    for (int letters = 0; letters < 2 && begin > 0; letters++) {
      int character = word.codePointBefore(begin);
      if (!Character.isLetter(character)) {
        break;
      }
      begin -= Character.charCount(character);
    }
    return brief + "~" + word.substring(begin, end).toLowerCase(Locale.ROOT);
  }
}
