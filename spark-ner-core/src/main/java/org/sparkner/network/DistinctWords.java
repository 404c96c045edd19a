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

package org.sparkner.network;

import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The distinct words of a batch as character ids, one word after another, and which of them each
 * token is.
 */
public final class DistinctWords {
  private static final int[] UNKNOWN = {1};

  private final Map<IntBuffer, Integer> known = new HashMap<>();
  private final int[] wordOfToken;
  private int[] characters = new int[256];
  private int[] begins = new int[64];
  private int size;

  private DistinctWords(int tokens) {
    this.wordOfToken = new int[tokens];
  }

  /**
   * @param rows [tokens × length] ids, a word's characters first, then padding (0); a word without
   *     characters counts as one unknown character
   */
  static <A> DistinctWords of(Arithmetic<A, ?> arithmetic, A rows, int tokens, int length) {
    DistinctWords words = new DistinctWords(tokens);
    int[] word = new int[length];
    for (int i = 0; i < tokens; i++) {
      int count = 0;
      while (count < length && arithmetic.get(rows, i * length + count) != 0) {
        word[count] = (int) arithmetic.get(rows, i * length + count);
        count++;
      }
      words.add(i, word, count);
    }
    return words;
  }

  /**
   * The words of sentences, in the order of their tokens.
   *
   * @param length characters of a word that count
   */
  public static DistinctWords of(List<IndexedSentence> sentences, int length) {
    DistinctWords words =
        new DistinctWords(sentences.stream().mapToInt(IndexedSentence::size).sum());
    int token = 0;
    for (IndexedSentence sentence : sentences) {
      for (int[] characters : sentence.characters()) {
        int count = 0;
        while (count < Math.min(length, characters.length) && characters[count] != 0) {
          count++;
        }
        words.add(token++, characters, count);
      }
    }
    return words;
  }

  /** Says which word a token is, one unknown character where it has none. */
  private void add(int token, int[] characters, int length) {
    int[] word = length == 0 ? UNKNOWN : characters;
    int count = Math.max(1, length);
    Integer id = known.get(IntBuffer.wrap(word, 0, count));
    if (id == null) {
      id = append(word, count);
      known.put(IntBuffer.wrap(Arrays.copyOf(word, count)), id);
    }
    wordOfToken[token] = id;
  }

  private int append(int[] word, int count) {
    int begin = begins[size];
    if (begin + count > characters.length) {
      characters = Arrays.copyOf(characters, 2 * (begin + count));
    }
    if (size + 2 > begins.length) {
      begins = Arrays.copyOf(begins, 2 * begins.length);
    }
    System.arraycopy(word, 0, characters, begin, count);
    begins[size + 1] = begin + count;
    return size++;
  }

  /** Distinct words. */
  public int size() {
    return size;
  }

  /** Characters of all words. */
  public int positions() {
    return begins[size];
  }

  /** Characters of each word. */
  public int[] lengths() {
    int[] lengths = new int[size];
    Arrays.setAll(lengths, word -> end(word) - begin(word));
    return lengths;
  }

  /** First position of a word. */
  public int begin(int word) {
    return begins[word];
  }

  /** Position after the last one of a word. */
  public int end(int word) {
    return begins[word + 1];
  }

  /** Id of the character at a position. */
  public int character(int position) {
    return characters[position];
  }

  /** Which word a token is. */
  public int word(int token) {
    return wordOfToken[token];
  }
}
