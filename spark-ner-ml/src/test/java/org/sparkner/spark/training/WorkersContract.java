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

package org.sparkner.spark.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sparkner.corpus.CorpusFingerprint;
import org.sparkner.corpus.LabeledSentence;
import org.sparkner.lexicon.WordCounts;
import org.sparkner.lexicon.WordVectors;
import org.sparkner.model.Architecture;
import org.sparkner.model.InputFeatures;
import org.sparkner.model.NerModel;
import org.sparkner.model.Tensor;
import org.sparkner.spark.SparkTest;
import org.sparkner.train.Checkpointing;
import org.sparkner.train.Corpus;
import org.sparkner.train.CorpusSurvey;
import org.sparkner.train.IndexedShard;
import org.sparkner.train.ShardIndexer;
import org.sparkner.train.Trainer;
import org.sparkner.train.TrainingListener;
import org.sparkner.train.TrainingOptions;
import org.sparkner.train.rounds.AveragingOptions;
import org.sparkner.train.rounds.RoundTrainer;

/** What every {@link DistributedTraining} does. */
public abstract class WorkersContract extends SparkTest {
  private static final List<String> PEOPLE = List.of("Ada", "Alan", "Grace", "Edsger");
  private static final List<LabeledSentence> TRAIN = sentences(60, 1);
  private static final List<LabeledSentence> VALID = sentences(20, 2);
  private static final WordVectors NO_VECTORS = WordVectors.none(10);

  protected abstract DistributedTraining training();

  /** What computes the networks. */
  protected String backend() {
    return "java";
  }

  /** Sentences of four tokens each. */
  private static List<LabeledSentence> sentences(int count, long seed) {
    Random random = new Random(seed);
    List<LabeledSentence> sentences = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String who = PEOPLE.get(random.nextInt(PEOPLE.size()));
      String where = "town" + random.nextInt(20);
      sentences.add(
          new LabeledSentence(
              List.of(who, "visits", where, "."),
              List.of("B-PER", "O", "B-LOC", "O"),
              List.of("PROPN", "VERB", "PROPN", "PUNCT")));
    }
    return sentences;
  }

  private TrainingOptions options(int batchSize, double momentum, double dropout) {
    return TrainingOptions.DEFAULT
        .withArchitecture(
            Architecture.DEFAULT
                .with()
                .wordDimension(10)
                .characterDimension(5)
                .characterFilters(5)
                .hidden(12)
                .maxWordLength(10)
                .build()
                .withFeatures(InputFeatures.NONE.withAttributeDimension(3)))
        .withRecipe(
            recipe ->
                recipe
                    .with()
                    .epochs(3)
                    .patience(3)
                    .batchSize(batchSize)
                    .learningRate(0.1)
                    .momentum(momentum)
                    .maxGradientNorm(100)
                    .dropout(dropout)
                    .minimumAffixCount(2)
                    .seed(7)
                    .trainingBackend(backend())
                    .build());
  }

  private static AveragingOptions averaging(int workers, int interval) {
    return AveragingOptions.of(workers)
        .withRecipe(
            recipe ->
                recipe
                    .with()
                    .averagingInterval(interval)
                    .averagingWarmUp(0)
                    .rateScaling(0)
                    .batchScaling(0)
                    .build());
  }

  private NerModel train(
      TrainingOptions options,
      AveragingOptions averaging,
      int aggregationDepth,
      TrainingListener listener) {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(SPARK.sparkContext());
    CorpusSurvey survey = new CorpusSurvey();
    TRAIN.forEach(survey::add);
    Corpus corpus =
        new Corpus(
            survey,
            WordCounts.of(TRAIN.stream().map(LabeledSentence::tokens).toList()),
            CorpusFingerprint.of(TRAIN));
    return new RoundTrainer(options, averaging)
        .train(
            corpus,
            VALID,
            NO_VECTORS,
            (blueprint, lexicon) -> {
              List<IndexedShard> shards = new ArrayList<>();
              for (int worker = 0; worker < averaging.workers(); worker++) {
                ShardIndexer encoder = blueprint.indexer(lexicon);
                for (int i = worker; i < TRAIN.size(); i += averaging.workers()) {
                  encoder.add(TRAIN.get(i));
                }
                shards.add(encoder.shard());
              }
              JavaRDD<IndexedShard> distributed = context.parallelize(shards, shards.size());
              return training().open(distributed, blueprint, aggregationDepth);
            },
            Checkpointing.NONE,
            listener);
  }

  private static NerModel trainHere(TrainingOptions options) {
    return new Trainer(options)
        .train(TRAIN, VALID, NO_VECTORS, Checkpointing.NONE, TrainingListener.NONE);
  }

  @Test
  void itIsFoundByItsName() {
    assertThat(DistributedTraining.named(training().name())).isInstanceOf(training().getClass());
  }

  @Test
  void oneWorkerIsTheTrainerBitForBit() {
    TrainingOptions options = options(4, 0.9, 0.3);
    NerModel here = trainHere(options);
    NerModel there = train(options, averaging(1, 4), 2, TrainingListener.NONE);
    for (Tensor tensor : here.weights().tensors()) {
      assertThat(there.weights().values(tensor.name()))
          .as(tensor.name())
          .isEqualTo(tensor.values());
    }
  }

  @ParameterizedTest
  @CsvSource({"2, 1", "5, 1", "5, 3"})
  void workersThatAverageEveryPlainStepAreOneMachineWithALargerBatch(int workers, int depth) {
    NerModel here = trainHere(options(60, 0, 0));
    NerModel there =
        train(options(60 / workers, 0, 0), averaging(workers, 1), depth, TrainingListener.NONE);
    for (Tensor tensor : here.weights().tensors()) {
      assertThat(there.weights().values(tensor.name()))
          .as(tensor.name())
          .containsExactly(tensor.values(), within(1e-5f));
    }
  }

  @Test
  void everySentenceIsUsedOnceAnEpochAndTheSameWeightsComeOutAgain() {
    long[] sentences = new long[3];
    TrainingListener counter =
        new TrainingListener() {
          @Override
          public void onRound(RoundReport round) {
            sentences[round.epoch() - 1] += round.sentences();
            assertThat(round.bytesSent()).isPositive();
            assertThat(round.bytesReceived()).isPositive();
          }
        };
    NerModel once = train(options(3, 0.9, 0.3), averaging(4, 2), 2, counter);
    NerModel again = train(options(3, 0.9, 0.3), averaging(4, 2), 2, TrainingListener.NONE);
    assertThat(sentences).containsOnly(TRAIN.size());
    for (Tensor tensor : once.weights().tensors()) {
      assertThat(again.weights().values(tensor.name())).isEqualTo(tensor.values());
    }
  }
}
