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

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.apache.spark.sql.SparkSession;
import org.sparkner.jobs.console.StatusLine;
import org.sparkner.jobs.process.Sessions;
import org.sparkner.jobs.settings.Settings;
import org.sparkner.jobs.tag.TaggedFormat;
import org.sparkner.jobs.tag.TaggingInput;
import org.sparkner.jobs.tag.TaggingProgress;
import org.sparkner.jobs.tag.TaggingRun;
import org.sparkner.model.NerModel;
import org.sparkner.spark.NerTaggerModel;
import org.sparkner.tagger.Precision;

/**
 * Measures tagging with Spark from Parquet to Parquet, by the processor time of the whole process.
 * Every round reads, tags and writes the whole input; the first one loads and compiles and is not
 * counted. A last round is sampled and says where the time went.
 */
final class SparkBenchmark {
  private static final int ROUNDS = 5;
  private static final String WORKERS = "Executor task launch worker".substring(0, 15);

  /** Classes of the tagger that run the encoder; by the beginnings of their names. */
  private static final List<String> NETWORK =
      List.of(
          "EncoderNetwork",
          "RecurrentSteps",
          "WindowSteps",
          "LayerSteps",
          "LstmStep",
          "GruStep",
          "SruStep",
          "ElmanStep",
          "LinearStep",
          "StepCell",
          "StepInput",
          "StepOutput",
          "LayerInput",
          "Emissions");

  /** Phases of a token's way, by where a stack is innermost. */
  static final Map<String, String> PHASES = phases();

  private final NerTaggerModel model;
  private final Settings settings;
  private final StatusLine progress;

  private record Round(double tokens, double cpuSeconds, double wallSeconds) {
    double perCpuSecond() {
      return tokens / cpuSeconds;
    }

    double perWallSecond() {
      return tokens / wallSeconds;
    }
  }

  private SparkBenchmark(NerTaggerModel model, Settings settings, StatusLine progress) {
    this.model = model;
    this.settings = settings;
    this.progress = progress;
  }

  /**
   * Medians of five rounds. On an embedded Spark of several cores rounds of one task at a time lie
   * between them, and {@code speedup} is the ratio of the two by the clock. The threads of Spark,
   * of the compiler and of the collector run beside that task on the other cores.
   *
   * @param data text or sentences; null for made ones
   */
  static Map<String, Double> run(
      NerModel model,
      Precision precision,
      BenchmarkInput data,
      Settings settings,
      StatusLine progress) {
    NerTaggerModel stage = new NerTaggerModel(model).setPrecision(precision.toString());
    double flops = model.flopsPerToken();
    ProcessProfile.prepare();
    double gflops = GemmRate.bestGflops();
    Map<String, Double> results;
    try (data) {
      results = new SparkBenchmark(stage, settings, progress).measure(data);
    }
    gflops = Math.max(gflops, GemmRate.bestGflops());
    results.put("gemm_gflops", gflops);
    results.put("flops_per_token", flops);
    results.put("roofline_fraction", results.get("tokens_per_cpu_s") * flops / (gflops * 1e9));
    results.put("peak_rss_mb", PeakMemory.residentMegabytes());
    return results;
  }

  private Map<String, Double> measure(BenchmarkInput data) {
    SparkSession spark = Sessions.open(settings);
    String master = spark.sparkContext().master();
    boolean several = master.startsWith("local") && spark.sparkContext().defaultParallelism() > 1;
    round(spark, data);
    List<Round> rounds = new ArrayList<>();
    List<Round> onOneCore = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      if (several) {
        onOneCore.add(round(reopen("local[1]"), data));
        spark = reopen(master);
      }
      rounds.add(round(spark, data));
    }
    Map<String, Double> results = new LinkedHashMap<>();
    results.put("tokens", rounds.get(0).tokens());
    results.put("tokens_per_cpu_s", median(rounds, Round::perCpuSecond));
    results.put("tokens_per_wall_s", median(rounds, Round::perWallSecond));
    if (several) {
      double one = median(onOneCore, Round::perWallSecond);
      results.put("one_task_tokens_per_wall_s", one);
      results.put("one_task_tokens_per_cpu_s", median(onOneCore, Round::perCpuSecond));
      results.put("speedup", results.get("tokens_per_wall_s") / one);
    }
    results.putAll(profile(spark, data));
    return results;
  }

  private SparkSession reopen(String master) {
    Sessions.close();
    return Sessions.open(settings, master);
  }

  private Round round(SparkSession spark, BenchmarkInput data) {
    TaggingInput input = data.open(spark);
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    TaggingRun tagging = new TaggingRun(spark, model, progress);
    long wall = System.nanoTime();
    long cpu = system.getProcessCpuTime();
    double tokens =
        tagging
            .write(
                "tagging",
                input,
                new TaggingProgress.Total(0, 0),
                null,
                data.output(),
                TaggedFormat.PARQUET)
            .tokens();
    return new Round(
        tokens, (system.getProcessCpuTime() - cpu) / 1e9, (System.nanoTime() - wall) / 1e9);
  }

  /** Microseconds of processor time a token, by phase. */
  private Map<String, Double> profile(SparkSession spark, BenchmarkInput data) {
    ProcessProfile profile = ProcessProfile.start(WORKERS, PHASES);
    Round round = round(spark, data);
    Map<String, Double> phases = new LinkedHashMap<>();
    profile
        .stop()
        .forEach(
            (phase, seconds) ->
                phases.put("us_" + phase.replace(' ', '_'), seconds * 1e6 / round.tokens()));
    return phases;
  }

  private static double median(List<Round> rounds, ToDoubleFunction<Round> figure) {
    return rounds.stream().mapToDouble(figure).sorted().toArray()[rounds.size() / 2];
  }

  private static Map<String, String> phases() {
    Map<String, String> phases = new LinkedHashMap<>();
    phases.put("org.apache.spark.sql.execution.datasources.FileScanRDD", "read");
    phases.put("org.apache.parquet.hadoop.ParquetFileReader", "read");
    phases.put("org.apache.spark.sql.execution.datasources.parquet.Vectorized", "read");
    phases.put("org.apache.spark.sql.catalyst.expressions.GeneratedClass", "rows");
    phases.put("org.sparkner.spark.", "rows");
    phases.put("org.sparkner.text.Paragraphs", "split");
    phases.put("org.sparkner.text.EnglishSentenceSplitter", "split");
    phases.put("org.sparkner.text.", "tokenise");
    phases.put("org.sparkner.tagger.TextTokens", "look up");
    phases.put("org.sparkner.tagger.RecentWords", "look up");
    phases.put("org.sparkner.lexicon.", "look up");
    phases.put("org.sparkner.tagger.PackedBatch", "look up");
    phases.put("org.sparkner.tagger.WordProjections", "look up");
    phases.put("org.sparkner.tagger.WordProjections.compute", "new words");
    phases.put("org.sparkner.tagger.CharacterConvolution", "new words");
    phases.put("org.sparkner.tagger.FeatureConvolution", "new words");
    phases.put("org.sparkner.tagger.", "assemble");
    for (String part : NETWORK) {
      phases.put("org.sparkner.tagger." + part, "network");
    }
    phases.put("org.sparkner.tagger.Engine$Worker.gather", "CRF");
    phases.put("org.sparkner.tagger.Engine$Worker.decode", "CRF");
    phases.put("org.sparkner.crf.", "CRF");
    phases.put("org.apache.spark.sql.execution.datasources.parquet.ParquetOutputWriter", "write");
    phases.put("org.apache.spark.sql.execution.datasources.parquet.ParquetWriteSupport", "write");
    phases.put("org.apache.spark.sql.execution.datasources.FileFormat", "write");
    return phases;
  }
}
