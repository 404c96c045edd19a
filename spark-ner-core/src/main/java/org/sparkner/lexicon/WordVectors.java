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
}
