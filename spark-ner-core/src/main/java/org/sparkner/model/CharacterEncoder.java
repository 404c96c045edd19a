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

/** What makes a vector of a word's characters. */
public enum CharacterEncoder {
  /** Nothing: a token is its word vector alone. */
  NONE,

  /** A convolution and the maximum over the word (Ma &amp; Hovy 2016, section 2.1). */
  CNN,

  /** The last states of an LSTM in each direction (Lample et al. 2016, section 4.1). */
  LSTM,

  /**
   * A funnel of convolutions without pooling in between, after Xin et al. (2018): bottlenecks of
   * width 1 alternate with convolutions of several widths, each rectified; a bottleneck reads all
   * that was computed before it; the maximum over the word is taken of all of it.
   */
  INTNET;

  /**
   * The character encoder of a name in a setting.
   *
   * @throws IllegalArgumentException for any other name
   */
  public static CharacterEncoder named(String name) {
    return SettingNames.find("character encoder", name, values());
  }

  /** The name in a setting. */
  @Override
  public String toString() {
    return SettingNames.of(this);
  }
}
