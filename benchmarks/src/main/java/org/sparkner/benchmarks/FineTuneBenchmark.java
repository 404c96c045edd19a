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
import org.sparkner.pretrained.EncoderInput;
import org.sparkner.pretrained.EncoderTuning;
import org.sparkner.pretrained.PretrainedEncoder;
import org.sparkner.pretrained.TrainableEncoder;
import org.sparkner.pretrained.TrainableEncoderLibrary;

/**
 * Measures a pretrained encoder that learns, without a network on top of it: forward, backward and
 * update of its weights, on windows of text that are as full as whole sentences make them. Figures
 * are medians of rounds, with a measurement of the machine's GEMM rate before each, under the names
 * that {@code spark-ner bench fine-tune --json} prints:
 *
 * <ul>
 *   <li>{@code tokens_per_cpu_s}, {@code tokens_per_wall_s}: CPU time of the whole process
 *   <li>{@code pieces_per_token}, {@code pieces_per_step}: word pieces, with those that begin and
 *       end a window
 *   <li>{@code gemm_gflops}, {@code flops_per_token}, {@code roofline_fraction}: the best rate of
 *       products in single precision on one core, operations of the forward pass, and tokens a
 *       CPU-second relative to the quotient of the two, where a step counts as three forward
 *       passes; products of 16 bits, or layers that do not learn, may exceed 1
 *   <li>{@code peak_rss_mb}
 * </ul>
 */
final class FineTuneBenchmark {
  private static final double LEARNING_RATE = 1e-5;

  /** What a token's loss would send back, so that no gradient vanishes or explodes. */
  private static final float GRADIENT = 1e-3f;

  private final PretrainedEncoder encoder;
  private final List<Batch> batches;
  private final Effort effort;
  private long steps;

  /** Windows of a step, with what they cost. */
  private record Batch(List<EncoderInput> windows, int tokens, int pieces, double flops) {}

  /**
   * @param encoder that reads windows of the length to measure
   * @param sentences at least one, of tokens
   * @param windows of a step
   */
  FineTuneBenchmark(
      PretrainedEncoder encoder, List<List<String>> sentences, int windows, Effort effort) {
    this.encoder = encoder;
    this.effort = effort;
    batches = batches(sentences, windows);
  }

  Map<String, Double> run(EncoderTuning tuning) {
    GemmRate gemm = new GemmRate(effort.roundSeconds() / 20);
    Rounds cpu = new Rounds();
    Rounds wall = new Rounds();
    try (TrainableEncoder learning = TrainableEncoderLibrary.open(encoder, tuning)) {
      learn(learning, effort.warmUpSeconds());
      for (int round = 0; round < effort.rounds(); round++) {
        gemm.measure();
        double start = CpuTime.processSeconds();
        long begin = System.nanoTime();
        long tokens = learn(learning, effort.roundSeconds());
        wall.add((System.nanoTime() - begin) / 1e9 / tokens);
        cpu.add((CpuTime.processSeconds() - start) / tokens);
      }
    }
    gemm.measure();
    return results(gemm.best(), cpu.median(), wall.median());
  }

  private Map<String, Double> results(double gflops, double cpuSeconds, double wallSeconds) {
    double tokens = batches.stream().mapToDouble(Batch::tokens).sum();
    double pieces = batches.stream().mapToDouble(Batch::pieces).sum();
    double flops = batches.stream().mapToDouble(Batch::flops).sum() / tokens;
    Map<String, Double> results = new LinkedHashMap<>();
    results.put("tokens_per_cpu_s", 1 / cpuSeconds);
    results.put("tokens_per_wall_s", 1 / wallSeconds);
    results.put("pieces_per_token", pieces / tokens);
    results.put("pieces_per_step", pieces / batches.size());
    results.put("gemm_gflops", gflops);
    results.put("flops_per_token", flops);
    results.put(
        "roofline_fraction", TrainingBenchmark.PASSES * flops / cpuSeconds / (gflops * 1e9));
    results.put("peak_rss_mb", PeakMemory.residentMegabytes());
    return results;
  }

  /**
   * Goes on with the batches, again and again.
   *
   * @param seconds by the clock, at least
   * @return tokens that were learned from
   */
  private long learn(TrainableEncoder learning, double seconds) {
    long begin = System.nanoTime();
    long tokens = 0;
    do {
      Batch batch = batches.get((int) (steps % batches.size()));
      List<float[]> vectors = learning.forward(batch.windows(), steps++);
      vectors.forEach(ofWindow -> Arrays.fill(ofWindow, GRADIENT));
      learning.backward(vectors);
      learning.gradientNorm();
      learning.update(LEARNING_RATE, 1.0 / batch.tokens());
      tokens += batch.tokens();
    } while ((System.nanoTime() - begin) / 1e9 < seconds);
    return tokens;
  }

  private List<Batch> batches(List<List<String>> sentences, int size) {
    EncoderFlops flops = EncoderFlops.of(encoder);
    List<EncoderInput> windows = windows(sentences);
    List<Batch> found = new ArrayList<>();
    for (int from = 0; from < windows.size(); from += size) {
      List<EncoderInput> batch = windows.subList(from, Math.min(windows.size(), from + size));
      found.add(
          new Batch(
              batch,
              batch.stream().mapToInt(window -> window.firsts().length).sum(),
              batch.stream().mapToInt(window -> window.pieces().length).sum(),
              batch.stream().mapToDouble(window -> flops.ofWindow(window.pieces().length)).sum()));
    }
    return found;
  }

  /** Sentences that follow each other, as many as the encoder reads at once. */
  private List<EncoderInput> windows(List<List<String>> sentences) {
    List<EncoderInput> windows = new ArrayList<>();
    List<String> text = new ArrayList<>();
    int pieces = 0;
    for (List<String> sentence : sentences) {
      int own = Arrays.stream(encoder.pieceCounts(sentence)).sum();
      if (!text.isEmpty() && pieces + own > encoder.capacity()) {
        windows.addAll(encoder.inputs(text));
        text.clear();
        pieces = 0;
      }
      text.addAll(sentence);
      pieces += own;
    }
    windows.addAll(encoder.inputs(text));
    return windows;
  }
}
