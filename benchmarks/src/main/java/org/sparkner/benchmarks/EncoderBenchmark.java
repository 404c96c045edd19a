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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sparkner.model.NeuralModel;
import org.sparkner.pretrained.EncoderInput;
import org.sparkner.pretrained.EncoderSession;
import org.sparkner.pretrained.PretrainedEncoder;
import org.sparkner.pretrained.Vectors;
import org.sparkner.tagger.Precision;
import org.sparkner.tagger.Tagger;

/**
 * Measures a pretrained encoder, by itself and within a tagger, without kept vectors. Figures are
 * medians of rounds, with a measurement of the machine's GEMM rate before each, under the names
 * that {@code spark-ner bench encoder --json} prints:
 *
 * <ul>
 *   <li>{@code load_s}: to make the graph ready to run, in a JVM that has not yet loaded ONNX
 *       Runtime
 *   <li>{@code tokens_per_cpu_s}, {@code tokens_per_wall_s}: from word pieces to vectors, by one
 *       calling thread or several at the same time; CPU time of the whole process
 *   <li>{@code pieces_per_token}: word pieces, with those that begin and end a window
 *   <li>{@code gemm_gflops}, {@code flops_per_token}, {@code roofline_fraction}: the best rate of
 *       products in single precision on one core, operations of the encoder's products, and tokens
 *       a CPU-second relative to the quotient of the two; 8-bit graphs may exceed 1
 *   <li>{@code largest_difference}: between the values of a sentence read with others and alone
 *   <li>{@code p50_ms}, {@code p99_ms}: one sentence at a time, by the clock
 *   <li>{@code tagger_tokens_per_cpu_s}, {@code tagger_tokens_per_wall_s}: of the whole tagger, if
 *       a model is given
 *   <li>{@code peak_rss_mb}
 * </ul>
 */
final class EncoderBenchmark {
  /** Sentences that are read in one call. */
  private static final int CALL = 1024;

  private final PretrainedEncoder encoder;
  private final NeuralModel model;
  private final List<List<String>> sentences;
  private final int callers;
  private final Effort effort;
  private final double tokens;

  /**
   * @param encoder on its device, with no memory for vectors
   * @param model with that encoder; null to measure the encoder alone
   * @param sentences at least one, of tokens
   * @param callers threads that each read all sentences, as tasks of an executor do
   */
  EncoderBenchmark(
      PretrainedEncoder encoder,
      NeuralModel model,
      List<List<String>> sentences,
      int callers,
      Effort effort) {
    this.encoder = encoder;
    this.model = model;
    this.sentences = sentences;
    this.callers = callers;
    this.effort = effort;
    tokens = sentences.stream().mapToLong(List::size).sum();
  }

  Map<String, Double> run(Precision precision) {
    long begin = System.nanoTime();
    EncoderSession session = encoder.session();
    double load = (System.nanoTime() - begin) / 1e9;
    List<List<EncoderInput>> calls = calls();
    EncoderFlops flops = EncoderFlops.of(encoder);
    double operations = 0;
    long pieces = 0;
    for (List<EncoderInput> call : calls) {
      for (EncoderInput window : call) {
        operations += flops.ofWindow(window.pieces().length);
        pieces += window.pieces().length;
      }
    }
    GemmRate gemm = new GemmRate(effort.roundSeconds() / 20);
    Runnable raw = () -> Together.seconds(callers, () -> () -> calls.forEach(session::run));
    Tagger tagger = model == null ? null : Tagger.of(model, precision);
    int passes = passes(raw);
    Rounds cpu = new Rounds();
    Rounds wall = new Rounds();
    Rounds tagCpu = new Rounds();
    Rounds tagWall = new Rounds();
    for (int round = 0; round < effort.rounds(); round++) {
      gemm.measure();
      time(raw, passes, cpu, wall);
      if (tagger != null) {
        time(
            () -> Together.seconds(callers, () -> () -> tagger.tagSentences(sentences, false)),
            passes,
            tagCpu,
            tagWall);
      }
    }
    gemm.measure();
    Map<String, Double> results = new LinkedHashMap<>();
    results.put("load_s", load);
    results.put("tokens_per_cpu_s", callers * tokens / cpu.median());
    results.put("tokens_per_wall_s", callers * tokens / wall.median());
    results.put("pieces_per_token", pieces / tokens);
    results.put("gemm_gflops", gemm.best());
    results.put("flops_per_token", operations / tokens);
    results.put("roofline_fraction", callers * operations / cpu.median() / (gemm.best() * 1e9));
    double[] alone = alone(session, calls, results);
    Arrays.sort(alone);
    results.put("p50_ms", alone[alone.length / 2]);
    results.put("p99_ms", alone[alone.length * 99 / 100]);
    if (tagger != null) {
      results.put("tagger_tokens_per_cpu_s", callers * tokens / tagCpu.median());
      results.put("tagger_tokens_per_wall_s", callers * tokens / tagWall.median());
    }
    results.put("peak_rss_mb", PeakMemory.residentMegabytes());
    return results;
  }

  /** The windows of so many sentences together. */
  private List<List<EncoderInput>> calls() {
    List<List<EncoderInput>> calls = new ArrayList<>();
    for (int from = 0; from < sentences.size(); from += CALL) {
      List<EncoderInput> call = new ArrayList<>();
      for (List<String> sentence :
          sentences.subList(from, Math.min(sentences.size(), from + CALL))) {
        call.addAll(encoder.inputs(sentence));
      }
      calls.add(call);
    }
    return calls;
  }

  /** Passes that a round needs, after a warm-up. */
  private int passes(Runnable pass) {
    double begin = CpuTime.processSeconds();
    double last;
    do {
      double start = CpuTime.processSeconds();
      pass.run();
      last = Math.max(0.01, CpuTime.processSeconds() - start);
    } while (CpuTime.processSeconds() - begin < effort.warmUpSeconds());
    return Math.max(1, (int) Math.ceil(effort.roundSeconds() / last));
  }

  private static void time(Runnable pass, int passes, Rounds cpu, Rounds wall) {
    double start = CpuTime.processSeconds();
    long begin = System.nanoTime();
    for (int i = 0; i < passes; i++) {
      pass.run();
    }
    wall.add((System.nanoTime() - begin) / 1e9 / passes);
    cpu.add((CpuTime.processSeconds() - start) / passes);
  }

  /** Milliseconds of each window by itself, of the first call; and how far its values move. */
  private static double[] alone(
      EncoderSession session, List<List<EncoderInput>> calls, Map<String, Double> results) {
    List<EncoderInput> windows = calls.get(0);
    List<Vectors> together = session.run(windows);
    double[] times = new double[windows.size()];
    double largest = 0;
    for (int i = 0; i < times.length; i++) {
      long start = System.nanoTime();
      float[] alone = session.run(List.of(windows.get(i))).get(0).values();
      times[i] = (System.nanoTime() - start) / 1e6;
      for (int j = 0; j < alone.length; j++) {
        largest = Math.max(largest, Math.abs(alone[j] - together.get(i).values()[j]));
      }
    }
    results.put("largest_difference", largest);
    return times;
  }
}
