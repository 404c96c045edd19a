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

package org.sparkner.spark.format;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.sparkner.corpus.ColumnsFormat;
import org.sparkner.corpus.ColumnsLine;
import org.sparkner.corpus.ColumnsSentences;
import org.sparkner.corpus.CorpusFile;

/** Sentences of CoNLL columns, with or without tags, with all columns that are named. */
final class ColumnsReading implements SentenceReading {
  private static final String DOCUMENT_START = "-DOCSTART-";

  private final ColumnsSentences parts;
  private final SourceOptions options;

  ColumnsReading(CorpusFile file, SourceOptions options, Consumer<String> warnings) {
    ColumnsFormat format = ColumnsFormat.of(options.reading());
    this.parts = new ColumnsSentences(file, format, options.columns().size(), warnings);
    this.options = options;
  }

  @Override
  public SourceSentence next() {
    for (ColumnsSentences.Part part = parts.next(); part != null; part = parts.next()) {
      if (part instanceof ColumnsSentences.Sentence sentence) {
        return new Columns(sentence.document(), sentence.tokens(), options);
      }
      if (options.keepDocumentStarts() && part instanceof ColumnsSentences.DocumentStart start) {
        List<String> fields = List.of(start.text().split("[ \t]+"));
        ColumnsLine.Token marker = new ColumnsLine.Token(DOCUMENT_START, "O", fields);
        return new Columns(start.document(), List.of(marker), options);
      }
    }
    return null;
  }

  @Override
  public String placeOf(String tag) {
    return parts.placeOf(tag);
  }

  @Override
  public void close() {
    parts.close();
  }

  private record Columns(int document, List<ColumnsLine.Token> lines, SourceOptions options)
      implements SourceSentence {
    @Override
    public List<String> tokens() {
      return strings(ColumnsLine.Token::token);
    }

    @Override
    public List<String> tags() {
      return lines.stream().anyMatch(line -> line.tag() == null)
          ? null
          : strings(ColumnsLine.Token::tag);
    }

    @Override
    public List<String> attributes() {
      int column = options.attributeIndex();
      return strings(line -> line.fields().get(Math.floorMod(column, line.fields().size())));
    }

    /** A document-start line that is kept may have fewer columns than the tokens. */
    @Override
    public List<String> column(int index) {
      return strings(line -> index < line.fields().size() ? line.fields().get(index) : "O");
    }

    private List<String> strings(Function<ColumnsLine.Token, String> column) {
      return lines.stream().map(column).toList();
    }
  }
}
