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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sparkner.error.UsageException;

/** How text in any language is cut into tokens. */
class UnicodeAnalyzerTest {
  private static String tokens(String language, String text) {
    List<String> tokens = new ArrayList<>();
    for (AnalyzedSentence sentence : TextAnalyzer.forLanguage(language).analyze(text)) {
      for (int i = 0; i < sentence.size(); i++) {
        tokens.add(sentence.token(text, i));
      }
    }
    return String.join(" ", tokens);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "sv|Åsa köpte e-böcker för 1 200,50 kr.|Åsa köpte e-böcker för 1 200,50 kr .",
        "de|Baden-Württemberg wählt (2021)!|Baden-Württemberg wählt ( 2021 ) !",
        "fr|« Où est J. Dupont ? »|« Où est J. Dupont ? »",
        "und|see http://example.org/a-b?c=1, me@example.org|see http://example.org/a-b?c=1 , me@example.org",
        "und|#tag @you :-) 9/11 ... -- A&B|#tag @you :-) 9/11 ... -- A&B",
        "ru|Мы видели г. Иванова.|Мы видели г . Иванова .",
        "ar|ذهب محمد إلى القاهرة.|ذهب محمد إلى القاهرة .",
        "he|דנה גרה בתל-אביב.|דנה גרה בתל-אביב .",
        "und|J.R. Smith, U.S.A. x. A... A|J.R. Smith , U.S.A. x . A ... A",
        "und|1/2 a/b A&b B&C a@ @|1/2 a / b A & b B&C a @ @",
        "und|## #a a#b a-b- -b|## #a a # b a-b - - b",
        "zh|我住在北京。|我 住在 北京 。",
        "th|ฉันรักภาษาไทย|ฉัน รัก ภาษา ไทย",
        "hi|राम दिल्ली में है।|राम दिल्ली में है ।",
      })
  void wordsOfManyScriptsAreFound(String language, String text, String tokens) {
    assertThat(tokens(language, text)).isEqualTo(tokens);
  }

  @Test
  void aLanguageTagMustBeWellFormed() {
    assertThatThrownBy(() -> TextAnalyzer.forLanguage("not a tag"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("'not a tag' is not a BCP 47 tag");
  }
}
