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

/**
 * Sentences of falling length laid out by time: step t holds token t of the first {@code rows(t)}
 * sentences, and no padding.
 */
final class PackedBatch {
  private final List<Sentence> sentences;
  private final int[] firsts;

  /**
   * @param sentences longest first
   */
  PackedBatch(List<Sentence> sentences) {
    this.sentences = sentences;
    firsts = new int[sentences.get(0).length() + 1];
    int rows = sentences.size();
    for (int t = 0; t < steps(); t++) {
      while (sentences.get(rows - 1).length() <= t) {
        rows--;
      }
      firsts[t + 1] = firsts[t] + rows;
    }
  }

  List<Sentence> sentences() {
    return sentences;
  }

  /** Tokens of the longest sentence. */
  int steps() {
    return firsts.length - 1;
  }

  /** Tokens of all sentences. */
  int tokens() {
    return firsts[steps()];
  }

  /** Place of the first token of a step. */
  int first(int step) {
    return firsts[step];
  }

  /** Sentences that have a token at this step; none from {@link #steps()} on. */
  int rows(int step) {
    return step < steps() ? firsts[step + 1] - firsts[step] : 0;
  }

  /** The token at each place. */
  List<String> tokensByPlace() {
    String[] tokens = new String[tokens()];
    for (int row = 0; row < sentences.size(); row++) {
      Sentence sentence = sentences.get(row);
      for (int t = 0; t < sentence.length(); t++) {
        tokens[firsts[t] + row] = sentence.token(t);
      }
    }
    return List.of(tokens);
  }
}
