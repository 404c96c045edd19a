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

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.sparkner.error.BadDataException;
import org.sparkner.error.NerException;
import org.sparkner.error.UsageException;

/**
 * What {@code tag} reads.
 *
 * @param rows all columns of the input
 * @param column the one to tag: a string, or the tokens of a sentence
 * @param pos the one of the tokens' parts of speech, or null
 */
record TaggingInput(Dataset<Row> rows, String column, String pos) {
  private static final String TEXT = "text";
  private static final String TOKENS = "tokens";
  private static final String POS = "pos";
  private static final String PATH = "path";
  private static final String CORRUPT = "_corrupt_record";

  /**
   * What the user names of an input.
   *
   * @param tagged column to tag, or null for {@code text} or {@code tokens}
   * @param id column that names a document, or null; for text files it is made of their paths
   * @param pos column of the tokens' parts of speech, of CoNLL columns its number; or null
   * @param conll options of the source {@code conll}
   */
  record Columns(String tagged, String id, String pos, Map<String, String> conll) {
    /** Those of the format. */
    static final Columns USUAL = new Columns(null, null, null, Map.of());
  }

  /**
   * Opens an input.
   *
   * @throws BadDataException if it is missing or its columns are not those wanted
   */
  static TaggingInput open(SparkSession spark, Location input, TextFormat format, Columns columns) {
    Dataset<Row> rows = readOrRefuse(spark, input, format, columns);
    return of(shape(rows, format, columns.id()), input, format, columns);
  }

  /**
   * Opens an input as a stream of the files that arrive.
   *
   * @param schema what {@link #schema} gave
   * @param files the most files of a batch
   */
  static TaggingInput stream(
      SparkSession spark,
      Location input,
      TextFormat format,
      StructType schema,
      Columns columns,
      int files) {
    Dataset<Row> rows =
        spark
            .readStream()
            .format(source(format))
            .schema(schema)
            .options(options(format, columns))
            .option("maxFilesPerTrigger", files)
            // By default a file that is a week older than the newest one seen is taken for read.
            .option("maxFileAge", "36500d")
            .load(input.uri());
    return of(shape(rows, format, columns.id()), input, format, columns);
  }

  /** The columns that Spark finds in the files. */
  static StructType schema(SparkSession spark, Location input, TextFormat format, Columns columns) {
    return readOrRefuse(spark, input, format, columns).schema();
  }

  private static TaggingInput of(
      Dataset<Row> rows, Location input, TextFormat format, Columns columns) {
    boolean conll = format == TextFormat.CONLL;
    String wanted = columns.tagged() != null ? columns.tagged() : conll ? TOKENS : TEXT;
    requireColumn(rows, input, wanted);
    if (columns.id() != null) {
      requireColumn(rows, input, columns.id());
    }
    String pos = columns.pos() != null && conll ? POS : columns.pos();
    if (pos != null) {
      requireColumn(rows, input, pos);
    }
    if (Arrays.asList(rows.columns()).contains("entities")) {
      throw new UsageException(input + " has a column entities already; rename it first");
    }
    return new TaggingInput(rows, wanted, pos);
  }

  /** Whether the column holds text that wants splitting, not tokens. */
  boolean isText() {
    return rows.schema().apply(column).dataType().equals(DataTypes.StringType);
  }

  /**
   * How much there is. Rows are counted where that is cheap; plain text is measured in bytes; what
   * is compressed cannot be told.
   */
  TaggingProgress.Total total(Location input, TextFormat format) {
    if (format == TextFormat.PARQUET || format == TextFormat.CONLL) {
      return new TaggingProgress.Total(rows.count(), 0);
    }
    boolean plain = !input.name().matches(".*\\.(gz|bz2)") && !input.isPattern();
    return new TaggingProgress.Total(0, plain ? input.bytes() : 0);
  }

  /** Spark throws checked exceptions that it does not declare, so all are caught. */
  private static Dataset<Row> readOrRefuse(
      SparkSession spark, Location input, TextFormat format, Columns columns) {
    input.requireExisting();
    try {
      Dataset<Row> rows =
          spark.read().format(source(format)).options(options(format, columns)).load(input.uri());
      if (format == TextFormat.JSONL && Arrays.equals(rows.columns(), new String[] {CORRUPT})) {
        throw new BadDataException(input + ": no line is a JSON object");
      }
      return rows;
    } catch (NerException e) {
      throw e;
    } catch (Exception e) {
      throw ReadFailure.of(input, format, e);
    }
  }

  private static String source(TextFormat format) {
    return switch (format) {
      case TEXT, LINES -> "text";
      case JSONL -> "json";
      case CSV -> "csv";
      case PARQUET -> "parquet";
      case CONLL -> "conll";
    };
  }

  private static Map<String, String> options(TextFormat format, Columns columns) {
    return switch (format) {
      case TEXT -> Map.of("wholetext", "true");
      case JSONL -> Map.of("columnNameOfCorruptRecord", CORRUPT);
      case CSV -> Map.of("header", "true", "multiLine", "true", "escape", "\"");
      case CONLL -> {
        Map<String, String> options = new HashMap<>(columns.conll());
        if (columns.pos() != null) {
          options.put("posColumn", columns.pos());
        }
        yield options;
      }
      case LINES, PARQUET -> Map.of();
    };
  }

  /** With the column of the text, and for text files that of their paths. */
  private static Dataset<Row> shape(Dataset<Row> rows, TextFormat format, String id) {
    return switch (format) {
      case TEXT ->
          rows.select(
              new Column("_metadata.file_path").as(id == null ? PATH : id),
              new Column("value").as(TEXT));
      case LINES -> rows.withColumnRenamed("value", TEXT);
      case JSONL, CSV, PARQUET, CONLL -> rows;
    };
  }

  private static void requireColumn(Dataset<Row> rows, Location input, String name) {
    if (!Arrays.asList(rows.columns()).contains(name)) {
      throw new BadDataException(
          input + ": no column " + name + " among " + String.join(", ", rows.columns()));
    }
  }
}
