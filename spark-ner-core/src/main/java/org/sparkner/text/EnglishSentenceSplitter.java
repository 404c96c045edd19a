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
 * Cuts the tokens of a paragraph into sentences. A sentence ends after a mark ({@code . ! ? …} or
 * an abbreviation's period) and what closes it, by what the mark is and what follows.
 */
final class EnglishSentenceSplitter {
  private static final int LONGEST_LIST_NUMBER = 2;

  private final String text;
  private final TokenBuffer tokens;

  EnglishSentenceSplitter(String text, TokenBuffer tokens) {
    this.text = text;
    this.tokens = tokens;
  }

  /** Makes sentences of all tokens in the buffer. */
  void split() {
    int sentence = 0;
    int i = 0;
    while (i < tokens.size()) {
      int last = i++;
      if (!isMark(text.charAt(tokens.end(last) - 1))) {
        continue;
      }
      while (i < tokens.size() && isCloser(i)) {
        i++;
      }
      if (i < tokens.size() && isBoundary(sentence, last, i)) {
        end(i);
        sentence = i;
      }
    }
    if (tokens.size() > sentence) {
      end(tokens.size());
    }
    tokens.clear();
  }

  /** Ends a sentence; the period of an abbreviation at its end becomes a token, as in treebanks. */
  private void end(int token) {
    int begin = tokens.begin(token - 1);
    int period = tokens.end(token - 1) - 1;
    if (text.charAt(period) == '.' && Character.isLetter(text.charAt(begin))) {
      tokens.endSentenceSplittingLastCharacter(token);
    } else {
      tokens.endSentence(token);
    }
  }

  private static boolean isMark(char c) {
    return c == '.' || c == '!' || c == '?' || c == '\u2026';
  }

  /** Whether a token after a mark still belongs to its sentence. */
  private boolean isCloser(int i) {
    int begin = tokens.begin(i);
    if (Emoticons.isOne(text, begin, tokens.end(i))) {
      return true;
    }
    char c = text.charAt(begin);
    boolean attached = begin == tokens.end(i - 1);
    return isMark(c) && tokens.end(i) - begin == 1
        || ")]}\u201D".indexOf(c) >= 0
        || attached && "\"'\u2019".indexOf(c) >= 0 && tokens.end(i) - begin <= 2;
  }

  private boolean isBoundary(int sentence, int last, int next) {
    int begin = tokens.begin(last);
    int end = tokens.end(last);
    int nextBegin = tokens.begin(next);
    int first = text.codePointAt(nextBegin);
    boolean capital = Character.isUpperCase(first) || Character.isTitleCase(first);
    if (nextBegin == tokens.end(next - 1) && !(capital && end - begin <= 3)) {
      return false;
    }
    boolean lowerCase = Character.isLowerCase(first);
    char mark = text.charAt(end - 1);
    if (mark == '!' || mark == '?') {
      return !lowerCase || next == last + 1;
    }
    if (mark == '.' && end - begin == 1) {
      return !isListNumber(sentence, last - 1);
    }
    if (text.charAt(begin) == '.' || mark == '\u2026') {
      return capital;
    }
    return end - begin > 2
        && EnglishLexicon.isSentenceStarter(text, nextBegin, tokens.end(next))
        && capital
        && !EnglishLexicon.isTitle(text, begin, end - 1)
        && !EnglishLexicon.isInner(text, begin, end - 1);
  }

  /** Whether a token numbers what follows it: {@code 2.} at the start or after a colon. */
  private boolean isListNumber(int sentence, int i) {
    if (i < sentence || !Character.isDigit(text.charAt(tokens.begin(i)))) {
      return false;
    }
    return i == sentence
        || tokens.end(i) - tokens.begin(i) <= LONGEST_LIST_NUMBER
            && text.charAt(tokens.end(i - 1) - 1) == ':';
  }
}
