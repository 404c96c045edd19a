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
import static org.sparkner.train.rounds.RoundRuns.TRAIN;
import static org.sparkner.train.rounds.RoundRuns.VALID;
import static org.sparkner.train.rounds.RoundRuns.assertSameWeights;
import static org.sparkner.train.rounds.RoundRuns.averaging;
import static org.sparkner.train.rounds.RoundRuns.train;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparkner.corpus.LabeledSentence;
import org.sparkner.error.InterruptedRunException;
import org.sparkner.model.NerModel;
import org.sparkner.model.NeuralModel;
import org.sparkner.option.TrainingOption;
import org.sparkner.pretrained.PretrainedEncoder;
import org.sparkner.pretrained.TinyEncoder;
import org.sparkner.train.Checkpointing;
import org.sparkner.train.ToyCorpus;
import org.sparkner.train.Trainer;
import org.sparkner.train.TrainingListener;
import org.sparkner.train.TrainingOptions;

/** Rounds of workers with a pretrained encoder: one that is read, and one that learns. */
@Tag("slow")
class RoundEncoderTest {
  @ParameterizedTest
  @CsvSource({"1, false", "3, true", "1000, true"})
  void oneWorkerIsTheTrainerBitForBitWithAnEncoderThatIsRead(int frequency, boolean documents) {
    TrainingOptions options =
        ToyCorpus.options(3, 5)
            .withContextual(
                documents ? TinyEncoder.readWholeDocuments() : TinyEncoder.read().withCache(0));
    List<LabeledSentence> sentences = inDocuments(TRAIN);
    NerModel local =
        new Trainer(options)
            .train(
                sentences, VALID, ToyCorpus.NO_VECTORS, Checkpointing.NONE, TrainingListener.NONE);

    NerModel averaged =
        train(
            options,
            averaging(1, frequency, 0),
            sentences,
            null,
            Checkpointing.NONE,
            TrainingListener.NONE);

    assertSameWeights(averaged, local);
    assertThat(encoder(averaged)).isEqualTo(options.contextual().fingerprint());
    assertThat(averaged.training()).isEqualTo(local.training());
  }

  @Test
  void workersReadWholeDocumentsWhereverTheyAre() {
    TrainingOptions options =
        ToyCorpus.options(2, 5).withContextual(TinyEncoder.readWholeDocuments());
    List<LabeledSentence> documents = inDocuments(TRAIN);

    NerModel inDocuments =
        train(
            options,
            averaging(2, 2, 0),
            documents,
            null,
            Checkpointing.NONE,
            TrainingListener.NONE);

    assertSameWeights(
        train(
            options,
            averaging(2, 2, 0),
            documents,
            new Random(5),
            Checkpointing.NONE,
            TrainingListener.NONE),
        inDocuments);
    assertThat(inDocuments.weights().tensors())
        .usingRecursiveFieldByFieldElementComparator()
        .isNotEqualTo(
            train(
                    options,
                    averaging(2, 2, 0),
                    TRAIN,
                    null,
                    Checkpointing.NONE,
                    TrainingListener.NONE)
                .weights()
                .tensors());
  }

  /** Options of a network whose encoder learns, as {@link PretrainedEncoder} reads its texts. */
  private static TrainingOptions learning(PretrainedEncoder encoder, String optimiser) {
    return ToyCorpus.options(3, 5)
        .withRecipe(
            recipe ->
                recipe
                    .with()
                    .optimiser(optimiser)
                    .learningRate(optimiser.equals(TrainingOption.ADAMW) ? 0.005 : 0.05)
                    .learningRateSchedule(TrainingOption.LINEAR)
                    .fineTuneEncoder(true)
                    .encoderLearningRate(0.01)
                    .encoderDropout(0.1)
                    .build())
        .withContextual(encoder);
  }

  private static List<LabeledSentence> inDocuments(List<LabeledSentence> sentences) {
    List<LabeledSentence> documents = new ArrayList<>();
    for (int i = 0; i < sentences.size(); i += 3) {
      documents.addAll(
          LabeledSentence.ofDocument(sentences.subList(i, Math.min(i + 3, sentences.size()))));
    }
    return documents;
  }

  private static String encoder(NerModel model) {
    return ((NeuralModel) model).contextual().fingerprint();
  }

  @ParameterizedTest
  @CsvSource({"1, sgd", "3, adamw", "1000, adamw"})
  void oneWorkerIsTheTrainerBitForBitWithAnEncoderThatLearns(int frequency, String optimiser) {
    TrainingOptions options = learning(TinyEncoder.readWholeDocuments(), optimiser);
    List<LabeledSentence> documents = inDocuments(TRAIN);
    NerModel local =
        new Trainer(options)
            .train(
                documents, VALID, ToyCorpus.NO_VECTORS, Checkpointing.NONE, TrainingListener.NONE);

    NerModel averaged =
        train(
            options,
            averaging(1, frequency, 0),
            documents,
            null,
            Checkpointing.NONE,
            TrainingListener.NONE);

    assertSameWeights(averaged, local);
    assertThat(encoder(averaged)).isEqualTo(encoder(local));
    assertThat(encoder(local)).isNotEqualTo(options.contextual().fingerprint());
    assertThat(averaged.training()).isEqualTo(local.training());
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void workersTeachOneEncoderTogetherEvenWhenReplicasGetLost(boolean lost) {
    TrainingOptions options =
        learning(TinyEncoder.readWholeDocuments(), TrainingOption.ADAMW)
            .withRecipe(recipe -> recipe.withEpochs(12));
    long[] tokens = new long[12];
    TrainingListener counter =
        new TrainingListener() {
          @Override
          public void onRound(RoundReport round) {
            tokens[round.epoch() - 1] += round.tokens();
            assertThat(round.bytesSent()).isGreaterThan(3_000);
            assertThat(round.bytesReceived()).isGreaterThan(3_000);
          }
        };

    NerModel together =
        train(
            options,
            averaging(3, 4, 0),
            inDocuments(TRAIN),
            lost ? new Random(4) : null,
            Checkpointing.NONE,
            counter);

    assertThat(together.training().metrics().get("valid_f1")).isGreaterThan(80);
    assertThat(encoder(together)).isNotEqualTo(options.contextual().fingerprint());
    assertThat(tokens).containsOnly(TRAIN.stream().mapToLong(LabeledSentence::size).sum());
    if (!lost) {
      NerModel again =
          train(
              options,
              averaging(3, 4, 0),
              inDocuments(TRAIN),
              null,
              Checkpointing.NONE,
              TrainingListener.NONE);
      assertSameWeights(again, together);
      assertThat(encoder(again)).isEqualTo(encoder(together));
    }
  }

  @Test
  void workersWhoseEncoderLearnsGoOnFromACheckpoint(@TempDir Path directory) {
    TrainingOptions options = learning(TinyEncoder.read(), TrainingOption.ADAMW);
    TrainingListener interrupter =
        new TrainingListener() {
          @Override
          public void onRound(RoundReport round) {
            if (round.epoch() == 2) {
              Thread.currentThread().interrupt();
            }
          }
        };
    assertThatThrownBy(
            () ->
                train(
                    options,
                    averaging(2, 3, 0),
                    TRAIN,
                    null,
                    Checkpointing.in(directory, Checkpointing.Start.AFRESH),
                    interrupter))
        .isInstanceOf(InterruptedRunException.class);
    List<Integer> epochs = new ArrayList<>();

    NerModel resumed =
        train(
            options,
            averaging(2, 3, 0),
            TRAIN,
            null,
            Checkpointing.in(directory, Checkpointing.Start.RESUME),
            new TrainingListener() {
              @Override
              public void onEpoch(EpochReport report) {
                epochs.add(report.epoch());
              }
            });

    assertThat(epochs).containsExactly(2, 3);
    assertThat(encoder(resumed)).isNotEqualTo(options.contextual().fingerprint());
  }
}
