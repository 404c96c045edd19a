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

package org.sparkner.train.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.sparkner.train.rounds.RoundRuns.TRAIN;
import static org.sparkner.train.rounds.RoundRuns.VALID;
import static org.sparkner.train.rounds.RoundRuns.assertSameWeights;
import static org.sparkner.train.rounds.RoundRuns.averaging;
import static org.sparkner.train.rounds.RoundRuns.train;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparkner.corpus.LabeledSentence;
import org.sparkner.error.BadDataException;
import org.sparkner.error.InterruptedRunException;
import org.sparkner.lexicon.Gazetteers;
import org.sparkner.lexicon.GazetteersBuilder;
import org.sparkner.model.InputFeatures;
import org.sparkner.model.NerModel;
import org.sparkner.model.Tensor;
import org.sparkner.option.TrainingOption;
import org.sparkner.train.Checkpointing;
import org.sparkner.train.Corpus;
import org.sparkner.train.ToyCorpus;
import org.sparkner.train.Trainer;
import org.sparkner.train.TrainingListener;
import org.sparkner.train.TrainingOptions;

@Tag("slow")
class RoundTrainerTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 3, 1000})
  void oneWorkerIsTheTrainerBitForBitHoweverOftenItSendsItsState(int frequency) {
    TrainingOptions options = ToyCorpus.options(3, 5);
    NerModel local =
        new Trainer(options)
            .train(TRAIN, VALID, ToyCorpus.NO_VECTORS, Checkpointing.NONE, TrainingListener.NONE);
    NerModel averaged = train(options, averaging(1, frequency, 0));
    assertSameWeights(averaged, local);
    assertThat(averaged.training()).isEqualTo(local.training());
  }

  private static Gazetteers towns() throws IOException {
    GazetteersBuilder towns = new GazetteersBuilder("en", false);
    byte[] lines = "Oslo\nNew Haven\n".getBytes(StandardCharsets.UTF_8);
    towns.add("TOWN", new ByteArrayInputStream(lines), "towns");
    return towns.build();
  }

  static Stream<TrainingOptions> otherOptions() throws IOException {
    TrainingOptions toy = ToyCorpus.options(2, 5);
    return Stream.of(
        toy.withRecipe(recipe -> recipe.withFineTuneVectors(false)),
        toy.withRecipe(recipe -> recipe.withVectorChannels(2)),
        toy.withRecipe(recipe -> recipe.withLearningRateSchedule(TrainingOption.LINEAR)),
        toy.withRecipe(
                recipe ->
                    recipe
                        .withWordDropout(0.2)
                        .withUpperCaseShare(0.2)
                        .withUncapitalisedShare(0.2)
                        .withNoiseShare(0.5))
            .withGazetteers(towns())
            .withArchitecture(
                toy.architecture()
                    .withFeatures(
                        InputFeatures.NONE
                            .with()
                            .capitalisationDimension(3)
                            .affixDimension(2)
                            .gazetteerDimension(2)
                            .build()
                            .withAttributeDimension(2))));
  }

  @ParameterizedTest
  @MethodSource("otherOptions")
  void oneWorkerIsTheTrainerBitForBitWithOtherOptionsToo(TrainingOptions options) {
    NerModel local =
        new Trainer(options)
            .train(TRAIN, VALID, ToyCorpus.NO_VECTORS, Checkpointing.NONE, TrainingListener.NONE);
    assertSameWeights(train(options, averaging(1, 4, 2)), local);
  }

  @ParameterizedTest
  @CsvSource({"2, true", "4, true", "4, false"})
  void workersThatAverageEveryPlainStepAreOneMachineWithALargerBatch(
      int workers, boolean fineTune) {
    List<LabeledSentence> sentences = sentencesOfOneLength(40);
    TrainingOptions large = plainSgd(40).withRecipe(recipe -> recipe.withFineTuneVectors(fineTune));
    TrainingOptions small =
        plainSgd(40 / workers).withRecipe(recipe -> recipe.withFineTuneVectors(fineTune));
    NerModel one =
        new Trainer(large)
            .train(
                sentences, VALID, ToyCorpus.NO_VECTORS, Checkpointing.NONE, TrainingListener.NONE);
    NerModel many =
        train(
            small,
            averaging(workers, 1, 0),
            sentences,
            null,
            Checkpointing.NONE,
            TrainingListener.NONE);
    for (Tensor tensor : one.weights().tensors()) {
      assertThat(many.weights().values(tensor.name()))
          .as(tensor.name())
          .containsExactly(tensor.values(), within(1e-5f));
    }
    assertThat(many.weights().values("lstm.forward.input"))
        .isNotEqualTo(
            train(small.withRecipe(recipe -> recipe.withEpochs(1)), averaging(workers, 1, 0))
                .weights()
                .values("lstm.forward.input"));
  }

  /** No momentum, no dropout, no bound that is reached. */
  private static TrainingOptions plainSgd(int batchSize) {
    return ToyCorpus.options(5, 3)
        .withRecipe(
            recipe ->
                recipe
                    .with()
                    .batchSize(batchSize)
                    .learningRate(0.05)
                    .momentum(0)
                    .maxGradientNorm(1e6)
                    .dropout(0)
                    .build());
  }

  private static List<LabeledSentence> sentencesOfOneLength(int count) {
    List<LabeledSentence> all = ToyCorpus.sentences(50 * count, 9);
    int length = all.get(0).size();
    List<LabeledSentence> found = new ArrayList<>(all);
    found.removeIf(sentence -> sentence.size() != length);
    assertThat(found).hasSizeGreaterThanOrEqualTo(count);
    return found.subList(0, count);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 3", "3, 16", "7, 5", "7, 1000"})
  void everySentenceIsUsedOnceAnEpoch(int workers, int frequency) {
    long[] sentences = new long[3];
    long[] tokens = new long[3];
    train(
        ToyCorpus.options(3, 1),
        averaging(workers, frequency, 2),
        TRAIN,
        null,
        Checkpointing.NONE,
        new TrainingListener() {
          @Override
          public void onRound(RoundReport round) {
            sentences[round.epoch() - 1] += round.sentences();
            tokens[round.epoch() - 1] += round.tokens();
          }
        });
    long all = TRAIN.stream().mapToLong(LabeledSentence::size).sum();
    assertThat(sentences).containsOnly(TRAIN.size());
    assertThat(tokens).containsOnly(all);
  }

  @Test
  void roundsGrowFromOneStepToTheFrequency() {
    List<Integer> steps = new ArrayList<>();
    train(
        ToyCorpus.options(1, 1),
        averaging(1, 6, 4),
        TRAIN,
        null,
        Checkpointing.NONE,
        new TrainingListener() {
          @Override
          public void onRound(RoundReport round) {
            steps.add(round.steps());
          }
        });
    assertThat(steps).containsExactly(1, 1, 1, 1, 2, 2, 4, 6, 3);
  }

  @ParameterizedTest
  @CsvSource({"3, 0, average", "3, 0.5, average", "2, 0, reset"})
  void learnsAndGivesTheSameWeightsAgainEvenWhenReplicasGetLost(
      int workers, double outerMomentum, String workerMomentum) {
    AveragingOptions averaging =
        averaging(workers, 4, 3)
            .withRecipe(
                recipe ->
                    recipe
                        .with()
                        .rateScaling(0.5)
                        .batchScaling(0.5)
                        .outerMomentum(outerMomentum)
                        .workerMomentum(workerMomentum)
                        .build());
    NerModel once = train(ToyCorpus.options(8, 1), averaging);
    NerModel again =
        train(
            ToyCorpus.options(8, 1),
            averaging,
            TRAIN,
            new Random(4),
            Checkpointing.NONE,
            TrainingListener.NONE);
    assertSameWeights(again, once);
    assertThat(once.training().metrics().get("valid_f1")).isGreaterThan(80);
  }

  @Test
  void changesSentAsSixteenBitFloatsEndCloseToTheRest() {
    AveragingOptions half = averaging(2, 4, 3).withRecipe(recipe -> recipe.withHalfPrecision(true));
    NerModel exact = train(ToyCorpus.options(1, 1), averaging(2, 4, 3));
    NerModel rounded = train(ToyCorpus.options(1, 1), half);
    for (Tensor tensor : exact.weights().tensors()) {
      assertThat(rounded.weights().values(tensor.name()))
          .as(tensor.name())
          .containsExactly(tensor.values(), within(2e-3f));
    }
    assertThat(rounded.weights().values("lstm.forward.input"))
        .isNotEqualTo(exact.weights().values("lstm.forward.input"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"inverse", "linear"})
  void anInterruptedRunGoesOnToTheWeightsOfTheUnbrokenOne(
      String schedule, @TempDir Path directory) {
    TrainingOptions options =
        ToyCorpus.options(3, 5).withRecipe(recipe -> recipe.withLearningRateSchedule(schedule));
    AveragingOptions averaging =
        averaging(2, 3, 2).withRecipe(recipe -> recipe.withRateScaling(0.5).withOuterMomentum(0.4));
    NerModel unbroken = train(options, averaging);
    TrainingListener interrupter =
        new TrainingListener() {
          @Override
          public void onRound(RoundReport round) {
            if (round.epoch() == 2 && round.firstBatch() > 3) {
              Thread.currentThread().interrupt();
            }
          }
        };
    assertThatThrownBy(
            () ->
                train(
                    options,
                    averaging,
                    TRAIN,
                    null,
                    Checkpointing.in(directory, Checkpointing.Start.AFRESH),
                    interrupter))
        .isInstanceOf(InterruptedRunException.class);
    NerModel resumed =
        train(
            options,
            averaging,
            TRAIN,
            null,
            Checkpointing.in(directory, Checkpointing.Start.RESUME),
            TrainingListener.NONE);
    assertSameWeights(resumed, unbroken);
  }

  @Test
  void dataThatIsOtherWhenItIsReadAgainEndsTheTraining() {
    List<LabeledSentence> changing = new ArrayList<>(TRAIN);
    Corpus corpus = Corpus.of(TRAIN, VALID);
    Workers.Factory factory =
        (blueprint, lexicon) -> {
          Workers before = new ThreadlessWorkers(TRAIN, blueprint, lexicon, null);
          Collections.rotate(changing, 1);
          Workers after = new ThreadlessWorkers(changing.subList(1, 203), blueprint, lexicon, null);
          return new Workers() {
            @Override
            public List<Shard> shards() {
              return before.shards();
            }

            @Override
            public Result run(Round round, StateUpdate state) throws InterruptedException {
              return after.run(round, state);
            }

            @Override
            public void close() {
              after.close();
            }
          };
        };
    assertThatThrownBy(
            () ->
                new RoundTrainer(ToyCorpus.options(3, 5), averaging(2, 4, 0))
                    .train(
                        corpus,
                        VALID,
                        ToyCorpus.NO_VECTORS,
                        factory,
                        Checkpointing.NONE,
                        TrainingListener.NONE))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("write the training data to a file first");
  }

  @Test
  void oneWorkerIsTheTrainerBitForBitWithAdamW() {
    TrainingOptions options =
        ToyCorpus.options(3, 5)
            .withRecipe(
                recipe ->
                    recipe
                        .with()
                        .optimiser(TrainingOption.ADAMW)
                        .weightDecay(0.01)
                        .learningRate(0.005)
                        .build());
    NerModel local =
        new Trainer(options)
            .train(TRAIN, VALID, ToyCorpus.NO_VECTORS, Checkpointing.NONE, TrainingListener.NONE);

    assertSameWeights(train(options, averaging(1, 4, 2)), local);
    assertThat(local.training().metrics().get("valid_f1")).isGreaterThan(80);
  }
}
