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

package org.sparkner.eval;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownTest {
  @ParameterizedTest
  @CsvSource({
    "a|b, a\\|b, a\\|b",
    "`x`, \\`x\\`, \\`x\\`",
    "*x*_y_, *x*_y_, \\*x\\*\\_y\\_",
    "<b>[1], \\<b>[1], \\<b\\>\\[1\\]",
    "plain – ü 日本, plain – ü 日本, plain – ü 日本",
  })
  void leavesNothingThatMarkdownTakesForItsOwn(String text, String cell, String escaped) {
    assertThat(Markdown.cell(text)).isEqualTo(cell);
    assertThat(Markdown.escaped(text)).isEqualTo(escaped);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "\\ud83d; FFFD",
        "\\u0007; FFFD",
        "\\u001b; FFFD",
        "\\u202e; FFFD",
        "\\u000a; 20",
        "\\u2028; 20",
        "\\u0085; 20",
        "\\u00a0; 20",
        "\\ufeff; FEFF",
        "\\u200d; 200D",
      })
  void keepsTheTextOnItsLine(String escape, String shown) {
    char odd = (char) Integer.parseInt(escape.substring(2), 16);

    assertThat(Markdown.oneLine("a" + odd + "b"))
        .isEqualTo("a" + (char) Integer.parseInt(shown, 16) + "b");
  }
}
