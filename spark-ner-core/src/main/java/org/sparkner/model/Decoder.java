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

package org.sparkner.model;

/** How labels are chosen from the emissions of a sentence. */
public enum Decoder {
  /** A linear-chain CRF (Lafferty et al. 2001): the best legal sequence by Viterbi. */
  CRF,

  /** Each token by itself: the label of the largest softmax, whatever its neighbours got. */
  SOFTMAX,

  /**
   * A linear-chain CRF whose potentials between labels depend on the token, as W[y', y]·h + b[y',
   * y] (Ma &amp; Hovy 2016, section 2.3).
   */
  CRF_BIGRAM;

  /** Values of a token that labels are chosen by: one a label, or one a pair of labels too. */
  public int scores(int labels) {
    return this == CRF_BIGRAM ? labels + labels * labels : labels;
  }

  /**
   * The decoder of a name in a setting.
   *
   * @throws IllegalArgumentException for any other name
   */
  public static Decoder named(String name) {
    return SettingNames.find("decoder", name, values());
  }

  /** The name in a setting. */
  @Override
  public String toString() {
    return SettingNames.of(this);
  }
}
