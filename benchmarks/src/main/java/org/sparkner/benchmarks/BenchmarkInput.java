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

package org.sparkner.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.sparkner.jobs.files.Location;
import org.sparkner.jobs.files.TemporaryDirectory;
import org.sparkner.jobs.input.TextFormat;
import org.sparkner.jobs.process.Sessions;
import org.sparkner.jobs.settings.Settings;
import org.sparkner.jobs.tag.TaggingInput;

/**
 * What the Spark benchmarks tag, as Parquet: a file that the user named, or what a temporary copy
 * was made of. The output goes beside the copy; {@link #close} deletes both.
 */
final class BenchmarkInput implements AutoCloseable {
  private static final StructType SENTENCES =
      new StructType().add("tokens", DataTypes.createArrayType(DataTypes.StringType));

  /** Files of a copy, so that the tasks of several cores end at about the same time. */
  private static final int FILES = 32;

  /** Times that sentences are repeated, so that a run is longer than the start of its tasks. */
  private static final int SENTENCE_REPEATS = 5;

  /** Times that texts are repeated. */
  static final int TEXT_REPEATS = 2;

  private final TemporaryDirectory temporary;
  private final Location parquet;

  private BenchmarkInput(TemporaryDirectory temporary, Location parquet) {
    this.temporary = temporary;
    this.parquet = parquet;
  }

  /** Whether data of this name is text: Parquet or JSON lines. */
  static boolean isText(String name) {
    return name.toLowerCase(Locale.ROOT).matches(".*\\.(parquet|jsonl)(\\.gz)?/*");
  }

  /** Text in the column {@code text}, or sentences in {@code tokens}; Parquet is read as it is. */
  static BenchmarkInput ofText(Location data, Settings settings) {
    TemporaryDirectory temporary = temporary();
    if (TextFormat.of(data) == TextFormat.PARQUET) {
      return new BenchmarkInput(temporary, data);
    }
    SparkSession spark = Sessions.open(settings);
    Dataset<Row> texts =
        TaggingInput.open(spark, data, TextFormat.of(data), TaggingInput.Columns.USUAL).rows();
    return copy(repeated(texts, TEXT_REPEATS), temporary);
  }

  static BenchmarkInput ofSentences(List<List<String>> sentences, Settings settings) {
    List<Row> rows =
        sentences.stream().map(tokens -> RowFactory.create((Object) tokens.toArray())).toList();
    Dataset<Row> once = Sessions.open(settings).createDataFrame(rows, SENTENCES);
    return copy(repeated(once, SENTENCE_REPEATS), temporary());
  }

  private static Dataset<Row> repeated(Dataset<Row> rows, int times) {
    return rows.withColumn(
        "repeat", functions.explode(functions.sequence(functions.lit(1), functions.lit(times))));
  }

  private static TemporaryDirectory temporary() {
    return TemporaryDirectory.named("spark-ner-bench");
  }

  private static BenchmarkInput copy(Dataset<Row> rows, TemporaryDirectory temporary) {
    Location parquet = Location.of(temporary.path().resolve("input.parquet").toString());
    rows.repartition(FILES).write().parquet(parquet.uri());
    return new BenchmarkInput(temporary, parquet);
  }

  /** The Parquet. */
  Location parquet() {
    return parquet;
  }

  /** Opens it in a session. */
  TaggingInput open(SparkSession spark) {
    spark.conf().set("spark.sql.files.minPartitionNum", Integer.toString(FILES));
    List<String> columns = Arrays.asList(spark.read().parquet(parquet.uri()).columns());
    String column = columns.contains("text") ? "text" : "tokens";
    return TaggingInput.open(
        spark, parquet, TextFormat.PARQUET, new TaggingInput.Columns(column, null, null, Map.of()));
  }

  /** Where to write; what is there is replaced. */
  Location output() {
    return Location.of(temporary.path().resolve("output.parquet").toString());
  }

  @Override
  public void close() {
    temporary.close();
  }
}
