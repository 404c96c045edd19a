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
    if (size == TextAnalyzer.MAX_SENTENCE_TOKENS) {
      endSentence();
    }
    if (size == begins.length) {
      begins = Arrays.copyOf(begins, 2 * size);
      ends = Arrays.copyOf(ends, 2 * size);
    }
    begins[size] = b;
    ends[size++] = e;
  }

  /** Makes the tokens added since the last call a sentence, if there are any. */
  void endSentence() {
    if (size > 0) {
      sentences.add(new AnalyzedSentence(Arrays.copyOf(begins, size), Arrays.copyOf(ends, size)));
      size = 0;
    }
  }

  /** The sentences ended so far; the buffer is not to be used after. */
  List<AnalyzedSentence> sentences() {
    return List.copyOf(sentences);
  }
}
