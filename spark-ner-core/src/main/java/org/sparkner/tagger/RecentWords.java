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
 * The projections of words that one thread has just met, a place for each hash: most tokens of a
 * text are found here, without the bookkeeping of the shared cache. 6.5 MB at most by default.
 */
final class RecentWords {
  private static final int PLACES = 1 << 10;

  private final String[] words = new String[PLACES];
  private final float[][] projections = new float[PLACES][];

  private static int place(String word) {
    int hash = word.hashCode();
    return (hash ^ hash >>> 10 ^ hash >>> 20) & (PLACES - 1);
  }

  /** The projections of a word, or null. */
  float[] get(String word) {
    int place = place(word);
    return word.equals(words[place]) ? projections[place] : null;
  }

  void put(String word, float[] values) {
    int place = place(word);
    words[place] = word;
    projections[place] = values;
  }
}
