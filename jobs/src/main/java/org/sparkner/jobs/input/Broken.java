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

package org.sparkner.jobs.input;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * Rows of which something was found that their columns do not hold: how many, and where the first
 * is.
 *
 * @param rows how many
 * @param first file and line of the first, or null
 */
public record Broken(long rows, String first) {
  /** The column in which a user finds what was read. */
  static final String KEPT = "_corrupt_record";

  /** Its name while reading: the input may have a column of the other name. */
  static final String COLUMN = "__ner_broken";

  public static final Broken NONE = new Broken(0, null);
  private static final String FILE = "__ner_file";
  private static final String ORDER = "__ner_order";
  private static final String START = "__ner_start";

  static Column file() {
    return col("_metadata.file_path").as(FILE);
  }

  static Column start() {
    return col("_metadata.file_block_start").as(START);
  }

  /** The columns, and those by which {@link #in} finds where a row is from. */
  static Dataset<Row> withPlaces(Dataset<Row> rows, List<Column> columns) {
    List<Column> all = new ArrayList<>(columns);
    all.addAll(List.of(col(FILE), col(START)));
    return rows.select(all.toArray(Column[]::new));
  }

  /** Counts them, and says where the first is. */
  public static Broken in(Dataset<Row> rows) {
    Column isBroken = col(COLUMN).isNotNull();
    Row found =
        rows.withColumn(ORDER, functions.monotonically_increasing_id())
            .agg(
                functions.count(functions.when(isBroken, 1)),
                functions.min(
                    functions.when(
                        isBroken,
                        functions.struct(col(FILE), col(START), col(ORDER), col(COLUMN)))))
            .first();
    if (found.getLong(0) == 0) {
      return NONE;
    }
    Row first = found.getStruct(1);
    ReadableFile file = ReadableFile.ofMetadata(first.getString(0));
    long line = file.lineWith(first.getString(3));
    return new Broken(found.getLong(0), line > 0 ? file + ":" + line : file.toString());
  }

  /** Without what was for reading only; what was found is kept where there is such a row. */
  public Dataset<Row> keep(Dataset<Row> read) {
    Dataset<Row> rows = read.drop(FILE, START);
    if (rows() == 0) {
      return rows.drop(COLUMN);
    }
    boolean hasOwn = Arrays.asList(rows.columns()).contains(KEPT);
    Column kept = hasOwn ? functions.coalesce(col(COLUMN), col(KEPT).cast("string")) : col(COLUMN);
    return rows.withColumn(KEPT, kept).drop(COLUMN);
  }

  /**
   * What a user should know of them, or null.
   *
   * @param format that they were read as
   * @param kept whether the output has all columns of the input, and that of broken rows
   */
  public String warning(TextFormat format, boolean kept) {
    if (rows == 0) {
      return null;
    }
    String what =
        format == TextFormat.CSV
            ? "does not have the fields of the header"
            : "is no whole JSON object, or has values that the columns do not hold";
    String fate =
        kept
            ? "all are kept in the column " + KEPT
            : "give --output-format parquet or jsonl to keep what they were in the column " + KEPT;
    return String.format(
        Locale.ROOT, "broken rows: %,d, the first %s, which %s; %s", rows, first, what, fate);
  }

  /** These and more; the first of all is that of these. */
  public Broken plus(Broken other) {
    return new Broken(rows + other.rows, first == null ? other.first : first);
  }
}
