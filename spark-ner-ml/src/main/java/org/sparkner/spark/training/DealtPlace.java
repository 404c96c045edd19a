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

package org.sparkner.spark.training;

/**
 * Where a sentence stands in the corpus, as a number that any serializer knows: first the unit that
 * goes to one worker together, a sentence or a document, then the sentence in it.
 */
final class DealtPlace {
  /** Documents come in parts of 1,024 tokens at most. */
  private static final int BITS = 20;

  private DealtPlace() {}

  /**
   * @param unit from 0
   * @param within number of the sentence in the unit, from 0
   */
  static long of(long unit, int within) {
    return unit << BITS | within;
  }

  static long unit(long place) {
    return place >>> BITS;
  }
}
