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

package org.sparkner.jobs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.util.CollectionAccumulator;
import org.sparkner.corpus.CorpusReader;
import org.sparkner.corpus.LabeledSentence;
import org.sparkner.corpus.WarningLimit;
import org.sparkner.error.BadDataException;
import org.sparkner.error.NerException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How to read labelled sentences: the options of the commands that do, and the reading. */
final class LabeledData {
  @Option(
      names = "--format",
      defaultValue = "auto",
      paramLabel = "FORMAT",
      description = {
        "Of the labelled sentences: ${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}).",
        "auto goes by the ending of the name, or of the first file in the directory; what",
        "says nothing is conll.",
        "jsonl reads the exports of doccano, Label Studio (its array too), Prodigy and spaCy;",
        "brat wants the directory of the .txt and .ann files."
      })
  private DataFormat format;

  @Option(
      names = "--token-column",
      paramLabel = "N",
      description = "conll: column of the token, from 0; negative from the end.")
  private Integer tokenColumn;

  @Option(
      names = "--tag-column",
      paramLabel = "N",
      description = "conll: column of the tag, from 0; negative from the end.")
  private Integer tagColumn;

  @Option(
      names = "--tokens-col",
      defaultValue = "tokens",
      paramLabel = "NAME",
      description = "parquet: column of the tokens, array<string> (${DEFAULT-VALUE}).")
  private String tokens;

  @Option(
      names = "--tags-col",
      defaultValue = "tags",
      paramLabel = "NAME",
      description = "parquet: column of the tags, array<string> (${DEFAULT-VALUE}).")
  private String tags;

  @Mixin private PosColumn pos;

  /** Where parts of speech are. */
  PosColumn pos() {
    return pos;
  }

  /**
   * Reads all sentences.
   *
   * @param language BCP 47 tag, for texts that want splitting
   * @throws BadDataException if there is none or they cannot be read
   */
  List<LabeledSentence> read(
      Location data, String language, Settings settings, Consumer<String> warnings) {
    data.requireExisting();
    List<LabeledSentence> sentences;
    try (WarningLimit limited = new WarningLimit(warnings)) {
      sentences =
          format.of(data) == DataFormat.PARQUET
              ? orRefuse(data, () -> readParquet(data, settings))
              : readFiles(data, language, limited);
    }
    if (sentences.isEmpty()) {
      throw new BadDataException(data + ": found no sentence, wanted at least one");
    }
    return sentences;
  }

  private List<LabeledSentence> readFiles(
      Location data, String language, Consumer<String> warnings) {
    SentenceFiles files = files(data, language);
    files.warnOfTexts(data, warnings);
    List<LabeledSentence> sentences = new ArrayList<>();
    for (Location file : files.in(data)) {
      Iterator<LabeledSentence> read = files.open(file, warnings);
      try {
        read.forEachRemaining(sentences::add);
      } finally {
        if (read instanceof CorpusReader reader) {
          reader.close();
        }
      }
    }
    return sentences;
  }

  private SentenceFiles files(Location data, String language) {
    return new SentenceFiles(format.of(data), language, tokenColumn, tagColumn, pos.name());
  }

  /**
   * Has the executors read all sentences, of a file or of the files of a directory.
   *
   * @param warnings receives them once the sentences have been read
   * @return tokens, tags and parts of speech, if any, of each sentence
   * @throws BadDataException if there is nothing of this name
   */
  JavaRDD<String[][]> readDistributed(
      Location data, String language, Settings settings, CollectionAccumulator<String> warnings) {
    data.requireExisting();
    SparkSession spark = Sessions.open(settings);
    if (format.of(data) == DataFormat.PARQUET) {
      String name = data.toString();
      List<String> columns = columns();
      return orRefuse(data, () -> parquetRows(spark, data))
          .javaRDD()
          .map(row -> strings(name, columns, row))
          .flatMap(row -> labeled(row).map(DistributedSentences::strings).stream().iterator());
    }
    SentenceFiles files = files(data, language);
    files.warnOfTexts(data, warnings::add);
    return DistributedSentences.of(
        JavaSparkContext.fromSparkContext(spark.sparkContext()),
        files.in(data).stream().map(Location::uri).toList(),
        files,
        warnings);
  }

  /**
   * The columns of a row that {@link #parquetRows} gives.
   *
   * @throws BadDataException if one has not as many strings as the first, or a null among them
   */
  private static String[][] strings(String data, List<String> columns, Row row) {
    String[][] strings = new String[row.length()][];
    for (int i = 0; i < strings.length; i++) {
      strings[i] = row.<String>getList(i).toArray(String[]::new);
      boolean whole = !Arrays.asList(strings[i]).contains(null);
      if (!whole || strings[i].length != strings[0].length) {
        throw new BadDataException(
            data
                + ": a row of "
                + strings[0].length
                + " strings in "
                + columns.get(0)
                + " has "
                + (whole ? strings[i].length + " in " : "a null in ")
                + columns.get(i)
                + ", wanted as many, and no null; it begins with "
                + strings[0][0]);
      }
    }
    return strings;
  }

  /** Spark throws checked exceptions that it does not declare, so all are caught. */
  private static <T> T orRefuse(Location data, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (NerException e) {
      throw e;
    } catch (Exception e) {
      throw ReadFailure.of(data, DataFormat.PARQUET, e);
    }
  }

  private List<LabeledSentence> readParquet(Location data, Settings settings) {
    List<LabeledSentence> sentences = new ArrayList<>();
    Iterator<Row> iterator = parquetRows(Sessions.open(settings), data).toLocalIterator();
    while (iterator.hasNext()) {
      String[][] row = strings(data.toString(), columns(), iterator.next());
      labeled(row).ifPresent(sentences::add);
    }
    return sentences;
  }

  /** The sentence of a row's columns; empty if it is all white space. */
  private static Optional<LabeledSentence> labeled(String[][] row) {
    return new LabeledSentence(
            List.of(row[0]), List.of(row[1]), row.length > 2 ? List.of(row[2]) : List.of())
        .withoutWhiteSpace();
  }

  /** Of Parquet: those of tokens, tags and parts of speech, if any. */
  private List<String> columns() {
    return pos.name() == null ? List.of(tokens, tags) : List.of(tokens, tags, pos.name());
  }

  /** Tokens, tags and parts of speech, if any, of the rows that have all. */
  private Dataset<Row> parquetRows(SparkSession spark, Location data) {
    Dataset<Row> rows = spark.read().parquet(data.uri());
    for (String column : columns()) {
      if (!Arrays.asList(rows.columns()).contains(column)) {
        throw new BadDataException(
            data + ": no column " + column + " among " + String.join(", ", rows.columns()));
      }
      String type = rows.schema().apply(column).dataType().catalogString();
      if (!type.equals("array<string>")) {
        throw new BadDataException(
            data + ": column " + column + " is " + type + ", wanted array<string>");
      }
    }
    return rows.select(
            columns().stream().map(name -> functions.col("`" + name + "`")).toArray(Column[]::new))
        .na()
        .drop()
        .where(functions.size(functions.col("`" + tokens + "`")).gt(0));
  }
}
