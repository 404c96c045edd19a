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

package org.sparkner.jobs.ablate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables that are opened as spreadsheets hold no formulas. */
class CsvFieldTest {
  @ParameterizedTest
  @ValueSource(strings = {"=HYPERLINK(1)", "+crf", "-2+3", "@SUM(1)", "\tx"})
  void whatWouldBeAFormulaIsAText(String text) {
    assertThat(CsvField.of(text)).startsWith("\"'");
    assertThat(CsvField.guarded(text)).startsWith("'");
    assertThat(CsvField.text(CsvField.of(text))).isEqualTo(text);
    assertThat(CsvField.text(CsvField.guarded(text))).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "crf", "a=b c=d", "it's", "'", "a,b", "say \"a\"", "\"", "''"})
  void allElseStaysAsItIs(String text) {
    assertThat(CsvField.text(CsvField.of(text))).isEqualTo(text);
  }

  @Test
  void aTextIsOneFieldOfOneLine() {
    assertThat(CsvField.of("a\"\n=b")).isEqualTo("\"a\"\" =b\"");
  }

  @Test
  void aRowWhoseNameBeginsWithASignIsFoundAgain() {
    AblationResult result =
        AblationResultBuilder.builder()
            .row("+crf")
            .seed(1)
            .epochs(2)
            .data("f00")
            .bestEpoch(2)
            .settings("a=\"b, c\"")
            .build();

    assertThat(result.line()).startsWith("'+crf,1,2,f00,");
    assertThat(AblationResult.parse(result.line())).isEqualTo(result);
  }
}
