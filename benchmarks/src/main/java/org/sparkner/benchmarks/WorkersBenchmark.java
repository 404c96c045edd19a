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

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.sparkner.corpus.LabeledSentence;
import org.sparkner.jobs.process.Sessions;
import org.sparkner.jobs.settings.DistributionSettings;
import org.sparkner.jobs.settings.Settings;
import org.sparkner.lexicon.WordVectors;
import org.sparkner.spark.training.SerializableSentence;
import org.sparkner.train.Checkpointing;
import org.sparkner.train.TrainingListener;
import org.sparkner.train.TrainingListener.RoundReport;
import org.sparkner.train.TrainingOptions;
import org.sparkner.train.rounds.AveragingOptions;

/**
 * Measures training by several workers against one, each with a core of this machine, and what
 * averaging costs. Rounds of the full length from the beginning.
 *
 * @param workers to measure
 * @param seconds of each of the two trainings
 */
record WorkersBenchmark(int workers, double seconds) {
  /** Of each training: what the compiler of the JVM needs. */
  private static final double WARM_UP_SHARE = 0.4;

  /**
   * {@code speedup} is tokens a second of all workers over those of one, {@code round_overhead_s}
   * the median of what a round takes beyond the steps of its slowest worker, {@code overhead_share}
   * that part of the whole time, {@code averaging_share} the part of reading, writing and averaging
   * alone; also {@code tokens_per_wall_s}, of all workers and of one, and the bytes of a round.
   */
  Map<String, Double> run(List<LabeledSentence> sentences, WordVectors vectors, Settings settings) {
    List<RoundReport> one = rounds(1, sentences, vectors, settings);
    List<RoundReport> all = rounds(workers, sentences, vectors, settings);
    double[] overheads =
        all.stream().mapToDouble(round -> round.seconds() - round.computeSeconds()).toArray();
    Arrays.sort(overheads);
    Map<String, Double> results = new LinkedHashMap<>();
    results.put("speedup", tokensPerSecond(all) / tokensPerSecond(one));
    results.put("round_overhead_s", overheads[overheads.length / 2]);
    double whole = all.stream().mapToDouble(RoundReport::seconds).sum();
    results.put("overhead_share", Arrays.stream(overheads).sum() / whole);
    results.put(
        "averaging_share", all.stream().mapToDouble(RoundReport::sendSeconds).sum() / whole);
    results.put("tokens_per_wall_s", tokensPerSecond(all));
    results.put("one_worker_tokens_per_wall_s", tokensPerSecond(one));
    results.put(
        "bytes_sent", all.stream().mapToLong(RoundReport::bytesSent).average().orElseThrow());
    results.put(
        "bytes_received",
        all.stream().mapToLong(RoundReport::bytesReceived).average().orElseThrow());
    return results;
  }

  private static double tokensPerSecond(List<RoundReport> rounds) {
    return rounds.stream().mapToLong(RoundReport::tokens).sum()
        / rounds.stream().mapToDouble(RoundReport::seconds).sum();
  }

  /** The rounds after the warm-up of a training in a Spark of so many cores. */
  private List<RoundReport> rounds(
      int workers, List<LabeledSentence> sentences, WordVectors vectors, Settings settings) {
    SparkSession spark = Sessions.openLocal(settings, workers);
    try {
      DistributionSettings distribution = new DistributionSettings(settings);
      AveragingOptions averaging =
          distribution.averaging(workers).withRecipe(recipe -> recipe.withAveragingWarmUp(0));
      TrainingOptions options =
          TrainingOptions.DEFAULT
              .overlaid(settings)
              .withRecipe(
                  recipe ->
                      recipe
                          .withEpochs(Integer.MAX_VALUE)
                          .withPatience(Integer.MAX_VALUE)
                          .withTimeLimit(Duration.ofMillis(Math.round(1000 * seconds))));
      List<RoundReport> rounds = new ArrayList<>();
      JavaRDD<SerializableSentence> data =
          JavaSparkContext.fromSparkContext(spark.sparkContext())
              .parallelize(sentences.stream().map(SerializableSentence::of).toList(), workers);
      distribution
          .trainer(spark, options, averaging)
          .train(
              data,
              List.of(),
              vectors,
              Checkpointing.NONE,
              new TrainingListener() {
                @Override
                public void onRound(RoundReport round) {
                  rounds.add(round);
                }
              });
      return warm(rounds);
    } finally {
      Sessions.close();
    }
  }

  private static List<RoundReport> warm(List<RoundReport> rounds) {
    double whole = rounds.stream().mapToDouble(RoundReport::seconds).sum();
    double passed = 0;
    int first = 0;
    while (first < rounds.size() - 1 && passed < WARM_UP_SHARE * whole) {
      passed += rounds.get(first++).seconds();
    }
    return rounds.subList(first, rounds.size());
  }
}
