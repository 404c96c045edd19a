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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.sparkner.jobs.console.StatusLine;
import org.sparkner.jobs.process.Sessions;
import org.sparkner.jobs.settings.Settings;
import org.sparkner.lexicon.WordVectors;
import org.sparkner.model.Architecture;
import org.sparkner.spark.training.ClusterTrainer;
import org.sparkner.spark.training.DistributedTraining;
import org.sparkner.spark.training.SerializableSentence;
import org.sparkner.train.Checkpointing;
import org.sparkner.train.TrainingListener;
import org.sparkner.train.TrainingListener.RoundReport;
import org.sparkner.train.TrainingOptions;
import org.sparkner.train.rounds.AveragingOptions;

/**
 * Measures what a round of two workers costs besides their steps, for each way to run rounds: the
 * network of the default sizes, a step a round, word vectors that do not learn and so are sent once
 * only. The ways take turns, so that a machine that slows down does so for all.
 */
final class RoundBenchmark {
  private static final List<String> WAYS = DistributedTraining.names();
  private static final int WORKERS = 2;
  private static final int TURNS = 3;
  private static final int SENTENCES = 600;

  /** The first loads and compiles. */
  private static final int EPOCHS = 2;

  private RoundBenchmark() {}

  /**
   * Medians of the rounds, for each way under its name; the default's overhead is {@code
   * round_overhead_s}. Overhead is all but the steps of the slower worker.
   */
  static Map<String, Double> run(Settings settings, StatusLine progress) {
    SparkContext context = Sessions.open(settings).sparkContext();
    Map<String, List<RoundReport>> rounds = new LinkedHashMap<>();
    for (int turn = 0; turn < TURNS; turn++) {
      for (String way : WAYS) {
        progress.begin("measuring " + way);
        rounds.computeIfAbsent(way, name -> new ArrayList<>()).addAll(rounds(context, way));
      }
    }
    Map<String, Double> results = new LinkedHashMap<>();
    results.put("round_overhead_s", median(rounds.get(WAYS.get(0)), RoundBenchmark::overhead));
    rounds.forEach(
        (way, reports) -> {
          results.put(way + "_round_overhead_s", median(reports, RoundBenchmark::overhead));
          results.put(way + "_send_s", median(reports, RoundReport::sendSeconds));
          results.put(way + "_wait_s", median(reports, RoundReport::waitSeconds));
          results.put(way + "_compute_s", median(reports, RoundReport::computeSeconds));
          results.put(way + "_bytes_sent", median(reports, RoundReport::bytesSent));
          results.put(way + "_bytes_received", median(reports, RoundReport::bytesReceived));
        });
    return results;
  }

  private static double overhead(RoundReport round) {
    return round.seconds() - round.computeSeconds();
  }

  private static double median(List<RoundReport> rounds, ToDoubleFunction<RoundReport> figure) {
    double[] sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
    return sorted[sorted.length / 2];
  }

  private static List<RoundReport> rounds(SparkContext context, String way) {
    List<RoundReport> counted = new ArrayList<>();
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void onRound(RoundReport round) {
            if (round.epoch() > 1) {
              counted.add(round);
            }
          }
        };
    new ClusterTrainer(
            context,
            TrainingOptions.DEFAULT.withRecipe(
                recipe -> recipe.withEpochs(EPOCHS).withFineTuneVectors(false)),
            AveragingOptions.of(WORKERS)
                .withRecipe(
                    recipe ->
                        recipe
                            .with()
                            .averagingInterval(1)
                            .averagingWarmUp(0)
                            .rateScaling(0)
                            .batchScaling(0)
                            .build()),
            DistributedTraining.named(way),
            1)
        .train(
            sentences(context),
            List.of(),
            WordVectors.none(Architecture.DEFAULT.wordDimension()),
            Checkpointing.NONE,
            listener);
    return counted;
  }

  private static JavaRDD<SerializableSentence> sentences(SparkContext context) {
    List<SerializableSentence> sentences =
        TrainingBenchmark.syntheticSentences().stream()
            .limit(SENTENCES)
            .map(SerializableSentence::of)
            .toList();
    return JavaSparkContext.fromSparkContext(context).parallelize(sentences, WORKERS);
  }
}
