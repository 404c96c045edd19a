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

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Consumer;

/** Any string as text. */
public final class TextTargets {
  private TextTargets() {}

  /** What reads the bytes, by name. */
  public static Map<String, Consumer<byte[]>> all() {
    return Map.of(
        "english-text", TextTargets::english,
        "any-text", TextTargets::anyLanguage);
  }

  private static final TextAnalyzer ENGLISH = TextAnalyzer.forLanguage("en");
  private static final TextAnalyzer ANY = TextAnalyzer.forLanguage("und");

  private static void english(byte[] text) {
    requireTokens(ENGLISH, new String(text, StandardCharsets.UTF_8));
  }

  private static void anyLanguage(byte[] text) {
    requireTokens(ANY, new String(text, StandardCharsets.UTF_8));
  }

  private static void requireTokens(TextAnalyzer analyzer, String text) {
    int end = 0;
    for (AnalyzedSentence sentence : analyzer.analyze(text)) {
      assertThat(sentence.size()).isBetween(1, TextAnalyzer.MAX_SENTENCE_TOKENS);
      for (int i = 0; i < sentence.size(); i++) {
        assertThat(sentence.begin(i)).isGreaterThanOrEqualTo(end);
        end = sentence.end(i);
        assertThat(end).isGreaterThan(sentence.begin(i)).isLessThanOrEqualTo(text.length());
      }
    }
  }
}
