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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Collects the tokens of a text from left to right, and cuts them into sentences. It keeps the
 * promises of {@link TextAnalyzer} about separators, invisible characters and sentence length,
 * whatever ranges it is given.
 */
final class TokenBuffer {
  private final String text;
  private final List<AnalyzedSentence> sentences = new ArrayList<>();
  private int[] begins = new int[64];
  private int[] ends = new int[64];
  private int size;
  private int cut;

  TokenBuffer(String text) {
    this.text = text;
  }

  /** Adds the tokens of a range: one, or several if separators lie inside, or none. */
  void add(int begin, int end) {
    int from = begin;
    for (int i = begin; i < end; i++) {
      if (Characters.isSeparator(text.charAt(i))) {
        addTrimmed(from, i);
        from = i + 1;
      }
    }
    addTrimmed(from, end);
  }

  private void addTrimmed(int begin, int end) {
    int b = begin;
    int e = end;
    while (b < e && Characters.isIgnorable(text.charAt(b))) {
      b++;
    }
    while (b < e && Characters.isIgnorable(text.charAt(e - 1))) {
      e--;
    }
    if (b == e) {
      return;
    }
    if (size == begins.length) {
      begins = Arrays.copyOf(begins, 2 * size);
      ends = Arrays.copyOf(ends, 2 * size);
    }
    begins[size] = b;
    ends[size++] = e;
  }

  /** The number of tokens that wait for {@link #endSentence}, and of the sentence before them. */
  int size() {
    return size;
  }

  int begin(int i) {
    return begins[i];
  }

  int end(int i) {
    return ends[i];
  }

  /** Makes sentences of all tokens that are not in one. */
  void endSentence() {
    endSentence(size);
    clear();
  }

  /** Forgets the tokens, all of which are in sentences. */
  void clear() {
    size = 0;
    cut = 0;
  }

  /** Makes a sentence of the tokens before {@code token} that are not in one, if there are any. */
  void endSentence(int token) {
    cutFullSentences(token);
    if (cut < token) {
      addSentence(token, token - cut);
    }
  }

  /** Ends a sentence whose last token's last character becomes a token of its own. */
  void endSentenceSplittingLastCharacter(int token) {
    cutFullSentences(token);
    int size = token - cut;
    if (size == TextAnalyzer.MAX_SENTENCE_TOKENS) {
      addSentence(token - 1, size - 1);
      size = 1;
    }
    int[][] offsets = addSentence(token, size + 1);
    int end = ends[token - 1];
    int before = end - 1;
    while (Characters.isIgnorable(text.charAt(before - 1))) {
      before--;
    }
    offsets[1][size - 1] = before;
    offsets[0][size] = end - 1;
    offsets[1][size] = end;
  }

  private void cutFullSentences(int token) {
    while (token - cut > TextAnalyzer.MAX_SENTENCE_TOKENS) {
      addSentence(cut + TextAnalyzer.MAX_SENTENCE_TOKENS, TextAnalyzer.MAX_SENTENCE_TOKENS);
    }
  }

  /** Adds the tokens up to {@code token} in arrays of the given length, and returns the arrays. */
  private int[][] addSentence(int token, int length) {
    int[] sentenceBegins = Arrays.copyOf(Arrays.copyOfRange(begins, cut, token), length);
    int[] sentenceEnds = Arrays.copyOf(Arrays.copyOfRange(ends, cut, token), length);
    sentences.add(new AnalyzedSentence(sentenceBegins, sentenceEnds));
    cut = token;
    return new int[][] {sentenceBegins, sentenceEnds};
  }

  /** The sentences ended so far; the buffer is not to be used after. */
  List<AnalyzedSentence> sentences() {
    return List.copyOf(sentences);
  }
}
