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

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.List;

/**
 * Sentences and words by Unicode Standard Annex 29, with ICU's dictionaries for the scripts that
 * write no spaces between words and its lists of abbreviations for the languages that have one.
 *
 * <p>Annex 29 breaks at more places than corpora do, so {@link WordJoiner} takes some of them back.
 */
final class UnicodeAnalyzer implements TextAnalyzer {
  // An iterator holds its text and position, and a copy of one that knows abbreviations shares
  // them.
  private final ThreadLocal<BreakIterator> sentenceBreaks;
  private final ThreadLocal<BreakIterator> wordBreaks;

  UnicodeAnalyzer(ULocale locale) {
    ULocale withAbbreviations = locale.setKeywordValue("ss", "standard");
    sentenceBreaks =
        ThreadLocal.withInitial(() -> BreakIterator.getSentenceInstance(withAbbreviations));
    wordBreaks = ThreadLocal.withInitial(() -> BreakIterator.getWordInstance(locale));
  }

  @Override
  public List<AnalyzedSentence> analyze(String text) {
    TokenBuffer buffer = new TokenBuffer(text);
    BreakIterator sentences = sentenceBreaks.get();
    BreakIterator words = wordBreaks.get();
    Paragraphs.forEach(
        text,
        (begin, end) -> {
          String paragraph = withoutLineBreaks(text, begin, end);
          sentences.setText(paragraph);
          words.setText(paragraph);
          analyzeParagraph(paragraph, begin, sentences, words, buffer);
        });
    return buffer.sentences();
  }

  private static void analyzeParagraph(
      String paragraph,
      int offset,
      BreakIterator sentences,
      BreakIterator words,
      TokenBuffer buffer) {
    WordJoiner joiner = new WordJoiner(paragraph);
    int sentenceEnd = sentences.next();
    int begin = 0;
    for (int end = words.next(); end != BreakIterator.DONE; end = words.next()) {
      if (joiner.joins(begin, end)) {
        continue;
      }
      buffer.add(offset + begin, offset + end);
      begin = end;
      if (sentenceEnd != BreakIterator.DONE && sentenceEnd <= end) {
        if (!endsWithInitial(buffer, paragraph, offset)) {
          buffer.endSentence();
        }
        while (sentenceEnd != BreakIterator.DONE && sentenceEnd <= end) {
          sentenceEnd = sentences.next();
        }
      }
    }
    buffer.endSentence();
  }

  /** Whether the last token is a letter with a period, which seldom ends a sentence. */
  private static boolean endsWithInitial(TokenBuffer buffer, String paragraph, int offset) {
    int last = buffer.size() - 1;
    if (last < 0 || buffer.end(last) - buffer.begin(last) != 2) {
      return false;
    }
    int period = buffer.end(last) - 1 - offset;
    return paragraph.charAt(period) == '.' && Character.isLetter(paragraph.charAt(period - 1));
  }

  /** A paragraph whose line breaks, which Annex 29 takes for sentence ends, are spaces. */
  private static String withoutLineBreaks(String text, int begin, int end) {
    char[] characters = new char[end - begin];
    text.getChars(begin, end, characters, 0);
    for (int i = 0; i < characters.length; i++) {
      if (Paragraphs.isBreak(characters[i])) {
        characters[i] = ' ';
      }
    }
    return new String(characters);
  }
}
