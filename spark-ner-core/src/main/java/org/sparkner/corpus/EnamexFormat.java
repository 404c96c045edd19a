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

package org.sparkner.corpus;

import java.util.Objects;
import java.util.function.Consumer;
import org.sparkner.error.UsageException;
import org.sparkner.text.TextAnalyzer;

/**
 * XML with entities marked where they stand, as the Message Understanding Conferences had them:
 * {@code <ENAMEX type="PERSON">Ada Lovelace</ENAMEX>}, {@code TIMEX} and {@code NUMEX} likewise.
 * What an element {@code sentence} or {@code s} holds is a sentence; other text is split.
 *
 * @param analyzer splits texts
 */
public record EnamexFormat(TextAnalyzer analyzer) implements CorpusFormat {
  public EnamexFormat {
    Objects.requireNonNull(analyzer, "analyzer");
  }

  /** The format with the options that it heeds: the language. */
  static EnamexFormat of(CorpusOptions options) {
    if (options.attributeColumn() != null) {
      throw new UsageException(
          "Entities marked in XML have no attributes of tokens; leave the attribute column out.");
    }
    return new EnamexFormat(TextAnalyzer.forLanguage(options.language()));
  }

  @Override
  public SentenceSource open(CorpusFile file, Consumer<String> warnings) {
    return new EnamexSource(file, this, warnings);
  }
}
