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

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sparkner.corpus.CorpusFormat;
import org.sparkner.corpus.CorpusReader;
import org.sparkner.corpus.LabeledSentence;
import org.sparkner.lexicon.WordVectors;
import org.sparkner.lexicon.WordVectorsReader;
import org.sparkner.model.Architecture;
import org.sparkner.model.NerModel;
import org.sparkner.train.Checkpointing;
import org.sparkner.train.Trainer;
import org.sparkner.train.TrainingListener;
import org.sparkner.train.TrainingOptions;

/**
 * Measures training without validation, of any network by any recipe and backend. Results are by
 * the names that {@code spark-ner bench --json} prints: {@code tokens_per_cpu_s} (of the whole
 * process, its compiler and its garbage collector too), {@code tokens_per_wall_s}, {@code
 * gemm_gflops}, {@code flops_per_token} (of the forward pass), {@code roofline_fraction} (training
 * counts three times the forward pass), {@code peak_rss_mb}.
 */
final class TrainingBenchmark {
  /** Forward pass, gradient of the weights, gradient of the input: as many products each. */
  static final double PASSES = 3;

  private static final double WARM_UP_SECONDS = 15;
  private static final int SYNTHETIC_TOKENS = 200_000;

  private TrainingBenchmark() {}

  /**
   * Trains for a while and measures what comes after the warm-up.
   *
   * @param options of which the length of the training is left out
   * @param seconds to measure, after the warm-up
   */
  static Map<String, Double> throughput(
      TrainingOptions options, List<LabeledSentence> train, WordVectors vectors, int seconds) {
    double gflopsBefore = GemmRate.bestGflops();
    Meter meter = new Meter();
    NerModel model =
        new Trainer(
                options.withRecipe(
                    recipe ->
                        recipe
                            .withEpochs(Integer.MAX_VALUE)
                            .withPatience(Integer.MAX_VALUE)
                            .withTimeLimit(Duration.ofSeconds((long) WARM_UP_SECONDS + seconds))))
            .train(train, List.of(), vectors, Checkpointing.NONE, meter);
    double flops = model.flopsPerToken();
    double gflops = Math.max(gflopsBefore, GemmRate.bestGflops());
    Map<String, Double> results = new LinkedHashMap<>();
    results.put("tokens_per_cpu_s", meter.tokens() / meter.cpuSeconds());
    results.put("tokens_per_wall_s", meter.tokens() / meter.wallSeconds());
    results.put("gemm_gflops", gflops);
    results.put("flops_per_token", flops);
    results.put(
        "roofline_fraction", meter.tokens() / meter.cpuSeconds() * PASSES * flops / (gflops * 1e9));
    results.put("peak_rss_mb", PeakMemory.residentMegabytes());
    return results;
  }

  /** Counts tokens and time from the first report after the warm-up to the last one. */
  private static final class Meter implements TrainingListener {
    private final long started = System.nanoTime();
    private long tokensBefore;
    private long firstTokens = -1;
    private long lastTokens;
    private double firstCpu;
    private double lastCpu;
    private long firstWall;
    private long lastWall;

    @Override
    public void onProgress(Progress progress) {
      long now = System.nanoTime();
      long tokens = tokensBefore + progress.tokensDone();
      if (firstTokens < 0) {
        if ((now - started) / 1e9 < WARM_UP_SECONDS) {
          return;
        }
        firstTokens = tokens;
        firstCpu = CpuTime.processSeconds();
        firstWall = now;
      }
      lastTokens = tokens;
      lastCpu = CpuTime.processSeconds();
      lastWall = now;
    }

    @Override
    public void onEpoch(EpochReport report) {
      tokensBefore += report.tokens();
    }

    double tokens() {
      return lastTokens - firstTokens;
    }

    double cpuSeconds() {
      return lastCpu - firstCpu;
    }

    double wallSeconds() {
      return (lastWall - firstWall) / 1e9;
    }
  }

  /**
   * Sentences of the lengths and word frequencies of news, every tenth word an entity.
   * Reproducible.
   */
  static List<LabeledSentence> syntheticSentences() {
    List<LabeledSentence> labelled = new ArrayList<>();
    for (List<String> tokens : BenchmarkText.sentences(BenchmarkText.lexicon(), SYNTHETIC_TOKENS)) {
      List<String> tags = new ArrayList<>(tokens.size());
      for (String token : tokens) {
        tags.add(token.endsWith("7") ? "B-" + "PLOM".charAt(token.length() % 4) : "O");
      }
      labelled.add(new LabeledSentence(tokens, tags));
    }
    return labelled;
  }

  /** {@code TrainingBenchmark [SECONDS [CONLL-FILE [VECTORS]]]}. */
  public static void main(String[] arguments) {
    int seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 45;
    List<LabeledSentence> train =
        arguments.length > 1
            ? CorpusReader.readAll(Path.of(arguments[1]), CorpusFormat.named("conll"))
            : syntheticSentences();
    WordVectors vectors =
        arguments.length > 2
            ? WordVectorsReader.read(Path.of(arguments[2])).vectors()
            : WordVectors.none(Architecture.DEFAULT.wordDimension());
    throughput(TrainingOptions.DEFAULT, train, vectors, seconds)
        .forEach((name, value) -> System.out.printf(Locale.ROOT, "%s=%.3f%n", name, value));
  }
}
