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

import com.ibm.icu.util.ULocale;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import org.sparkner.error.UsageException;

/**
 * Splits a text into sentences and these into tokens. Implementations are safe to share between
 * threads and take time linear in the length of the text.
 *
 * <p>What every implementation keeps, for any string, well-formed Unicode or not:
 *
 * <ul>
 *   <li>White space, control characters, the zero-width space and the byte-order mark separate
 *       tokens and lie in none.
 *   <li>Invisible format characters (joiners, directional marks, soft hyphens) stay inside a token
 *       and are left out at its edges, so a token never consists of them alone.
 *   <li>Every other character, a lone surrogate too, lies in exactly one token; no token begins or
 *       ends inside a surrogate pair.
 *   <li>A blank line or a paragraph separator ends a sentence. A single line break is white space,
 *       for it often is only where a line was wrapped.
 *   <li>A sentence has at most {@value #MAX_SENTENCE_TOKENS} tokens; a longer one is cut there, so
 *       that text without punctuation cannot exhaust the memory of what reads the sentences.
 * </ul>
 */
public interface TextAnalyzer {
  /** Tokens after which a sentence is cut. */
  int MAX_SENTENCE_TOKENS = 1000;

  /** The sentences of a text in order; none for a text without tokens. */
  List<AnalyzedSentence> analyze(String text);

  /**
   * The analyzer for a language.
   *
   * @param bcp47 language tag, such as {@code en}, {@code sv}, {@code zh-Hant}; {@code und} where
   *     the language is not known
   * @throws UsageException if it is not a well-formed tag
   */
  static TextAnalyzer forLanguage(String bcp47) {
    Locale locale;
    try {
      locale = new Locale.Builder().setLanguageTag(bcp47).build();
    } catch (IllformedLocaleException e) {
      throw new UsageException(
          "Language '"
              + bcp47
              + "' is not a BCP 47 tag; give one such as en, sv, zh-Hant, or und for any language.",
          e);
    }
    if (locale.getLanguage().equals("en")) {
      return new EnglishAnalyzer();
    }
    return new UnicodeAnalyzer(ULocale.forLocale(locale));
  }
}
