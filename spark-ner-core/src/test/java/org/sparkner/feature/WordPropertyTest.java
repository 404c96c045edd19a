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

package org.sparkner.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sparkner.error.UsageException;

class WordPropertyTest {
  @ParameterizedTest
  @CsvSource({
    "word, Göteborg, Göteborg",
    "lower, ÅRE, åre",
    "prefix2, Åre, År",
    "suffix3, London, don",
    "shape, McDonald-2000s, XxXxxxx-0000x",
    "shape, ABCDEFG, XXXX",
    "brief, McDonald-2000s, XxXx-0x",
    "class, London, Xx~on",
    "class, 1996-08-22, 0-0-0~",
    "class, 日本, x~日本",
    "suffix1, a😀, 😀",
  })
  void readsAPropertyOffTheCharacters(String name, String word, String value) {
    assertThat(WordProperty.parse(name).of(word)).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({"prefix3, cat", "suffix3, cat", "prefix1, 😀"})
  void hasNoAffixOfAWordThatIsNotLonger(String name, String word) {
    assertThat(WordProperty.parse(name).of(word)).isNull();
  }

  @Test
  void refusesAnUnknownNameAndTellsTheKnownOnes() {
    assertThatThrownBy(() -> WordProperty.parse("stem"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("'stem'")
        .hasMessageContaining("shape");
  }
}
