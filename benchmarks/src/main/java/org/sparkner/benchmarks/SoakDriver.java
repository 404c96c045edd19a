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

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.SparkConf;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.sparkner.jobs.files.Location;
import org.sparkner.spark.NerTaggerModel;
import org.sparkner.spark.tagging.TaggingCounts;

/**
 * The driver of {@link SoakBenchmark}, a process of its own because Spark starts executors only
 * where the environment names a Spark home. It tags the same input again and again on one executor
 * of one core, until so many tokens are done, and samples the memory of that executor. Prints its
 * results as {@code name=value}.
 */
final class SoakDriver {
  private static final String APPLICATION = "Spark NER soak";

  private SoakDriver() {}

  /**
   * @param arguments model, Parquet, output, tokens, file of the samples, and then settings of
   *     Spark as {@code key=value}
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Location model = Location.of(arguments[0]);
    Location input = Location.of(arguments[1]);
    Location output = Location.of(arguments[2]);
    long tokens = Long.parseLong(arguments[3]);
    Path samples = Path.of(arguments[4]);
    SparkConf conf = configuration();
    for (String setting : List.of(arguments).subList(5, arguments.length)) {
      int equals = setting.indexOf('=');
      conf.set(setting.substring(0, equals), setting.substring(equals + 1));
    }
    try (SparkSession spark = SparkSession.builder().config(conf).getOrCreate()) {
      NerTaggerModel tagger = NerTaggerModel.load(model.uri());
      tagger.setPrecision(conf.get(SoakBenchmark.PRECISION, tagger.getPrecision()));
      run(spark, tagger, input, output, tokens, samples)
          .forEach((name, value) -> System.out.println(name + "=" + value));
    }
  }

  /** The executor gets this process's class path and options; its memory, where nothing is said. */
  private static SparkConf configuration() {
    String options =
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
            .filter(option -> option.matches("--add-.*|-Djdk\\..*|-XX:\\+Use.*GC"))
            .collect(Collectors.joining(" "));
    return new SparkConf()
        .setAppName(APPLICATION)
        .setMaster("local-cluster[1,1,8192]")
        .set("spark.ui.enabled", "false")
        .set("spark.executor.memory", SoakBenchmark.EXECUTOR_MEMORY)
        .set("spark.executor.heartbeatInterval", "2s")
        .set("spark.executor.extraClassPath", System.getProperty("java.class.path"))
        .set("spark.executor.extraJavaOptions", options)
        .set("spark.sql.files.minPartitionNum", "16");
  }

  private static Map<String, Double> run(
      SparkSession spark,
      NerTaggerModel tagger,
      Location input,
      Location output,
      long expected,
      Path file)
      throws IOException, InterruptedException {
    Dataset<Row> rows = spark.read().parquet(input.uri());
    tagger.setInputCol(List.of(rows.columns()).contains("text") ? "text" : "tokens");
    TaggingCounts counts = new TaggingCounts();
    spark.sparkContext().register(counts, APPLICATION);
    long begin = System.nanoTime();
    double seconds;
    try (MemorySamples samples =
        MemorySamples.start(executor(spark), () -> counts.value().tokens(), file)) {
      while (counts.value().tokens() < expected) {
        tagger
            .copy(ParamMap.empty())
            .transform(rows, counts)
            .write()
            .mode("overwrite")
            .parquet(output.uri());
      }
      seconds = (System.nanoTime() - begin) / 1e9;
      samples.sample();
      Map<String, Double> results = new LinkedHashMap<>();
      results.put("tokens", (double) counts.value().tokens());
      results.put("seconds", seconds);
      results.put("tokens_per_wall_s", counts.value().tokens() / seconds);
      results.put("peak_rss_mb", samples.peakMegabytes());
      results.put("rss_slope_mb_per_minute", samples.slopePerMinute());
      return results;
    }
  }

  /** The process of the only executor. */
  private static long executor(SparkSession spark) {
    return spark.range(1).javaRDD().map(row -> ProcessHandle.current().pid()).first();
  }
}
