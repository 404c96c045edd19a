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

import java.util.List;

/** What finds the labels of sentences behind a {@link Tagger}. Safe for many threads. */
sealed interface SentenceLabeler permits Engine, LinearLabeler, ClassifierLabeler {
  /** Labels sentences of consecutive numbers from 0; results in the order of the numbers. */
  Labeling[] run(List<Sentence> sentences, Detail detail);

  /**
   * The most probable readings of sentences of consecutive numbers from 0, best first; results in
   * the order of the numbers.
   *
   * @param count label sequences that are looked at, at least 1
   */
  List<List<RankedSpans>> best(List<Sentence> sentences, int count);

  /** Whether the model knows a word; true where it knows of no words, but of their features. */
  default boolean knows(String word) {
    return true;
  }
}
