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
import org.sparkner.model.NerModel;
import org.sparkner.tagger.Precision;
import org.sparkner.tagger.Tagger;

/**
 * Measures one sentence of 20 tokens at a time, from its tokens to its entities: {@code p50_ms},
 * {@code p99_ms} by the clock, each the median of rounds.
 */
final class LatencyBenchmark {
  private static final int TOKENS = 20;

  private LatencyBenchmark() {}

  /**
   * @param sentences whose tokens are taken one after the other, 20 at a time
   */
  static Map<String, Double> run(
      NerModel model, List<List<String>> sentences, Precision precision, Effort effort) {
    Tagger tagger = Tagger.of(model, precision);
    List<List<List<String>>> requests = requests(sentences);
    double warm = CpuTime.threadSeconds() + effort.warmUpSeconds();
    while (CpuTime.threadSeconds() < warm) {
      milliseconds(tagger, requests);
    }
    Rounds median = new Rounds();
    Rounds worst = new Rounds();
    for (int round = 0; round < effort.rounds(); round++) {
      double[] sorted = milliseconds(tagger, requests);
      Arrays.sort(sorted);
      median.add(sorted[sorted.length / 2]);
      worst.add(sorted[sorted.length * 99 / 100]);
    }
    Map<String, Double> results = new LinkedHashMap<>();
    results.put("p50_ms", median.median());
    results.put("p99_ms", worst.median());
    results.put("peak_rss_mb", PeakMemory.residentMegabytes());
    return results;
  }

  private static List<List<List<String>>> requests(List<List<String>> sentences) {
    List<String> tokens = new ArrayList<>();
    sentences.forEach(tokens::addAll);
    List<List<List<String>>> requests = new ArrayList<>();
    for (int from = 0; from == 0 || from + TOKENS <= tokens.size(); from += TOKENS) {
      requests.add(
          List.of(List.copyOf(tokens.subList(from, Math.min(tokens.size(), from + TOKENS)))));
    }
    return requests;
  }

  private static double[] milliseconds(Tagger tagger, List<List<List<String>>> requests) {
    double[] times = new double[requests.size()];
    for (int i = 0; i < times.length; i++) {
      long start = System.nanoTime();
      tagger.tagSentences(requests.get(i), false);
      times[i] = (System.nanoTime() - start) / 1e6;
    }
    return times;
  }
}
