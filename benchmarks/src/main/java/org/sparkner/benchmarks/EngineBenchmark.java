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

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sparkner.model.NerModel;
import org.sparkner.tagger.Precision;
import org.sparkner.tagger.Tagger;

/**
 * Measures the tagger from tokens to tags, entities and confidences. Figures are medians of rounds,
 * with a measurement of the machine's GEMM rate before each, under the names that {@code spark-ner
 * bench engine --json} prints:
 *
 * <ul>
 *   <li>{@code tokens_per_cpu_s}: one thread, words seen before; CPU time of the whole process, its
 *       garbage collector and compiler too
 *   <li>{@code tokens_per_wall_s}: the same by the clock
 *   <li>{@code gemm_gflops}, {@code flops_per_token}, {@code roofline_fraction}: the best GEMM rate
 *       of the run, operations of all products of the forward pass, and tokens a CPU-second
 *       relative to the quotient of the two; not for models without products
 *   <li>{@code paired_fraction}: the same of each round, relative to the GEMM rate directly before
 *       it, which on a machine that is shared says more
 *   <li>{@code first_pass_tokens_per_cpu_s}, {@code first_pass_fraction}: the text once through a
 *       tagger that has seen no word yet, in a JVM that is warm; relative to {@code
 *       tokens_per_cpu_s}
 *   <li>{@code allocated_bytes_per_token}: garbage and results of one thread
 *   <li>{@code share_projections}, {@code share_recurrence}, {@code share_emissions}, {@code
 *       share_crf}, {@code share_other}: where the time goes
 *   <li>{@code threads}, {@code threads_tokens_per_wall_s}, {@code speedup}: that many threads,
 *       each with the whole text, one tagger; relative to one thread directly before and after
 *   <li>{@code speedup_lower_quartile}, {@code speedup_upper_quartile}: of the rounds
 *   <li>{@code machine_speedup}: the same of matrix products that stay in the caches, in the same
 *       rounds: what the machine's cores gave in these minutes
 *   <li>{@code peak_rss_mb}
 * </ul>
 */
final class EngineBenchmark {
  /** Sentences that are tagged in one call. */
  private static final int CALL = 4096;

  private final NerModel model;
  private final List<List<String>> sentences;
  private final Precision precision;
  private final Effort effort;
  private final double tokens;

  /**
   * @param sentences at least one, of tokens
   */
  EngineBenchmark(
      NerModel model, List<List<String>> sentences, Precision precision, Effort effort) {
    this.model = model;
    this.sentences = sentences;
    this.precision = precision;
    this.effort = effort;
    tokens = sentences.stream().mapToLong(List::size).sum();
  }

  /**
   * Measures.
   *
   * @param threads of the speed-up, which is left out for 1
   */
  Map<String, Double> run(int threads) {
    Tagger tagger = Tagger.of(model, precision);
    GemmRate gemm = new GemmRate(effort.roundSeconds() / 20);
    double flops = model.flopsPerToken();
    int passes = warmUp(tagger);
    Rounds cpu = new Rounds();
    Rounds wall = new Rounds();
    Rounds paired = new Rounds();
    Rounds firstCpu = new Rounds();
    Rounds together = new Rounds();
    Rounds speedup = new Rounds();
    Rounds machine = new Rounds();
    Rounds allocated = new Rounds();
    for (int round = 0; round < effort.rounds(); round++) {
      double rate = gemm.measure();
      double bytes = CpuTime.allocatedBytes();
      double start = CpuTime.processSeconds();
      long wallStart = System.nanoTime();
      pass(tagger, passes);
      double clock = (System.nanoTime() - wallStart) / 1e9 / passes;
      wall.add(clock);
      double seconds = (CpuTime.processSeconds() - start) / passes;
      cpu.add(seconds);
      paired.add(tokens / seconds * flops / (rate * 1e9));
      allocated.add((CpuTime.allocatedBytes() - bytes) / passes);
      firstCpu.add(firstPass());
      if (threads > 1) {
        double all = Together.seconds(threads, () -> () -> pass(tagger, passes)) / passes;
        together.add(all);
        // One thread before and after it, for the speed of a machine drifts.
        long after = System.nanoTime();
        pass(tagger, passes);
        double alone = (clock + (System.nanoTime() - after) / 1e9 / passes) / 2;
        speedup.add(threads * alone / all);
        machine.add(gemm.speedup(threads));
      }
    }
    gemm.measure();
    Map<String, Double> results = new LinkedHashMap<>();
    results.put("tokens_per_cpu_s", tokens / cpu.median());
    results.put("tokens_per_wall_s", tokens / wall.median());
    results.put("gemm_gflops", gemm.best());
    results.put("flops_per_token", flops);
    results.put("roofline_fraction", tokens / cpu.median() * flops / (gemm.best() * 1e9));
    results.put("paired_fraction", paired.median());
    results.put("first_pass_tokens_per_cpu_s", tokens / firstCpu.median());
    results.put("first_pass_fraction", cpu.median() / firstCpu.median());
    results.put("allocated_bytes_per_token", allocated.median() / tokens);
    results.putAll(PhaseProfile.of(() -> pass(tagger, effort.rounds() * passes)));
    if (threads > 1) {
      results.put("threads", (double) threads);
      results.put("threads_tokens_per_wall_s", threads * tokens / together.median());
      results.put("speedup", speedup.median());
      results.put("speedup_lower_quartile", speedup.quantile(0.25));
      results.put("speedup_upper_quartile", speedup.quantile(0.75));
      results.put("machine_speedup", machine.median());
    }
    results.put("peak_rss_mb", PeakMemory.residentMegabytes());
    return results;
  }

  /** Returns the passes over the text that a round needs. */
  private int warmUp(Tagger tagger) {
    double begin = CpuTime.threadSeconds();
    double pass;
    do {
      firstPass();
      double start = CpuTime.threadSeconds();
      pass(tagger, 1);
      pass = CpuTime.threadSeconds() - start;
    } while (CpuTime.threadSeconds() - begin < effort.warmUpSeconds());
    return (int) Math.ceil(effort.roundSeconds() / pass);
  }

  private void pass(Tagger tagger, int times) {
    for (int time = 0; time < times; time++) {
      for (int from = 0; from < sentences.size(); from += CALL) {
        int to = Math.min(sentences.size(), from + CALL);
        tagger.tagSentences(sentences.subList(from, to), false);
      }
    }
  }

  private double firstPass() {
    Tagger unread = Tagger.of(model, precision);
    double start = CpuTime.processSeconds();
    pass(unread, 1);
    return CpuTime.processSeconds() - start;
  }
}
