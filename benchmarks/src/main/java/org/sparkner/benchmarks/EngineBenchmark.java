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

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sparkner.corpus.CorpusFormat;
import org.sparkner.corpus.CorpusReader;
import org.sparkner.corpus.LabeledSentence;
import org.sparkner.model.ModelReader;
import org.sparkner.model.NerModel;
import org.sparkner.tagger.Tagger;

/**
 * Measures the tagger. Results are by the names that {@code spark-ner bench --json} prints: {@code
 * tokens_per_cpu_s}, {@code tokens_per_wall_s}, {@code gemm_gflops}, {@code flops_per_token},
 * {@code roofline_fraction}, {@code p50_ms}, {@code p99_ms}, {@code load_s}, {@code
 * first_entity_s}, {@code peak_rss_mb}.
 */
public final class EngineBenchmark {
  /** Sentences that are tagged in one call. */
  private static final int CALL = 4096;

  private static final double WARM_UP_SECONDS = 4;
  private static final int ROUNDS = 5;
  private static final int LATENCY_SENTENCES = 2000;

  private EngineBenchmark() {}

  /**
   * Tokens a second of one thread: the best of several rounds over the sentences, with tags,
   * entities and confidences. Steady state: the words have been seen before, as most words of a
   * corpus have.
   */
  public static Map<String, Double> throughput(NerModel model, List<List<String>> sentences) {
    double gflopsBefore = GemmRate.bestGflops();
    Tagger tagger = Tagger.of(model);
    double tokens = sentences.stream().mapToLong(List::size).sum();
    double warm = CpuTime.threadSeconds() + WARM_UP_SECONDS;
    while (CpuTime.threadSeconds() < warm) {
      tagAll(tagger, sentences);
    }
    double cpu = Double.MAX_VALUE;
    double wall = Double.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      double start = CpuTime.threadSeconds();
      long wallStart = System.nanoTime();
      tagAll(tagger, sentences);
      cpu = Math.min(cpu, CpuTime.threadSeconds() - start);
      wall = Math.min(wall, (System.nanoTime() - wallStart) / 1e9);
    }
    double flops = model.architecture().flopsPerToken(model.labels().size());
    double gflops = Math.max(gflopsBefore, GemmRate.bestGflops());
    Map<String, Double> results = new LinkedHashMap<>();
    results.put("tokens_per_cpu_s", tokens / cpu);
    results.put("tokens_per_wall_s", tokens / wall);
    results.put("gemm_gflops", gflops);
    results.put("flops_per_token", flops);
    results.put("roofline_fraction", tokens / cpu * flops / (gflops * 1e9));
    results.put("peak_rss_mb", PeakMemory.residentMegabytes());
    return results;
  }

  private static void tagAll(Tagger tagger, List<List<String>> sentences) {
    for (int from = 0; from < sentences.size(); from += CALL) {
      int to = Math.min(sentences.size(), from + CALL);
      tagger.tagSentences(sentences.subList(from, to), false);
    }
  }

  /** Milliseconds from a sentence to its entities, one sentence at a time: median and 99 %. */
  public static Map<String, Double> latency(NerModel model, List<List<String>> sentences) {
    Tagger tagger = Tagger.of(model);
    double warm = CpuTime.threadSeconds() + WARM_UP_SECONDS;
    int next = 0;
    while (CpuTime.threadSeconds() < warm) {
      tagger.tagSentences(List.of(sentences.get(next++ % sentences.size())), false);
    }
    double[] milliseconds = new double[LATENCY_SENTENCES];
    for (int i = 0; i < milliseconds.length; i++) {
      List<List<String>> sentence = List.of(sentences.get(i % sentences.size()));
      long start = System.nanoTime();
      tagger.tagSentences(sentence, false);
      milliseconds[i] = (System.nanoTime() - start) / 1e6;
    }
    Arrays.sort(milliseconds);
    Map<String, Double> results = new LinkedHashMap<>();
    results.put("p50_ms", milliseconds[milliseconds.length / 2]);
    results.put("p99_ms", milliseconds[milliseconds.length * 99 / 100]);
    results.put("peak_rss_mb", PeakMemory.residentMegabytes());
    return results;
  }

  /**
   * Seconds to load a saved model, and from the start of this JVM to the end of the first text. For
   * a JVM that has done nothing else.
   */
  public static Map<String, Double> start(Path model) {
    long start = System.nanoTime();
    Tagger tagger = Tagger.load(model);
    double load = (System.nanoTime() - start) / 1e9;
    tagger.tag("Ada Lovelace was born in London.");
    long born = ManagementFactory.getRuntimeMXBean().getStartTime();
    Map<String, Double> results = new LinkedHashMap<>();
    results.put("load_s", load);
    results.put("first_entity_s", (System.currentTimeMillis() - born) / 1e3);
    results.put("peak_rss_mb", PeakMemory.residentMegabytes());
    return results;
  }

  /**
   * {@code EngineBenchmark engine|latency [CONLL-FILE [MODEL]]} or {@code EngineBenchmark start
   * MODEL}.
   */
  public static void main(String[] arguments) {
    Map<String, Double> results;
    if (arguments[0].equals("start")) {
      results = start(Path.of(arguments[1]));
    } else {
      List<List<String>> sentences = new ArrayList<>();
      NerModel model;
      if (arguments.length > 1) {
        for (LabeledSentence sentence :
            CorpusReader.readAll(Path.of(arguments[1]), CorpusFormat.named("conll"))) {
          sentences.add(sentence.tokens());
        }
        model =
            arguments.length > 2
                ? ModelReader.read(Path.of(arguments[2]))
                : BenchmarkText.modelFor(sentences);
      } else {
        model = BenchmarkText.model();
        sentences = BenchmarkText.sentences(model.lexicon(), 50_000);
      }
      results =
          arguments[0].equals("latency") ? latency(model, sentences) : throughput(model, sentences);
    }
    results.forEach((name, value) -> System.out.printf(Locale.ROOT, "%s=%.3f%n", name, value));
  }
}
