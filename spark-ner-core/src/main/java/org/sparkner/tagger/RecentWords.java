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

package org.sparkner.tagger;

/**
 * What is known of the words that one thread has just met, a place for each hash: most tokens of a
 * text are found here, without the bookkeeping of a shared cache.
 *
 * @param <T> what is known of a word
 */
final class RecentWords<T> {
  /** Characters of the longest words that are worth keeping: odd input must not fill the memory. */
  static final int LONGEST = 100;

  private final String[] words;
  private final T[] values;

  /**
   * @param places a power of two
   */
  @SuppressWarnings("unchecked")
  RecentWords(int places) {
    words = new String[places];
    values = (T[]) new Object[places];
  }

  private int place(String word) {
    int hash = word.hashCode();
    return (hash ^ hash >>> 10 ^ hash >>> 20) & (words.length - 1);
  }

  /** What is known of a word, or null. */
  T get(String word) {
    int place = place(word);
    return word.equals(words[place]) ? values[place] : null;
  }

  void put(String word, T value) {
    int place = place(word);
    words[place] = word;
    values[place] = value;
  }
}
