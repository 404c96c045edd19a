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

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CapitalisationTest {
  @ParameterizedTest
  @CsvSource({
    "house, LOWER",
    "ångström, LOWER",
    "東京, LOWER",
    "London, INITIAL",
    "Ångström, INITIAL",
    "Đặng, INITIAL",
    "ǅungla, INITIAL",
    "I, INITIAL",
    "’tis, LOWER",
    "(NATO), UPPER",
    "U.N., UPPER",
    "ЕС, UPPER",
    "iPhone, MIXED",
    "McDonald, MIXED",
    "1990s, MIXED_WITH_DIGITS",
    "B2B, MIXED_WITH_DIGITS",
    "1815.50, NUMBER",
    "١٩٩٩, NUMBER",
    "..., SIGNS",
    "😀, SIGNS",
    "–, SIGNS",
  })
  void followsUnicode(String word, Capitalisation expected) {
    assertThat(Capitalisation.of(word)).isEqualTo(expected);
  }
}
