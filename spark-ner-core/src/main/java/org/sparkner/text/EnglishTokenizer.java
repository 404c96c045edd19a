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
 * CoNLL-2003 ({@code Anglo-American}, {@code London-based}), for such tokens name entities and
 * pretrained vectors know them; otherwise it is a token, as in EWT ({@code well - known}, {@code 15
 * - year}), unless a prefix stands before it ({@code non-human}).
 */
final class EnglishTokenizer {
  private final String text;
  private final TokenBuffer out;
  private final EnglishWordScanner words;
  private int chunkBegin;

  EnglishTokenizer(String text, TokenBuffer out) {
    this.text = text;
    this.out = out;
    words = new EnglishWordScanner(text);
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
      boolean hasAt = false;
      while (i < end && !Characters.isSeparator(c = text.charAt(i))) {
        plain &= Characters.isAsciiLetter(c);
        hasAt |= c == '@';
        i++;
      }
      if (plain) {
        addWord(from, i);
      } else {
        words.startChunk(from, hasAt);
        tokenizeChunk(from, i);
      }
    }
  }

  /** Adds the tokens of a range without separators. */
  private void tokenizeChunk(int begin, int end) {
    chunkBegin = begin;
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
      return withoutUnderscores(i, words.wordEnd(i, end));
    }
    int emoticonEnd = Emoticons.end(text, i, end);
    if (emoticonEnd > i) {
      return emoticonEnd;
    }
    int prefixed = prefixedEnd(c, i, end);
    return prefixed > i ? prefixed : punctuationEnd(c, i, end);
  }

  /** The end of a word without the underscores that mark emphasis after it. */
  private int withoutUnderscores(int begin, int wordEnd) {
    int e = wordEnd;
    while (e > begin && text.charAt(e - 1) == '_') {
      e--;
    }
    return e;
  }

  /** The end of a token that a sign begins ({@code #tag}, {@code 's}, {@code .5}), or {@code i}. */
  private int prefixedEnd(char c, int i, int end) {
    int next = i + 1;
    if (next == end) {
      return i;
    }
    char n = text.charAt(next);
    boolean wordFollows = Characters.wordCharacter(text, next, end) > 0;
    boolean digitFollows = Characters.isAsciiDigit(n);
    boolean starts = i == chunkBegin;
    switch (c) {
      case '@', '#':
        return wordFollows && !digitFollows && (starts || !isWordBefore(i))
            ? Characters.wordCharactersEnd(text, next, end)
            : i;
      case '&':
        int entityEnd = Characters.wordCharactersEnd(text, next, end);
        return entityEnd > next && entityEnd < end && text.charAt(entityEnd) == ';'
            ? entityEnd + 1
            : i;
      case '+':
        return digitFollows && starts ? words.wordEnd(next, end) : i;
      case '.':
        return wordFollows && starts || digitFollows && !isWordBefore(i)
            ? words.wordEnd(next, end)
            : i;
      case '\'', '\u2019', '`', '\u2018':
        return apostropheEnd(i, end, starts, digitFollows);
      default:
        return i;
    }
  }

  private int apostropheEnd(int i, int end, boolean starts, boolean digitFollows) {
    int wordEnd = Characters.wordCharactersEnd(text, i + 1, end);
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
