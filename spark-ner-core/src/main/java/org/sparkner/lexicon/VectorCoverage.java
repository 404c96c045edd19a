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

/**
 * How many of the training tokens have a pretrained vector.
 *
 * @param tokens tokens of the training data
 * @param asWritten those that are pretrained words as they are written
 * @param found those that are, or become some lower-cased or with digits as 0
 * @param distinct distinct tokens
 * @param distinctFound those of them that have a pretrained vector
 */
public record VectorCoverage(
    long tokens, long asWritten, long found, long distinct, long distinctFound) {
  /** Share of the tokens that have a pretrained vector, 0 to 1. */
  public double share() {
    return share(found, tokens);
  }

  /** Share of the tokens that have one as they are written, 0 to 1. */
  public double shareAsWritten() {
    return share(asWritten, tokens);
  }

  /** Share of the distinct tokens that have one, 0 to 1. */
  public double shareOfDistinct() {
    return share(distinctFound, distinct);
  }

  private static double share(long part, long whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }
}
