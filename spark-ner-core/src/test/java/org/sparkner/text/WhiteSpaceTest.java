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

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WhiteSpaceTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        " ", "\t\r\n", "\u00A0", "\u3000", "\u2028", "\u200B", "\uFEFF", "\u0000", "\u0085",
        "\u00AD", "\u061C", "\u200C", "\u200D", "\u200E", "\u200F", "\u202A", "\u202E", "\u2060",
        "\u206F"
      })
  void holdsNoToken(String text) {
    assertThat(WhiteSpace.isAll(text)).isTrue();
    assertThat(WhiteSpace.isAll("a" + text + "b", 1, 1 + text.length())).isTrue();
    assertThat(WhiteSpace.removed("a" + text + "b")).isEqualTo("ab");
    assertThat(TextAnalyzer.forLanguage("en").analyze(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a", " a", "a ", ".", "\u2010", "\u2027", "\u202F\u00e9", "\u2070", "~", "!"})
  void holdsOne(String text) {
    assertThat(WhiteSpace.isAll(text)).isFalse();
    assertThat(WhiteSpace.isAll(text, 0, text.length())).isFalse();
    assertThat(TextAnalyzer.forLanguage("en").analyze(text)).hasSize(1);
  }

  @Test
  void nothingIsNoWhiteSpaceAndAnEmptyRangeHoldsNoToken() {
    assertThat(WhiteSpace.isAll("")).isFalse();
    assertThat(WhiteSpace.isAll("a", 1, 1)).isTrue();
    assertThat(WhiteSpace.isAll("a  b", 1, 3)).isTrue();
    assertThat(WhiteSpace.isAll("a  b", 1, 4)).isFalse();
    assertThat(WhiteSpace.isAll("a  b", 0, 3)).isFalse();
    assertThat(WhiteSpace.removed("")).isEmpty();
  }
}
