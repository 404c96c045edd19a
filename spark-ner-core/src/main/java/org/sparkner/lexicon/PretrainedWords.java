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
 * Whether tokens have a pretrained vector, as a network that is trained with the vectors finds it.
 */
public final class PretrainedWords {
  private final WordList words;
  private long tokens;
  private long asWritten;
  private long found;

  public PretrainedWords(WordVectors vectors) {
    words = WordList.of(vectors.words());
  }

  /**
   * Counts a token.
   *
   * @return whether it has a vector
   */
  public boolean count(String token) {
    int index = Lexicon.find(words, token);
    tokens++;
    found += index >= 0 ? 1 : 0;
    asWritten += index >= 0 && words.get(index).equals(token) ? 1 : 0;
    return index >= 0;
  }

  /** What was counted; distinct tokens are not. */
  public VectorCoverage coverage() {
    return new VectorCoverage(tokens, asWritten, found, 0, 0);
  }
}
