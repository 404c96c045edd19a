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

import java.util.Arrays;
import java.util.List;

/**
 * Sentences of falling length laid out by time: step t holds token t of the first {@code rows(t)}
 * sentences, and no padding. Memory of one thread, filled again for each batch.
 */
final class PackedBatch {
  private List<Sentence> sentences = List.of();
  private int steps;
  private int[] firsts = new int[1];
  private String[] tokens = new String[0];

  /**
   * Lays sentences out in place of those before.
   *
   * @param batch longest first, at least one
   */
  void fill(List<Sentence> batch) {
    sentences = batch;
    steps = batch.get(0).length();
    if (firsts.length <= steps) {
      firsts = new int[steps + 1];
    }
    int rows = batch.size();
    for (int t = 0; t < steps; t++) {
      while (batch.get(rows - 1).length() <= t) {
        rows--;
      }
      firsts[t + 1] = firsts[t] + rows;
    }
    if (tokens.length < tokens()) {
      tokens = new String[tokens()];
    }
    for (int row = 0; row < batch.size(); row++) {
      Sentence sentence = batch.get(row);
      for (int t = 0; t < sentence.length(); t++) {
        tokens[firsts[t] + row] = sentence.token(t);
      }
    }
  }

  /** Forgets the sentences, which belong to the caller. */
  void clear() {
    Arrays.fill(tokens, 0, tokens(), null);
    sentences = List.of();
    steps = 0;
  }

  List<Sentence> sentences() {
    return sentences;
  }

  /** Tokens of the longest sentence. */
  int steps() {
    return steps;
  }

  /** Tokens of all sentences. */
  int tokens() {
    return firsts[steps];
  }

  /** Place of the first token of a step. */
  int first(int step) {
    return firsts[step];
  }

  /** Sentences that have a token at this step; none from {@link #steps()} on. */
  int rows(int step) {
    return step < steps ? firsts[step + 1] - firsts[step] : 0;
  }

  /** The token at each place, as many as there are {@link #tokens()}; not to be written. */
  String[] tokensByPlace() {
    return tokens;
  }
}
