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

package org.sparkner.spark;

import static java.util.Spliterator.ORDERED;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterators;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.sparkner.corpus.AnnotatedSpan;
import org.sparkner.corpus.LabeledSentence;
import org.sparkner.corpus.SpanAligner;
import org.sparkner.text.TextAnalyzer;

/**
 * From rows of (tokens, tags, validation), with attributes where they are read, or (text, spans,
 * validation) to rows of labelled sentences and of what was wrong; runs on the executors.
 *
 * @param text whether the rows hold text and spans
 * @param language of the text
 */
record SentencePreparation(boolean text, String language)
    implements MapPartitionsFunction<Row, Row> {

  /** What an output row is. */
  enum Kind {
    /** Tokens, as many tags, and as many attributes or none. */
    SENTENCE,
    /** A row without tokens or without a label. */
    SKIPPED,
    /** A span that does not fit the tokens, and what became of it. */
    MISALIGNED,
    /** A row with more tags or attributes than tokens, or fewer. */
    UNEQUAL
  }

  /** Place of the attributes in a row to prepare. */
  private static final int ATTRIBUTES = 3;

  /** Field of a span, beside those that it must have. */
  private static final String TEXT = "text";

  /** Tokens of a row that a message shows. */
  private static final int SHOWN = 10;

  static final StructType SCHEMA =
      new StructType()
          .add("kind", DataTypes.StringType, false)
          .add("tokens", DataTypes.createArrayType(DataTypes.StringType, false))
          .add("tags", DataTypes.createArrayType(DataTypes.StringType, false))
          .add("validation", DataTypes.BooleanType, false)
          .add("problem", DataTypes.StringType)
          .add("attributes", DataTypes.createArrayType(DataTypes.StringType, false));

  static boolean isSentence(Row row) {
    return row.getString(0).equals(Kind.SENTENCE.name());
  }

  static boolean isForValidation(Row row) {
    return row.getBoolean(3);
  }

  @Override
  public Iterator<Row> call(Iterator<Row> rows) {
    TextAnalyzer analyzer = text ? TextAnalyzer.forLanguage(language) : null;
    return StreamSupport.stream(Spliterators.spliteratorUnknownSize(rows, ORDERED), false)
        .flatMap(row -> prepare(row, analyzer).stream())
        .iterator();
  }

  private List<Row> prepare(Row row, TextAnalyzer analyzer) {
    if (row.isNullAt(0)
        || row.isNullAt(1)
        || (row.length() > ATTRIBUTES && row.isNullAt(ATTRIBUTES))) {
      return List.of(problem(Kind.SKIPPED, "a null in its input or label"));
    }
    return text ? prepareText(row, analyzer) : List.of(prepareTokens(row));
  }

  private static Row prepareTokens(Row row) {
    List<String> tokens = row.getList(0);
    List<String> tags = row.getList(1);
    List<String> attributes =
        row.length() > ATTRIBUTES ? row.getList(ATTRIBUTES) : Collections.emptyList();
    String start = String.join(" ", tokens.subList(0, Math.min(SHOWN, tokens.size())));
    if (tokens.size() != tags.size()) {
      return problem(
          Kind.UNEQUAL, tokens.size() + " tokens (" + start + " …) and " + tags.size() + " tags");
    }
    if (row.length() > ATTRIBUTES && tokens.size() != attributes.size()) {
      return problem(
          Kind.UNEQUAL,
          tokens.size() + " tokens (" + start + " …) and " + attributes.size() + " attributes");
    }
    if (tokens.isEmpty()) {
      return problem(Kind.SKIPPED, "an empty sentence");
    }
    if (tokens.contains(null) || tags.contains(null) || attributes.contains(null)) {
      return problem(Kind.SKIPPED, "a null among the tokens, tags or attributes of " + start);
    }
    return new LabeledSentence(tokens, tags, attributes)
        .withoutWhiteSpace()
        .map(words -> sentence(words, row.getBoolean(2)))
        .orElseGet(() -> problem(Kind.SKIPPED, "a sentence of white space"));
  }

  private static List<Row> prepareText(Row row, TextAnalyzer analyzer) {
    String content = row.getString(0);
    List<Row> prepared = new ArrayList<>();
    List<AnnotatedSpan> spans = new ArrayList<>();
    for (Row span : row.<Row>getList(1)) {
      if (span == null || isAnyNull(span)) {
        prepared.add(problem(Kind.MISALIGNED, "found a null in a span, wanted none; left out."));
      } else {
        spans.add(
            new AnnotatedSpan(
                offset(span.getAs("begin")),
                offset(span.getAs("end")),
                span.getAs("type"),
                text(span)));
      }
    }
    List<LabeledSentence> sentences =
        SpanAligner.alignAnnotated(
            content, spans, analyzer, found -> prepared.add(problem(Kind.MISALIGNED, found)));
    sentences.forEach(sentence -> prepared.add(sentence(sentence, row.getBoolean(2))));
    if (sentences.isEmpty()) {
      prepared.add(problem(Kind.SKIPPED, "a text without tokens"));
    }
    return prepared;
  }

  private static boolean isAnyNull(Row span) {
    return span.isNullAt(span.fieldIndex("begin"))
        || span.isNullAt(span.fieldIndex("end"))
        || span.isNullAt(span.fieldIndex("type"));
  }

  /** What a span is said to cover, where there is such a field; or null. */
  private static String text(Row span) {
    return span.schema().getFieldIndex(TEXT).isDefined()
            && span.getAs(TEXT) instanceof String covered
        ? covered
        : null;
  }

  /** -1 for one outside of any text, which no span may have. */
  private static int offset(Number codePoint) {
    long value = codePoint.longValue();
    return value == (int) value ? (int) value : -1;
  }

  private static Row sentence(LabeledSentence sentence, boolean validation) {
    return RowFactory.create(
        Kind.SENTENCE.name(),
        sentence.tokens().toArray(String[]::new),
        sentence.tags().toArray(String[]::new),
        validation,
        null,
        sentence.attributes().toArray(String[]::new));
  }

  private static Row problem(Kind kind, String problem) {
    return RowFactory.create(kind.name(), null, null, false, problem, null);
  }
}
