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
 * brat's <a href="https://brat.nlplab.org/standoff.html">standoff annotations</a>: the file is the
 * {@code .ann} one, with its text beside it in a {@code .txt} of the same name. Text-bound
 * annotations count; relations, events, attributes and notes are left out.
 *
 * @param analyzer splits the texts
 */
public record BratFormat(TextAnalyzer analyzer) implements CorpusFormat {
  /** Ending of a file of annotations. */
  public static final String ANNOTATIONS = ".ann";

  /** Ending of the text that it annotates. */
  public static final String TEXTS = ".txt";

  public BratFormat {
    Objects.requireNonNull(analyzer, "analyzer");
  }

  /** The format with the options that it heeds: the language. */
  static BratFormat of(CorpusOptions options) {
    if (options.attributeColumn() != null) {
      throw new UsageException(
          "Annotations of brat have no attributes of tokens; leave the attribute column out.");
    }
    return new BratFormat(TextAnalyzer.forLanguage(options.language()));
  }

  @Override
  public SentenceSource open(CorpusFile file, Consumer<String> warnings) {
    return new BratSource(file, this, warnings);
  }
}
