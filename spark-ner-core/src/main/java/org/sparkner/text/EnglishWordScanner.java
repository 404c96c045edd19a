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
 * Finds the end of an English word: a run of letters and digits with the signs that belong inside
 * it ({@code O'Brien}, {@code U.S.}, {@code 1,000.50}, {@code AT&T}, {@code 9/11}) and without the
 * contraction after it ({@code do n't}, {@code it 's}).
 */
final class EnglishWordScanner {
  private final String text;
  private boolean isAddress;

  /** The end of the run of words and hyphens that {@link #keepHyphens} speaks of. */
  private int compoundEnd;

  private boolean keepHyphens;

  EnglishWordScanner(String text) {
    this.text = text;
  }

  /**
   * Begins a chunk, a range without separators.
   *
   * @param isAddress whether an at sign lies in it, as in e-mail addresses
   */
  void startChunk(int begin, boolean isAddress) {
    this.isAddress = isAddress;
    compoundEnd = begin;
  }

  /** Where the word that begins at {@code begin} ends, in a chunk that ends at {@code end}. */
  int wordEnd(int begin, int end) {
    int i = begin;
    int partBegin = begin;
    boolean dotted = false;
    while (true) {
      i = Characters.wordCharactersEnd(text, i, end);
      if (i == end) {
        return end;
      }
      char c = text.charAt(i);
      if (Characters.isApostrophe(c)) {
        if (isNot(i, end)) {
          return i - begin > 1 ? i - 1 : i + 2;
        }
        if (isClitic(i, end)) {
          return i;
        }
      }
      if (isAddress && c == '.' && isElidedMailbox(i, end)) {
        i = text.indexOf('@', i);
        continue;
      }
      if (c == '.' && isAbbreviationPeriod(begin, partBegin, i, end)) {
        dotted = true;
        i++;
        if (i < end && Characters.isHyphen(text.charAt(i)) && joins('-', begin, i, end)) {
          i++;
        } else if (Characters.wordCharacter(text, i, end) == 0) {
          return i;
        }
        partBegin = i;
        continue;
      }
      if (dotted && c == '/' && AddressScanner.endsWithDomain(text, begin, i)) {
        return AddressScanner.restOfUrl(text, i, end);
      }
      if (i + 1 == end || !joins(c, begin, i, end)) {
        return c == '$' && isCurrencyPrefix(begin, i) ? i + 1 : i;
      }
      dotted |= c == '.';
      i++;
      partBegin = i;
    }
  }

  private boolean isCurrencyPrefix(int begin, int i) {
    if (i - begin > 3) {
      return false;
    }
    for (int k = begin; k < i; k++) {
      if (text.charAt(k) < 'A' || text.charAt(k) > 'Z') {
        return false;
      }
    }
    return true;
  }

  /** Whether dots stand for the rest of a mailbox's name ({@code jo...@mail.org}). */
  private boolean isElidedMailbox(int dots, int end) {
    int i = dots;
    while (i < end && text.charAt(i) == '.') {
      i++;
    }
    return i < end && text.charAt(i) == '@';
  }

  /** Whether an apostrophe after a word begins {@code 's}, {@code 're} and the like. */
  private boolean isClitic(int apostrophe, int end) {
    if (Characters.isAsciiDigit(text.charAt(apostrophe - 1))) {
      return false;
    }
    int e = apostrophe + 1;
    while (e < end && e - apostrophe <= 3 && Characters.isAsciiLetter(text.charAt(e))) {
      e++;
    }
    return EnglishLexicon.isClitic(text, apostrophe + 1, e)
        && Characters.wordCharacter(text, e, end) == 0;
  }

  /** Whether an apostrophe is that of {@code n't}. */
  private boolean isNot(int apostrophe, int end) {
    int t = apostrophe + 1;
    return t < end
        && (text.charAt(t) | 0x20) == 't'
        && (text.charAt(apostrophe - 1) | 0x20) == 'n'
        && Characters.wordCharacter(text, t + 1, end) == 0;
  }

  private boolean isAbbreviationPeriod(int begin, int partBegin, int period, int end) {
    boolean singleLetter = period - partBegin == 1 && Character.isLetter(text.charAt(partBegin));
    boolean afterPeriod = partBegin > begin && text.charAt(partBegin - 1) == '.';
    int next = period + 1;
    if (Characters.wordCharacter(text, next, end) > 0) {
      return singleLetter && Character.isLetter(text.charAt(next));
    }
    if (next < end && text.charAt(next) == '.' && next + 1 < end && text.charAt(next + 1) == '.') {
      return false;
    }
    return singleLetter && (afterPeriod || Character.isUpperCase(text.charAt(partBegin)))
        || EnglishLexicon.isAbbreviation(text, partBegin, period)
        || EnglishLexicon.isAbbreviationBeforeNumber(text, partBegin, period) && isNumberNext(next);
  }

  private boolean isNumberNext(int i) {
    return i + 1 < text.length() && text.charAt(i) == ' ' && Character.isDigit(text.charAt(i + 1));
  }

  /** Whether the sign at {@code i}, after a word character, joins it to what follows. */
  private boolean joins(char c, int begin, int i, int end) {
    if (i + 1 >= end || Characters.wordCharacter(text, i + 1, end) == 0) {
      return false;
    }
    char before = text.charAt(i - 1);
    char after = text.charAt(i + 1);
    boolean digits = Character.isDigit(before) && Character.isDigit(after);
    switch (c) {
      case '.':
        return digits
            || isAddress
            || Character.isLowerCase(after)
            || !Character.isLowerCase(before);
      case ',', ':':
        return digits;
      case '/':
        return digits || isSingleLetterPair(begin, i, end);
      case '\'', '\u2019', '`', '*':
        return Character.isLetter(after) || Character.isDigit(before);
      case '&':
        return Character.isUpperCase(before) && Character.isUpperCase(after)
            || isSingleLetterPair(begin, i, end);
      case '@':
        return true;
      case '-', '\u2010', '\u2011':
        return isAddress || keepsHyphen(begin, i, end);
      default:
        return false;
    }
  }

  private boolean isSingleLetterPair(int begin, int i, int end) {
    return i == begin + 1 && Characters.wordCharacter(text, i + 2, end) == 0;
  }

  private boolean keepsHyphen(int begin, int i, int end) {
    if (i >= compoundEnd) {
      readCompound(begin, i, end);
    }
    return keepHyphens;
  }

  private void readCompound(int begin, int firstHyphen, int end) {
    boolean capital = false;
    boolean digits = true;
    int i = begin;
    while (i < end) {
      char c = text.charAt(i);
      boolean hyphen = Characters.isHyphen(c);
      int length = Characters.wordCharacter(text, i, end);
      boolean innerPeriod = c == '.' && Characters.wordCharacter(text, i + 1, end) > 0;
      if (length == 0 && !hyphen && !innerPeriod) {
        break;
      }
      capital |=
          length > 0
              && Character.isUpperCase(text.codePointAt(i))
              && (i == begin || Characters.wordCharacter(text, i - 1, end) == 0);
      digits &= hyphen || Character.isDigit(c);
      i += Math.max(1, length);
    }
    compoundEnd = i;
    keepHyphens = capital || digits || EnglishLexicon.isPrefix(text, begin, firstHyphen);
  }
}
