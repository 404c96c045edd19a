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
 * English words by hand-written rules, in one pass from left to right without backtracking over
 * more than one word.
 *
 * <p>The conventions are those of the Penn Treebank as CoNLL-2003 and UD English EWT share them:
 * contractions are split ({@code do n't}, {@code it 's}, {@code can not}), abbreviations keep their
 * period, numbers keep their points, commas, colons and slashes, a run of one punctuation mark is
 * one token. Where the two differ, a hyphen stays inside a token with a capitalised part, as in
 * CoNLL-2003 ({@code Anglo-American}, {@code London-based}), for such tokens are or name entities
 * and pretrained vectors know them; otherwise it is a token, as in EWT ({@code well - known},
 * {@code 15 - year}), unless a prefix stands before it ({@code non-human}).
 */
final class EnglishTokenizer {
  private final String text;
  private final TokenBuffer out;

  /** The end of the run of words and hyphens that {@link #keepHyphens} speaks of. */
  private int compoundEnd;

  private boolean keepHyphens;
  private boolean hasAt;
  private int chunkBegin;

  EnglishTokenizer(String text, TokenBuffer out) {
    this.text = text;
    this.out = out;
  }

  /** Adds the tokens of a range that begins and ends between tokens. */
  void tokenize(int begin, int end) {
    int i = begin;
    while (i < end) {
      char c = text.charAt(i);
      if (Characters.isSeparator(c)) {
        i++;
        continue;
      }
      int from = i;
      boolean plain = true;
      hasAt = false;
      while (i < end && !Characters.isSeparator(c = text.charAt(i))) {
        plain &= Characters.isAsciiLetter(c);
        hasAt |= c == '@';
        i++;
      }
      if (plain) {
        addWord(from, i);
      } else {
        tokenizeChunk(from, i);
      }
    }
  }

  /** Adds the tokens of a range without separators. */
  private void tokenizeChunk(int begin, int end) {
    chunkBegin = begin;
    compoundEnd = begin;
    if (Emoticons.isOne(text, begin, end) || isRule(begin, end)) {
      out.add(begin, end);
      return;
    }
    int i = begin;
    while (i < end) {
      int tokenEnd = tokenEnd(i, end);
      if (Characters.wordCharacter(text, i, end) > 0) {
        addWord(i, tokenEnd);
      } else {
        out.add(i, tokenEnd);
      }
      i = tokenEnd;
    }
  }

  /** Whether a range is a drawn line such as {@code --==--}. */
  private boolean isRule(int begin, int end) {
    for (int i = begin; i < end; i++) {
      if ("-=*_~#|+<>^".indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  private int tokenEnd(int i, int end) {
    int addressEnd = AddressScanner.urlEnd(text, i, end);
    if (addressEnd > i) {
      return addressEnd;
    }
    char c = text.charAt(i);
    if (c != '_' && Characters.wordCharacter(text, i, end) > 0) {
      return wordEnd(i, end);
    }
    int emoticonEnd = Emoticons.end(text, i, end);
    if (emoticonEnd > i) {
      return emoticonEnd;
    }
    int prefixed = prefixedEnd(c, i, end);
    return prefixed > i ? prefixed : punctuationEnd(c, i, end);
  }

  /** The end of a token that a sign begins ({@code #tag}, {@code 's}, {@code .5}), or {@code i}. */
  private int prefixedEnd(char c, int i, int end) {
    int next = i + 1;
    if (next == end) {
      return i;
    }
    char n = text.charAt(next);
    boolean letterFollows = Characters.wordCharacter(text, next, end) > 0;
    boolean digitFollows = Characters.isAsciiDigit(n);
    boolean starts = i == chunkBegin;
    switch (c) {
      case '@', '#':
        return letterFollows && !digitFollows && (starts || !isWordBefore(i))
            ? runOfWord(next, end)
            : i;
      case '&':
        int entityEnd = runOfWord(next, end);
        return entityEnd > next && entityEnd < end && text.charAt(entityEnd) == ';'
            ? entityEnd + 1
            : i;
      case '+':
        return digitFollows && starts ? wordEnd(next, end) : i;
      case '.':
        return letterFollows && starts || digitFollows && !isWordBefore(i) ? wordEnd(next, end) : i;
      case '\'', '\u2019', '`', '\u2018':
        return apostropheEnd(i, end, starts, digitFollows);
      default:
        return i;
    }
  }

  private int apostropheEnd(int i, int end, boolean starts, boolean digitFollows) {
    int wordEnd = runOfWord(i + 1, end);
    if (isWordBefore(i) && EnglishLexicon.isClitic(text, i + 1, wordEnd)) {
      return wordEnd;
    }
    if (starts) {
      if (digitFollows && wordEnd - i <= 4
          || EnglishLexicon.isClitic(text, i + 1, wordEnd)
          || EnglishLexicon.isElision(text, i + 1, wordEnd)) {
        return wordEnd;
      }
    }
    return i;
  }

  private boolean isWordBefore(int i) {
    return i > chunkBegin && Character.isLetterOrDigit(text.codePointBefore(i));
  }

  private int runOfWord(int i, int end) {
    int e = i;
    int length;
    while ((length = Characters.wordCharacter(text, e, end)) > 0) {
      e += length;
    }
    return e;
  }

  private int punctuationEnd(char c, int i, int end) {
    int e = Characters.symbolEnd(text, i, end);
    if (e > i + 1 || Character.isSurrogate(c)) {
      return e;
    }
    switch (c) {
      case '(', ')', '[', ']', '{', '}', '"', '\u201C', '\u201D', '\u2018', '%', ',':
        return e;
      case '!', '?':
        while (e < end && (text.charAt(e) == '!' || text.charAt(e) == '?')) {
          e++;
        }
        return e;
      default:
        while (e < end && text.charAt(e) == c) {
          e++;
        }
        return e;
    }
  }

  /** The end of the word at {@code begin}, with the signs that belong inside it. */
  private int wordEnd(int begin, int end) {
    int i = begin;
    int partBegin = begin;
    boolean dotted = false;
    while (true) {
      int length;
      while ((length = Characters.wordCharacter(text, i, end)) > 0) {
        i += length;
      }
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
      if (hasAt && c == '.' && isElidedMailbox(i, end)) {
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
        return digits || hasAt || Character.isLowerCase(after) || !Character.isLowerCase(before);
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
        return hasAt || keepsHyphen(begin, i, end);
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

  /** Adds a word, as two tokens if it is a contraction without an apostrophe. */
  private void addWord(int begin, int end) {
    int split = EnglishLexicon.contractionSplit(text, begin, end);
    if (split == 0) {
      split = unitSplit(begin, end);
    }
    if (split > 0) {
      out.add(begin, begin + split);
      out.add(begin + split, end);
    } else {
      out.add(begin, end);
    }
  }

  /** Where a unit begins in a number with a unit, counted from {@code begin}; 0 if it is none. */
  private int unitSplit(int begin, int end) {
    if (!Characters.isAsciiDigit(text.charAt(begin))) {
      return 0;
    }
    int i = end;
    while (i > begin && !Characters.isAsciiDigit(text.charAt(i - 1))) {
      i--;
    }
    return i < end && EnglishLexicon.isUnit(text, i, end) ? i - begin : 0;
  }
}
