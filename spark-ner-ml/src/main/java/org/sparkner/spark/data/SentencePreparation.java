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

package org.sparkner.spark.data;

import static java.util.Spliterator.ORDERED;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.Spliterators;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;
import org.sparkner.corpus.AnnotatedSpan;
import org.sparkner.corpus.LabeledSentence;
import org.sparkner.corpus.SpanAligner;
import org.sparkner.corpus.Supervision;
import org.sparkner.text.TextAnalyzer;

/**
 * From rows of (tokens, tags, validation, weight, latent types), with attributes where they are
 * read, or (text, spans, validation, weight, latent types) to rows of labelled sentences and of
 * what was wrong; runs on the executors.
 *
 * @param text whether the rows hold text and spans
 * @param language of the text
 */
record SentencePreparation(boolean text, String language)
    implements FlatMapFunction<Iterator<Row>, PreparedRow> {

  /** Places in a row to prepare. */
  private static final int INPUT = 0;

  private static final int LABEL = 1;
  private static final int VALIDATION = 2;
  private static final int WEIGHT = 3;
  private static final int LATENT_TYPES = 4;
  private static final int ATTRIBUTES = 5;

  /** Field of a span, beside those that it must have. */
  private static final String TEXT = "text";

  /** Tokens of a row that a message shows. */
  private static final int SHOWN = 10;

  @Override
  public Iterator<PreparedRow> call(Iterator<Row> rows) {
    TextAnalyzer analyzer = text ? TextAnalyzer.forLanguage(language) : null;
    return StreamSupport.stream(Spliterators.spliteratorUnknownSize(rows, ORDERED), false)
        .flatMap(row -> prepare(row, analyzer).stream())
        .iterator();
  }

  private List<PreparedRow> prepare(Row row, TextAnalyzer analyzer) {
    if (row.isNullAt(INPUT)
        || row.isNullAt(LABEL)
        || (row.length() > ATTRIBUTES && row.isNullAt(ATTRIBUTES))) {
      return List.of(problem(PreparedRow.Kind.SKIPPED, "a null in its input or label"));
    }
    if (!row.isNullAt(WEIGHT) && !Supervision.isWeight(row.getDouble(WEIGHT))) {
      return List.of(problem(PreparedRow.Kind.WEIGHT, String.valueOf(row.getDouble(WEIGHT))));
    }
    return text ? prepareText(row, analyzer) : List.of(prepareTokens(row));
  }

  private static PreparedRow prepareTokens(Row row) {
    List<String> tokens = row.getList(INPUT);
    List<String> tags = row.getList(LABEL);
    List<String> attributes =
        row.length() > ATTRIBUTES ? row.getList(ATTRIBUTES) : Collections.emptyList();
    String start = String.join(" ", tokens.subList(0, Math.min(SHOWN, tokens.size())));
    if (tokens.size() != tags.size()) {
      return problem(
          PreparedRow.Kind.UNEQUAL,
          tokens.size() + " tokens (" + start + " …) and " + tags.size() + " tags");
    }
    if (row.length() > ATTRIBUTES && tokens.size() != attributes.size()) {
      return problem(
          PreparedRow.Kind.UNEQUAL,
          tokens.size() + " tokens (" + start + " …) and " + attributes.size() + " attributes");
    }
    if (tokens.isEmpty()) {
      return problem(PreparedRow.Kind.SKIPPED, "an empty sentence");
    }
    if (tokens.contains(null) || tags.contains(null) || attributes.contains(null)) {
      return problem(
          PreparedRow.Kind.SKIPPED, "a null among the tokens, tags or attributes of " + start);
    }
    return new LabeledSentence(tokens, tags, attributes)
        .withSupervision(supervision(row))
        .withoutWhiteSpace()
        .<PreparedRow>map(words -> sentence(words, row.getBoolean(VALIDATION)))
        .orElseGet(() -> problem(PreparedRow.Kind.SKIPPED, "a sentence of white space"));
  }

  private static List<PreparedRow> prepareText(Row row, TextAnalyzer analyzer) {
    String content = row.getString(INPUT);
    List<PreparedRow> prepared = new ArrayList<>();
    List<AnnotatedSpan> spans = new ArrayList<>();
    for (Row span : row.<Row>getList(LABEL)) {
      if (span == null || isAnyNull(span)) {
        prepared.add(
            problem(
                PreparedRow.Kind.MISALIGNED, "found a null in a span, expected none; left out."));
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
            content,
            spans,
            analyzer,
            found -> prepared.add(problem(PreparedRow.Kind.MISALIGNED, found)));
    Supervision supervision = supervision(row);
    sentences.forEach(
        sentence ->
            prepared.add(
                sentence(sentence.withSupervision(supervision), row.getBoolean(VALIDATION))));
    if (sentences.isEmpty()) {
      prepared.add(problem(PreparedRow.Kind.SKIPPED, "a text without tokens"));
    }
    return prepared;
  }

  /** What the row is annotated for. Nulls stand for what most rows are. */
  private static Supervision supervision(Row row) {
    if (row.isNullAt(WEIGHT) && row.isNullAt(LATENT_TYPES)) {
      return Supervision.FULL;
    }
    Set<String> latent = new TreeSet<>();
    if (!row.isNullAt(LATENT_TYPES)) {
      row.<String>getList(LATENT_TYPES).stream().filter(Objects::nonNull).forEach(latent::add);
    }
    return new Supervision(latent, row.isNullAt(WEIGHT) ? 1 : row.getDouble(WEIGHT));
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

  private static PreparedRow sentence(LabeledSentence sentence, boolean validation) {
    return new PreparedRow.Sentence(sentence, validation);
  }

  private static PreparedRow problem(PreparedRow.Kind kind, String text) {
    return new PreparedRow.Problem(kind, text);
  }
}
