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

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparkner.corpus.LabeledSentence;
import org.sparkner.error.InterruptedRunException;
import org.sparkner.error.UsageException;
import org.sparkner.model.Algorithm;
import org.sparkner.model.IfExists;
import org.sparkner.model.ModelWriter;
import org.sparkner.model.NerModel;
import org.sparkner.model.NeuralModel;
import org.sparkner.model.Tensor;
import org.sparkner.network.IndexedSentence;
import org.sparkner.option.TrainingOption;
import org.sparkner.pretrained.PretrainedEncoder;
import org.sparkner.pretrained.TinyEncoder;
import org.sparkner.pretrained.TinyTrainableEncoder;
import org.sparkner.tagger.Precision;
import org.sparkner.tagger.Tagger;
import org.sparkner.text.Context;

/** An encoder that learns with the network, with one whose gradients are exact. */
class EncoderLearningTest {
  private static final List<LabeledSentence> TRAIN = documents(60, 1);
  private static final List<LabeledSentence> VALID = documents(20, 2);

  @TempDir private Path folder;

  /** What a name is depends on the sentence after it. */
  private static List<LabeledSentence> documents(int count, long seed) {
    Random random = new Random(seed);
    List<LabeledSentence> sentences = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean person = random.nextBoolean();
      List<String> after = Collections.nCopies(3 + random.nextInt(3), person ? "in" : "a");
      sentences.addAll(
          LabeledSentence.ofDocument(
              List.of(
                  new LabeledSentence(
                      List.of("the", "un"), List.of("O", person ? "B-PER" : "B-LOC")),
                  new LabeledSentence(after, Collections.nCopies(after.size(), "O")))));
    }
    return sentences;
  }

  private static TrainingOptions options(int epochs) {
    return ToyCorpus.options(epochs, 5)
        .withRecipe(
            recipe ->
                recipe
                    .with()
                    .dropout(0)
                    .batchSize(6)
                    .optimiser(TrainingOption.ADAMW)
                    .learningRateSchedule(TrainingOption.LINEAR)
                    .learningRate(0.01)
                    .fineTuneEncoder(true)
                    .encoderLearningRate(0.05)
                    .encoderWindow(200)
                    .encoderDropout(0.1)
                    .build())
        .withContextual(TinyEncoder.readWholeDocuments());
  }

  private static NeuralModel train(TrainingOptions options) {
    return train(options, Checkpointing.NONE, TrainingListener.NONE);
  }

  private static NeuralModel train(
      TrainingOptions options, Checkpointing checkpointing, TrainingListener listener) {
    return (NeuralModel)
        new Trainer(options).train(TRAIN, VALID, ToyCorpus.NO_VECTORS, checkpointing, listener);
  }

  private static void assertSame(NerModel found, NerModel expected) {
    for (Tensor tensor : expected.weights().tensors()) {
      assertThat(found.weights().values(tensor.name()))
          .as(tensor.name())
          .isEqualTo(tensor.values());
    }
    assertThat(((NeuralModel) found).contextual().fingerprint())
        .as("encoder")
        .isEqualTo(((NeuralModel) expected).contextual().fingerprint());
    assertThat(found.training()).isEqualTo(expected.training());
  }

  /** The gradients of a step, of the encoder's parameters, against differences of its loss. */
  @ParameterizedTest
  @ValueSource(ints = {10, 12})
  void theStepsGradientsReachTheEncoderThroughItsWindows(int window) {
    TrainingOptions options =
        LearningEncoder.windowed(
            options(1)
                .withRecipe(recipe -> recipe.withEncoderWindow(window).withEncoderDropout(0.3)));
    RunSetup setup =
        RunSetup.of(
            options, Corpus.of(TRAIN, VALID), VALID, ToyCorpus.NO_VECTORS, TrainingListener.NONE);
    IndexedShard shard = setup.shard(TRAIN);
    Batch batch = shard.batch(new BatchSchedule(shard, 4, false, 3).epoch(0).get(0));
    TinyTrainableEncoder encoder = (TinyTrainableEncoder) setup.learner().encoder();
    var network = setup.learner().network();
    network.backpropagate(read(batch, encoder), 0);
    encoder.backward(batch.byInput(network.contextualGradients(), encoder.dimension()));
    double[] gradients = encoder.gradients();
    float[] parameters = new float[encoder.parameterCount()];
    encoder.copyParameters(parameters);
    int checked = 0;
    for (int i = 0; i < parameters.length; i++) {
      if (Math.abs(gradients[i]) > 0.02) {
        float value = parameters[i];
        parameters[i] = value + 1e-2f;
        encoder.setParameters(parameters);
        double more = network.backpropagate(read(batch, encoder), 0);
        parameters[i] = value - 1e-2f;
        encoder.setParameters(parameters);
        double less = network.backpropagate(read(batch, encoder), 0);
        parameters[i] = value;
        assertThat(gradients[i])
            .as("parameter " + i)
            .isCloseTo((more - less) / 2e-2, within(0.02 * Math.abs(gradients[i]) + 5e-3));
        checked++;
      }
    }
    assertThat(checked).isGreaterThan(20);
  }

  private static List<IndexedSentence> read(Batch batch, TinyTrainableEncoder encoder) {
    return batch.withVectors(encoder.forward(batch.inputs(), 0), encoder.dimension());
  }

  @Test
  void learnsWhatAFrozenEncoderDoesNotTellAndTagsAsItWasValidated() {
    NeuralModel frozen = train(options(10).withRecipe(recipe -> recipe.withFineTuneEncoder(false)));
    NeuralModel model = train(options(10));

    assertThat(model.training().metrics().get("valid_f1")).isEqualTo(100);
    assertThat(frozen.training().metrics().get("valid_f1")).isLessThan(90);
    assertThat(model.contextual().fingerprint())
        .isNotEqualTo(TinyEncoder.readWholeDocuments().fingerprint());
    Path saved = folder.resolve("model");
    ModelWriter.write(model, saved, IfExists.REFUSE);
    List<Context> contexts = VALID.stream().map(LabeledSentence::context).toList();
    assertThat(
            Tagger.load(saved, Precision.F32)
                .tagSentences(
                    VALID.stream().map(LabeledSentence::tokens).toList(),
                    List.of(),
                    contexts,
                    false))
        .extracting(tagged -> tagged.tags().toString().replace("S-", "B-"))
        .isEqualTo(VALID.stream().map(sentence -> sentence.tags().toString()).toList());
  }

  @Test
  void theLastEpochKeepsVectorsForTheCalibration() {
    PretrainedEncoder last = train(options(1)).contextual();

    assertThat(last.keepingForTraining()).isSameAs(last);
  }

  @Test
  void theSameSeedGivesTheSameModelAndTheWindowIsTheModels() {
    NeuralModel once = train(options(2).withRecipe(recipe -> recipe.withEncoderWindow(8)));

    assertSame(train(options(2).withRecipe(recipe -> recipe.withEncoderWindow(8))), once);
    assertThat(once.contextual().vectors().positions()).isEqualTo(8);
    assertThat(train(options(2)).contextual().fingerprint())
        .as("with other windows")
        .isNotEqualTo(once.contextual().fingerprint());
    assertThat(
            train(options(2).withRecipe(recipe -> recipe.withEncoderWindow(8).withSeed(6)))
                .contextual()
                .fingerprint())
        .as("with another seed")
        .isNotEqualTo(once.contextual().fingerprint());
  }

  private static TrainingListener interruptingIn(int epoch) {
    return new TrainingListener() {
      @Override
      public void onProgress(Progress progress) {
        if (progress.epoch() == epoch && progress.tokensDone() < progress.tokens()) {
          Thread.currentThread().interrupt();
        }
      }
    };
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void anInterruptedRunGoesOnToTheModelOfTheUnbrokenOne(int epoch) {
    NeuralModel unbroken = train(options(4));

    assertThatThrownBy(
            () ->
                train(
                    options(4),
                    Checkpointing.in(folder, Checkpointing.Start.AFRESH),
                    interruptingIn(epoch)))
        .isInstanceOf(InterruptedRunException.class);
    NeuralModel resumed =
        train(
            options(4),
            Checkpointing.in(folder, Checkpointing.Start.RESUME),
            TrainingListener.NONE);

    assertSame(resumed, unbroken);
  }

  @Test
  void ofALinearScheduleTheEpochsCannotChangeOnResume() {
    assertThatThrownBy(
            () ->
                train(
                    options(4),
                    Checkpointing.in(folder, Checkpointing.Start.AFRESH),
                    interruptingIn(1)))
        .isInstanceOf(InterruptedRunException.class);

    assertThatThrownBy(
            () ->
                train(
                    options(5),
                    Checkpointing.in(folder, Checkpointing.Start.RESUME),
                    TrainingListener.NONE))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("epochs=4");
  }

  @Test
  void theModelHasTheEncoderOfTheBestEpochEvenAfterAResume() {
    TrainingOptions options = options(6);
    List<Double> scores = new ArrayList<>();
    NeuralModel best =
        train(
            options,
            Checkpointing.NONE,
            new TrainingListener() {
              @Override
              public void onEpoch(EpochReport report) {
                scores.add(report.f1());
              }
            });
    int epoch = best.training().epoch();
    assertThat(epoch).as("%s: some epoch after the best one", scores).isLessThan(6);
    assertThatThrownBy(
            () ->
                train(
                    options,
                    Checkpointing.in(folder, Checkpointing.Start.AFRESH),
                    interruptingIn(epoch + 1)))
        .isInstanceOf(InterruptedRunException.class);

    NeuralModel resumed =
        train(options, Checkpointing.in(folder, Checkpointing.Start.RESUME), TrainingListener.NONE);

    assertSame(resumed, best);
    assertThat(new Validation(VALID).score(resumed).f1())
        .isEqualTo(Collections.max(scores), within(1e-12));
  }

  @Test
  void frozenLayersStay() {
    NeuralModel model = train(options(1).withRecipe(recipe -> recipe.withEncoderFrozenLayers(1)));
    PretrainedEncoder before = TinyEncoder.readWholeDocuments();

    byte[] graph = before.files().graph();
    byte[] learned = model.contextual().files().graph();
    int differing = 0;
    for (int i = 0; i < graph.length; i++) {
      differing += graph[i] == learned[i] ? 0 : 1;
    }
    assertThat(differing).isBetween(20, 6 * 6 * Float.BYTES);
  }

  @Test
  void tellsOfTheEncoderBeforeItLearns() {
    List<String> told = new ArrayList<>();
    train(
        options(1),
        Checkpointing.NONE,
        new TrainingListener() {
          @Override
          public void onEncoder(EncoderReport report) {
            told.add(report.toString());
          }
        }.and(TrainingListener.NONE));

    assertThat(told)
        .singleElement()
        .asString()
        .matches(
            "learns: [0-9,]+ parameters with [0-9,]+ of the network, from 60 windows of at most 12"
                + " word pieces in 20 steps an epoch");
  }

  @Test
  void aLossThatIsNoNumberEndsTheTrainingAndLeavesTheBestEpochToTake() {
    TrainingOptions diverging =
        options(4)
            .withRecipe(
                recipe ->
                    recipe
                        .with()
                        .learningRateSchedule(TrainingOption.INVERSE)
                        .learningRateWarmUp(0)
                        .encoderLearningRate(1e38)
                        .encoderWeightDecay(1e30)
                        .build());
    assertThatThrownBy(() -> train(diverging))
        .isInstanceOf(UsageException.class)
        .hasMessageMatching(
            "The training diverged in step \\d+: the loss is .* and the norm of the gradient .*,"
                + " expected numbers; lower encoderLearningRate or learningRate\\.");
  }

  @Test
  void refusesWhatDoesNotGoTogether() {
    assertThatThrownBy(() -> train(options(1).withContextual(null)))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("fineTuneEncoder needs pretrainedEncoder, found none");
    assertThatThrownBy(() -> options(1).withRecipe(recipe -> recipe.withWeightAveraging(1)))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("fineTuneEncoder needs weightAveraging 0, found 1");
    assertThatThrownBy(
            () ->
                LinearOptions.DEFAULT.withAlgorithm(Algorithm.CRF).withRecipe(options(1).recipe()))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("fineTuneEncoder is for networks, but algorithm is crf");
  }

  @Test
  void saysWhatIsMissingWhereNothingMakesEncodersLearn() {
    ClassLoader all = Thread.currentThread().getContextClassLoader();
    Thread.currentThread().setContextClassLoader(ClassLoader.getPlatformClassLoader());
    try {
      assertThatThrownBy(() -> train(options(1)))
          .isInstanceOf(UsageException.class)
          .hasMessageStartingWith("fineTuneEncoder needs the module spark-ner-torch");
    } finally {
      Thread.currentThread().setContextClassLoader(all);
    }
  }

  @Test
  void aTimeLimitGivesTheModelOfWhatWasLearnedUntilThen() {
    NeuralModel model =
        train(options(1000).withRecipe(recipe -> recipe.withTimeLimit(Duration.ofMillis(700))));

    assertThat(model.training().epoch()).isBetween(1, 999);
    assertThat(model.contextual().fingerprint())
        .isNotEqualTo(TinyEncoder.readWholeDocuments().fingerprint());
  }
}
