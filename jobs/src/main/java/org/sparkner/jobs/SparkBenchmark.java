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

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.sparkner.model.NerModel;
import org.sparkner.spark.NerTaggerModel;

/** Measures tagging with Spark, from Parquet to Parquet, on all cores that the session has. */
final class SparkBenchmark {
  private static final StructType SCHEMA =
      new StructType().add("tokens", DataTypes.createArrayType(DataTypes.StringType));

  /** Times that the sentences are repeated, so that a run is longer than the start of its tasks. */
  private static final int REPEATS = 5;

  private SparkBenchmark() {}

  /** The second of two runs, for the first one loads and compiles. */
  static Map<String, Double> run(
      NerModel model, List<List<String>> sentences, Settings settings, StatusLine progress) {
    SparkSession spark = Sessions.open(settings);
    try {
      Path temporary = Files.createTempDirectory("spark-ner-bench");
      Location input = Location.of(temporary.resolve("input.parquet").toString());
      Location output = Location.of(temporary.resolve("output.parquet").toString());
      try {
        List<Row> rows =
            sentences.stream().map(tokens -> RowFactory.create((Object) tokens.toArray())).toList();
        int parts = spark.sparkContext().defaultParallelism();
        spark
            .createDataFrame(rows, SCHEMA)
            .selectExpr("tokens", "explode(sequence(1, " + REPEATS + ")) as repeat")
            .repartition(parts)
            .write()
            .parquet(input.uri());
        TaggingInput documents =
            TaggingInput.open(spark, input, TextFormat.PARQUET, "tokens", null);
        TaggingRun tagging = new TaggingRun(spark, new NerTaggerModel(model), progress);
        measure(tagging, documents, output);
        return measure(tagging, documents, output);
      } finally {
        Location.of(temporary.toString()).delete();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Double> measure(
      TaggingRun tagging, TaggingInput documents, Location output) {
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long wall = System.nanoTime();
    long cpu = system.getProcessCpuTime();
    double tokens =
        tagging
            .run(documents, new TaggingProgress.Total(0, 0), null, output, TaggedFormat.PARQUET)
            .tokens();
    Map<String, Double> results = new LinkedHashMap<>();
    results.put("tokens_per_cpu_s", tokens / ((system.getProcessCpuTime() - cpu) / 1e9));
    results.put("tokens_per_wall_s", tokens / ((System.nanoTime() - wall) / 1e9));
    return results;
  }
}
