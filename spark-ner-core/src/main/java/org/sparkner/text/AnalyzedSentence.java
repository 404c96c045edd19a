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

package org.sparkner.text;

/**
 * A sentence of a text, as the offsets of its tokens.
 *
 * <p>All offsets are UTF-16 indices into the analysed text, from 0, the end exclusive. A sentence
 * has at least one token; its tokens are in order, do not overlap, and are never empty.
 */
public final class AnalyzedSentence {
  private final int[] begins;
  private final int[] ends;

  AnalyzedSentence(int[] begins, int[] ends) {
    this.begins = begins;
    this.ends = ends;
  }

  /** Where the first token begins. */
  public int begin() {
    return begins[0];
  }

  /** Where the last token ends. */
  public int end() {
    return ends[ends.length - 1];
  }

  /** The number of tokens, at least 1. */
  public int size() {
    return begins.length;
  }

  /** Where token {@code i} begins. */
  public int begin(int i) {
    return begins[i];
  }

  /** Where token {@code i} ends. */
  public int end(int i) {
    return ends[i];
  }

  /**
   * The characters of token {@code i}.
   *
   * @param text the text that was analysed
   */
  public String token(String text, int i) {
    return text.substring(begins[i], ends[i]);
  }
}
