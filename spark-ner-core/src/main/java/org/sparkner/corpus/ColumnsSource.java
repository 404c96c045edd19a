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

import java.util.List;
import java.util.function.Consumer;

/** Sentences of a column file. */
final class ColumnsSource implements SentenceSource {
  private final ColumnsLineReader lines;
  private final ColumnsFormat format;
  private final Consumer<String> warnings;
  private final SentenceBuilder sentence = new SentenceBuilder();
  private long line;
  private int begun;
  private int documents;
  private boolean warned;

  ColumnsSource(LineReader lines, ColumnsFormat format, Consumer<String> warnings) {
    this.lines = new ColumnsLineReader(lines, format);
    this.format = format;
    this.warnings = warnings;
  }

  @Override
  public int documents() {
    return documents;
  }

  @Override
  public String placeOf(String tag) {
    return sentence.placeOf(tag);
  }

  @Override
  public String place() {
    return lines.place();
  }

  @Override
  public long line() {
    return line;
  }

  @Override
  public LabeledSentence next() {
    documents = begun;
    LabeledSentence read = read();
    if (!warned) {
      warned = true;
      lines.warning().ifPresent(warnings);
    }
    return read;
  }

  private LabeledSentence read() {
    for (ColumnsLine line = lines.next(); line != null; line = lines.next()) {
      if (line instanceof ColumnsLine.Token token) {
        add(token.token(), token.tag(), token.fields());
      } else if (line instanceof ColumnsLine.EmptyToken empty) {
        warnings.accept(
            lines.place()
                + ": found an empty token, wanted one; read as the replacement character U+FFFD.");
        add(ColumnsLine.EmptyToken.TOKEN, empty.tag(), empty.fields());
      } else if (line instanceof ColumnsLine.Malformed malformed) {
        throw lines.error(malformed.found(), malformed.wanted());
      } else if (!(line instanceof ColumnsLine.Comment)) {
        begun += line instanceof ColumnsLine.DocumentStart ? 1 : 0;
        if (sentence.size() > 0) {
          return sentence.build();
        }
        documents = begun;
      }
    }
    return sentence.size() > 0 ? sentence.build() : null;
  }

  private void add(String token, String tag, List<String> fields) {
    if (tag == null) {
      throw lines.error(
          fields.size() == 1 ? "1 column" : "columns of numbers and tokens alone",
          "a token and its tag, apart by a tab or spaces");
    }
    if (sentence.size() == format.maxTokens()) {
      throw lines.error(
          "a sentence of more than " + format.maxTokens() + " tokens",
          "a blank line between sentences");
    }
    line = sentence.size() == 0 ? lines.number() : line;
    sentence.add(token, tag, lines.attribute(fields), lines::place);
  }
}
