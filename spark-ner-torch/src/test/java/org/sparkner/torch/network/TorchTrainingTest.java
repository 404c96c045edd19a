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

package org.sparkner.torch.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparkner.corpus.LabeledSentence;
import org.sparkner.device.Device;
import org.sparkner.error.InterruptedRunException;
import org.sparkner.error.UsageException;
import org.sparkner.model.NerModel;
import org.sparkner.model.Tensor;
import org.sparkner.train.Checkpointing;
import org.sparkner.train.Corpus;
import org.sparkner.train.Recipe;
import org.sparkner.train.ToyCorpus;
import org.sparkner.train.Trainer;
import org.sparkner.train.TrainingLibrary;
import org.sparkner.train.TrainingListener;
import org.sparkner.train.TrainingOptions;
import org.sparkner.train.rounds.AveragingOptions;
import org.sparkner.train.rounds.RoundTrainer;
import org.sparkner.train.rounds.ThreadlessWorkers;

/** Trainers over the backend torch. */
@Tag("slow")
class TorchTrainingTest {
  private static final List<LabeledSentence> TRAIN = ToyCorpus.sentences(203, 1);
  private static final List<LabeledSentence> VALID = ToyCorpus.sentences(40, 2);

  private static TrainingOptions options(String backend) {
    return ToyCorpus.options(3, 5).withRecipe(recipe -> recipe.withTrainingBackend(backend));
  }

  private static NerModel trainHere(TrainingOptions options, Checkpointing checkpointing) {
    return new Trainer(options)
        .train(TRAIN, VALID, ToyCorpus.NO_VECTORS, checkpointing, TrainingListener.NONE);
  }

  private static NerModel trainInRounds(
      TrainingOptions options, int workers, int interval, Random losses) {
    AveragingOptions averaging =
        AveragingOptions.of(workers)
            .withRecipe(
                recipe ->
                    recipe
                        .with()
                        .averagingInterval(interval)
                        .averagingWarmUp(0)
                        .rateScaling(0)
                        .batchScaling(0)
                        .build());
    return new RoundTrainer(options, averaging)
        .train(
            Corpus.of(TRAIN, VALID),
            VALID,
            ToyCorpus.NO_VECTORS,
            (blueprint, lexicon) -> new ThreadlessWorkers(TRAIN, blueprint, lexicon, losses),
            Checkpointing.NONE,
            TrainingListener.NONE);
  }

  private static void assertSameWeights(NerModel found, NerModel expected) {
    for (Tensor tensor : expected.weights().tensors()) {
      assertThat(found.weights().values(tensor.name()))
          .as(tensor.name())
          .isEqualTo(tensor.values());
    }
  }

  @Test
  void aTrainingEndsWhereThatOfTheGraphEnds() {
    NerModel graph = trainHere(options("java"), Checkpointing.NONE);
    NerModel torch = trainHere(options("torch"), Checkpointing.NONE);

    assertThat(torch.training().metrics()).isEqualTo(graph.training().metrics());
    for (Tensor tensor : graph.weights().tensors()) {
      float[] found = torch.weights().values(tensor.name());
      for (int i = 0; i < found.length; i++) {
        assertThat(found[i]).as(tensor.name()).isCloseTo(tensor.values()[i], within(1e-3f));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 1000})
  void oneWorkerIsTheTrainerBitForBit(int interval) {
    assertSameWeights(
        trainInRounds(options("torch"), 1, interval, null),
        trainHere(options("torch"), Checkpointing.NONE));
  }

  @Test
  void severalWorkersGiveTheSameWeightsWhateverReplicasAreLost() {
    assertSameWeights(
        trainInRounds(options("torch"), 3, 4, new Random(8)),
        trainInRounds(options("torch"), 3, 4, null));
  }

  @Test
  void aRunThatWasInterruptedEndsWithTheSameWeights(@TempDir Path directory) {
    NerModel whole = trainHere(options("torch"), Checkpointing.NONE);
    Checkpointing checkpoints =
        Checkpointing.in(directory.resolve("run"), Checkpointing.Start.RESUME);
    Thread here = Thread.currentThread();
    TrainingListener interrupt =
        new TrainingListener() {
          @Override
          public void onEpoch(EpochReport report) {
            if (report.epoch() == 1) {
              here.interrupt();
            }
          }
        };
    assertThatThrownBy(
            () ->
                new Trainer(options("torch"))
                    .train(TRAIN, VALID, ToyCorpus.NO_VECTORS, checkpoints, interrupt))
        .isInstanceOf(InterruptedRunException.class);

    assertSameWeights(trainHere(options("torch"), checkpoints), whole);
  }

  @Test
  void aGpuThatIsNotThereIsRefusedBeforeAnythingIsRead() {
    assertThatThrownBy(
            () ->
                trainHere(
                    options("torch").withRecipe(recipe -> recipe.withTrainingDevice("cuda:3")),
                    Checkpointing.NONE))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("cuda:3");
  }

  @Test
  void theNetworkOnTopOfAnEncoderThatLearnsOnAGpuIsComputedThereToo() {
    Recipe recipe = options("java").recipe().withFineTuneEncoder(true).withTrainingDevice("cuda:3");

    assertThat(TrainingLibrary.backend(recipe)).isInstanceOf(TorchBackend.class);
    assertThatThrownBy(() -> TrainingLibrary.use(recipe, Device.of("cuda:3", null)))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("cuda:3");
  }
}
