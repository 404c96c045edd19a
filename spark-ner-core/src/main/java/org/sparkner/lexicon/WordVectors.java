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

package org.sparkner.lexicon;

import java.util.ArrayList;
import java.util.List;

/**
 * Pretrained word vectors as read from a file: distinct words in the file's order and a row-major
 * table.
 *
 * @param words distinct
 * @param dimension floats per word, at least 1; 0 where there are neither words nor vectors
 * @param table row i holds the vector of {@code words.get(i)}; length {@code words.size() *
 *     dimension}
 */
public record WordVectors(List<String> words, int dimension, float[] table) {
  public WordVectors {
    if (dimension < (words.isEmpty() ? 0 : 1) || table.length != (long) words.size() * dimension) {
      throw new IllegalArgumentException(
          "Word vectors want "
              + words.size()
              + " rows of "
              + dimension
              + " floats, found "
              + table.length);
    }
  }

  /**
   * No pretrained vectors: every word of the training data gets a random one.
   *
   * @param dimension floats of that; 0 for a network without word vectors
   */
  public static WordVectors none(int dimension) {
    return new WordVectors(List.of(), dimension, new float[0]);
  }

  /**
   * These vectors with others after them, as wide as both together. A word that one of the two
   * lacks is looked up there as a lexicon does, in lower case and with its digits as 0; what is not
   * found so is zeros.
   *
   * @return these words in their order, and then the words that only the others have
   */
  public WordVectors beside(WordVectors others) {
    WordList own = WordList.of(words);
    WordList second = WordList.of(others.words);
    List<String> all = new ArrayList<>(words);
    others.words.stream().filter(word -> own.find(word) < 0).forEach(all::add);
    int width = dimension + others.dimension;
    float[] joined = new float[Math.multiplyExact(all.size(), width)];
    for (int row = 0; row < all.size(); row++) {
      copy(this, Lexicon.find(own, all.get(row)), joined, row * width);
      copy(others, Lexicon.find(second, all.get(row)), joined, row * width + dimension);
    }
    return new WordVectors(all, width, joined);
  }

  private static void copy(WordVectors from, int row, float[] to, int at) {
    if (row >= 0) {
      System.arraycopy(from.table, row * from.dimension, to, at, from.dimension);
    }
  }
}
