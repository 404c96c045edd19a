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

package org.sparkner.spark.vectors;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;

/** The words that get vectors, numbered in their order. */
final class Vocabulary implements Serializable {
  private static final long serialVersionUID = 1L;

  private final boolean lowerCase;
  private final HashMap<String, Integer> numbers = new HashMap<>();

  Vocabulary(List<String> words, boolean lowerCase) {
    this.lowerCase = lowerCase;
    for (String word : words) {
      numbers.put(word, numbers.size());
    }
  }

  /** The word that a token counts for. */
  static String word(String token, boolean lowerCase) {
    return lowerCase ? token.toLowerCase(Locale.ROOT) : token;
  }

  /** The number of a token's word, from 0; -1 if it gets no vector. */
  int number(String token) {
    return numbers.getOrDefault(word(token, lowerCase), -1);
  }
}
