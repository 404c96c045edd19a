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

package org.sparkner.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sparkner.corpus.LabeledSentence;
import org.sparkner.error.BadDataException;
import org.sparkner.error.InterruptedRunException;
import org.sparkner.error.UsageException;
import org.sparkner.model.Architecture;
import org.sparkner.model.CharacterEncoder;
import org.sparkner.model.Decoder;
import org.sparkner.model.InputFeatures;
import org.sparkner.model.NerModel;
import org.sparkner.model.Tensor;
import org.sparkner.model.Weights;
import org.sparkner.model.WordEncoder;
import org.sparkner.tagger.Tagger;

class TrainerTest {
  private static final List<LabeledSentence> TRAIN = ToyCorpus.sentences(200, 1);
  private static final List<LabeledSentence> VALID = ToyCorpus.sentences(60, 2);

  private static NerModel train(
      TrainingOptions options, Checkpointing checkpointing, TrainingListener listener) {
    return new Trainer(options).train(TRAIN, VALID, ToyCorpus.NO_VECTORS, checkpointing, listener);
  }

  private static void assertSameWeights(NerModel found, NerModel expected) {
    for (Tensor tensor : expected.weights().tensors()) {
      assertThat(found.weights().values(tensor.name()))
          .as(tensor.name())
          .isEqualTo(tensor.values());
    }
  }

  @Test
  void learnsTheToyCorpus() {
    List<TrainingListener.EpochReport> epochs = new ArrayList<>();
    NerModel model =
        train(
            ToyCorpus.options(12, 1),
            Checkpointing.NONE,
            new TrainingListener() {
              @Override
              public void onEpoch(EpochReport report) {
                epochs.add(report);
              }
            });
    assertThat(epochs).hasSize(12);
    assertThat(epochs.get(11).loss()).isLessThan(epochs.get(0).loss() / 5);
    assertThat(model.training().metrics().get("valid_f1")).isGreaterThan(95);
    assertThat(Tagger.of(model).tag("Grace works in New Haven."))
        .extracting(entity -> entity.type() + " " + entity.text())
        .containsExactly("PER Grace", "LOC New Haven");
  }

  static Stream<Architecture> architectures() {
    Architecture sizes = ToyCorpus.options(1, 1).architecture();
    return Stream.of(
        sizes.withFeatures(
            InputFeatures.NONE.with().capitalisationDimension(4).affixDimension(3).build()),
        sizes.withDecoder(Decoder.SOFTMAX),
        sizes.withDecoder(Decoder.CRF_BIGRAM),
        sizes.withCharacterEncoder(CharacterEncoder.LSTM),
        sizes.withCharacterEncoder(CharacterEncoder.INTNET),
        sizes.withEncoder(WordEncoder.LSTM, 2, true),
        sizes.withEncoder(WordEncoder.GRU, 1, true),
        sizes.withEncoder(WordEncoder.SRU, 1, true),
        sizes.withEncoder(WordEncoder.RNN, 1, true),
        sizes.withEncoder(WordEncoder.LINEAR_RNN, 1, true),
        sizes.withEncoder(WordEncoder.CNN, 1, true),
        sizes.withEncoder(WordEncoder.FFNN_WINDOW, 1, true));
  }

  @ParameterizedTest
  @MethodSource("architectures")
  void learnsTheToyCorpusWithEachPartOfTheNetwork(Architecture sizes) {
    NerModel model =
        train(
            ToyCorpus.options(12, 1).withArchitecture(sizes),
            Checkpointing.NONE,
            TrainingListener.NONE);

    assertThat(model.training().metrics().get("valid_f1")).isGreaterThan(90);
  }

  @Test
  void aSecondChannelOfVectorsStaysAsItBegan() {
    TrainingOptions options = ToyCorpus.options(2, 1);
    float[] began =
        wordVectors(
            options
                .withRecipe(recipe -> recipe.withEpochs(1))
                .withRecipe(recipe -> recipe.withFineTuneVectors(false)));
    float[] channels = wordVectors(options.withRecipe(recipe -> recipe.withVectorChannels(2)));

    int dimension = ToyCorpus.NO_VECTORS.dimension();
    assertThat(channels).hasSize(2 * began.length);
    for (int row = 0; row < began.length / dimension; row++) {
      int at = 2 * row * dimension;
      float[] initial = Arrays.copyOfRange(began, row * dimension, (row + 1) * dimension);
      assertThat(Arrays.copyOfRange(channels, at + dimension, at + 2 * dimension))
          .isEqualTo(initial);
      if (row > 0) { // no word is unknown here
        assertThat(Arrays.copyOfRange(channels, at, at + dimension)).isNotEqualTo(initial);
      }
    }
  }

  private static float[] wordVectors(TrainingOptions options) {
    return train(options, Checkpointing.NONE, TrainingListener.NONE)
        .weights()
        .values(Weights.WORD_VECTORS);
  }

  @Test
  void keepsTheBestEpochAndStopsWhenPatienceRunsOut() {
    TrainingOptions impatient =
        ToyCorpus.options(60, 1).withRecipe(recipe -> recipe.withPatience(2));
    List<TrainingListener.EpochReport> epochs = new ArrayList<>();
    NerModel model =
        train(
            impatient,
            Checkpointing.NONE,
            new TrainingListener() {
              @Override
              public void onEpoch(EpochReport report) {
                epochs.add(report);
              }
            });
    assertThat(epochs).hasSizeLessThan(60);
    assertThat(model.training().epoch()).isEqualTo(epochs.size() - 2);
    double best = epochs.stream().mapToDouble(TrainingListener.EpochReport::f1).max().orElseThrow();
    assertThat(model.training().metrics().get("valid_f1")).isEqualTo(100 * best);
    assertThat(epochs.get(model.training().epoch() - 1).best()).isTrue();
  }

  @Test
  void sameSeedGivesTheSameWeightsAndAnotherSeedOthers() {
    NerModel once = train(ToyCorpus.options(2, 7), Checkpointing.NONE, TrainingListener.NONE);
    assertSameWeights(
        train(ToyCorpus.options(2, 7), Checkpointing.NONE, TrainingListener.NONE), once);
    NerModel other = train(ToyCorpus.options(2, 8), Checkpointing.NONE, TrainingListener.NONE);
    assertThat(other.weights().values("lstm.forward.input"))
        .isNotEqualTo(once.weights().values("lstm.forward.input"));
  }

  @ParameterizedTest
  @CsvSource({"0, inverse", "0.5, inverse", "0, linear"})
  void anInterruptedRunGoesOnToTheWeightsOfTheUnbrokenOne(
      double weightAveraging, String schedule, @TempDir Path directory) {
    TrainingOptions options =
        ToyCorpus.options(3, 5, weightAveraging)
            .withRecipe(recipe -> recipe.withLearningRateSchedule(schedule));
    NerModel unbroken = train(options, Checkpointing.NONE, TrainingListener.NONE);
    TrainingListener interrupter =
        new TrainingListener() {
          @Override
          public void onProgress(Progress progress) {
            if (progress.epoch() == 2) {
              Thread.currentThread().interrupt();
            }
          }
        };
    assertThatThrownBy(
            () ->
                train(
                    options, Checkpointing.in(directory, Checkpointing.Start.AFRESH), interrupter))
        .isInstanceOf(InterruptedRunException.class)
        .hasMessageContaining("--resume");
    NerModel resumed =
        train(
            options,
            Checkpointing.in(directory, Checkpointing.Start.RESUME),
            TrainingListener.NONE);
    assertSameWeights(resumed, unbroken);
    assertThat(resumed.training()).isEqualTo(unbroken.training());
  }

  @Test
  void averagingTheWeightsChangesTheModelButNotTheTraining() {
    List<Double> losses = new ArrayList<>();
    TrainingListener recorder =
        new TrainingListener() {
          @Override
          public void onEpoch(EpochReport epoch) {
            losses.add(epoch.loss());
          }
        };
    NerModel plain = train(ToyCorpus.options(3, 5), Checkpointing.NONE, recorder);
    NerModel averaged = train(ToyCorpus.options(3, 5, 0.5), Checkpointing.NONE, recorder);

    assertThat(losses.subList(3, 6)).isEqualTo(losses.subList(0, 3));
    assertThat(averaged.weights().values(Weights.TRANSITIONS))
        .isNotEqualTo(plain.weights().values(Weights.TRANSITIONS));
  }

  @Test
  void aTimeLimitEndsTheEpochEarlyAndStillGivesAModel() {
    TrainingOptions hasty =
        ToyCorpus.options(1000, 1).withRecipe(recipe -> recipe.withTimeLimit(Duration.ofMillis(1)));
    NerModel model = train(hasty, Checkpointing.NONE, TrainingListener.NONE);
    assertThat(model.training().epoch()).isEqualTo(1);
  }

  @Test
  void frozenVectorsDoNotMove() {
    TrainingOptions frozen =
        ToyCorpus.options(1, 1).withRecipe(recipe -> recipe.withFineTuneVectors(false));
    NerModel once = train(frozen, Checkpointing.NONE, TrainingListener.NONE);
    NerModel twice =
        train(
            frozen.withRecipe(recipe -> recipe.withEpochs(2)),
            Checkpointing.NONE,
            TrainingListener.NONE);
    assertThat(twice.weights().values(Weights.WORD_VECTORS))
        .isEqualTo(once.weights().values(Weights.WORD_VECTORS));
    assertThat(twice.weights().values("lstm.forward.input"))
        .isNotEqualTo(once.weights().values("lstm.forward.input"));
  }

  @Test
  void trainsOnOneSentenceAndOnOneLabel() {
    List<LabeledSentence> one = List.of(new LabeledSentence(List.of("Ada"), List.of("B-PER")));
    NerModel model =
        new Trainer(ToyCorpus.options(2, 1))
            .train(one, List.of(), ToyCorpus.NO_VECTORS, Checkpointing.NONE, TrainingListener.NONE);
    assertThat(model.labels().types()).containsExactly("PER");
    List<LabeledSentence> nothing =
        List.of(new LabeledSentence(List.of("so", "what"), List.of("O", "O")));
    NerModel empty =
        new Trainer(ToyCorpus.options(2, 1))
            .train(
                nothing,
                List.of(),
                ToyCorpus.NO_VECTORS,
                Checkpointing.NONE,
                TrainingListener.NONE);
    assertThat(empty.labels().labels()).containsExactly("O");
  }

  @Test
  void noSentenceAtAllIsBadData() {
    assertThatThrownBy(
            () ->
                new Trainer(ToyCorpus.options(1, 1))
                    .train(
                        List.of(),
                        VALID,
                        ToyCorpus.NO_VECTORS,
                        Checkpointing.NONE,
                        TrainingListener.NONE))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("no sentence");
  }

  @Test
  void aCheckpointOfAnotherRunIsRefused(@TempDir Path directory) {
    Checkpointing afresh = Checkpointing.in(directory, Checkpointing.Start.AFRESH);
    Checkpointing resume = Checkpointing.in(directory, Checkpointing.Start.RESUME);
    train(ToyCorpus.options(1, 1), afresh, TrainingListener.NONE);
    assertThatThrownBy(() -> train(ToyCorpus.options(1, 2), resume, TrainingListener.NONE))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("another run")
        .hasMessageContaining("seed=2");
  }

  @Test
  void aDamagedCheckpointIsNamed(@TempDir Path directory) throws IOException {
    train(
        ToyCorpus.options(1, 1),
        Checkpointing.in(directory, Checkpointing.Start.AFRESH),
        TrainingListener.NONE);
    Path file = directory.resolve("checkpoint.bin");
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
    assertThatThrownBy(
            () ->
                train(
                    ToyCorpus.options(1, 1),
                    Checkpointing.in(directory, Checkpointing.Start.RESUME),
                    TrainingListener.NONE))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("checksum");
  }

  @Test
  void theLearningRateRisesToItsFullValueAndThenDecays() {
    TrainingOptions options =
        ToyCorpus.options(4, 1).withRecipe(recipe -> recipe.withLearningRateWarmUp(2));
    List<Double> rates = new ArrayList<>();
    train(
        options,
        Checkpointing.NONE,
        new TrainingListener() {
          @Override
          public void onEpoch(EpochReport report) {
            rates.add(report.learningRate());
          }
        });

    assertThat(rates.get(0)).isCloseTo(0.1 / 3, within(1e-12));
    assertThat(rates.get(1)).isCloseTo(0.1 / 1.05 * 2 / 3, within(1e-12));
    assertThat(rates.get(2)).isCloseTo(0.1 / 1.1, within(1e-12));
    assertThat(rates.get(3)).isCloseTo(0.1 / 1.15, within(1e-12));
  }

  @Test
  void anOptionOutOfItsRangeIsNamed() {
    assertThatThrownBy(() -> TrainingOptions.DEFAULT.withRecipe(recipe -> recipe.withEpochs(0)))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("epochs needs a whole number")
        .hasMessageContaining("at least 1");
  }
}
