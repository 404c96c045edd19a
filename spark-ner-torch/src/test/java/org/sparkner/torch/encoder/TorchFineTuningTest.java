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

package org.sparkner.torch.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparkner.corpus.LabeledSentence;
import org.sparkner.error.InterruptedRunException;
import org.sparkner.model.NeuralModel;
import org.sparkner.model.Tensor;
import org.sparkner.pretrained.PretrainedEncoder;
import org.sparkner.pretrained.PretrainedEncoderFolder;
import org.sparkner.pretrained.PretrainedEncoderReader;
import org.sparkner.pretrained.SmallEncoder;
import org.sparkner.train.Checkpointing;
import org.sparkner.train.Corpus;
import org.sparkner.train.Preset;
import org.sparkner.train.ToyCorpus;
import org.sparkner.train.Trainer;
import org.sparkner.train.TrainingListener;
import org.sparkner.train.TrainingOptions;
import org.sparkner.train.rounds.AveragingOptions;
import org.sparkner.train.rounds.RoundTrainer;
import org.sparkner.train.rounds.ThreadlessWorkers;

/** Trainings in which a small encoder learns on libtorch. */
@Tag("slow")
class TorchFineTuningTest {
  private static final List<LabeledSentence> TRAIN = documents(40, 1);
  private static final List<LabeledSentence> VALID = documents(15, 2);

  @TempDir private static Path folder;
  private static PretrainedEncoder encoder;

  /** What a name is depends on the sentence after it; each word is a piece. */
  private static List<LabeledSentence> documents(int count, long seed) {
    Random random = new Random(seed);
    List<LabeledSentence> sentences = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean person = random.nextBoolean();
      List<String> after = Collections.nCopies(2 + random.nextInt(3), person ? "c" : "d");
      sentences.addAll(
          LabeledSentence.ofDocument(
              List.of(
                  new LabeledSentence(List.of("a", "b"), List.of("O", person ? "B-PER" : "B-LOC")),
                  new LabeledSentence(after, Collections.nCopies(after.size(), "O")))));
    }
    return sentences;
  }

  @BeforeAll
  static void readEncoder() throws IOException {
    SmallEncoder bert = new SmallEncoder("bert");
    Files.write(folder.resolve("config.json"), bert.file("config.json"));
    Files.write(folder.resolve("model.safetensors"), bert.file("model.safetensors"));
    Files.writeString(
        folder.resolve("vocab.txt"),
        "[PAD]\n[UNK]\n[CLS]\n[SEP]\n[MASK]\na\nb\nc\nd\ne\nf\ng\nh\ni\nj\nk\nl\nm\nn\no\n");
    encoder =
        PretrainedEncoderReader.read(
            PretrainedEncoderFolder.of(folder),
            new PretrainedEncoderReader.Options(null, null, null, true));
  }

  private static TrainingOptions options() {
    TrainingOptions options = Preset.FINE_TUNED.options();
    return options
        .withArchitecture(options.architecture().withWordDimension(12).withHidden(16))
        .withRecipe(
            recipe ->
                recipe
                    .with()
                    .epochs(10)
                    .batchSize(4)
                    .learningRate(0.02)
                    .encoderLearningRate(0.01)
                    .seed(5)
                    .build())
        .withContextual(encoder);
  }

  private static NeuralModel train(Checkpointing checkpointing, TrainingListener listener) {
    return (NeuralModel)
        new Trainer(options()).train(TRAIN, VALID, ToyCorpus.NO_VECTORS, checkpointing, listener);
  }

  private static void assertSame(NeuralModel found, NeuralModel expected) {
    assertSameWeights(found, expected);
    assertThat(found.contextual().fingerprint()).isEqualTo(expected.contextual().fingerprint());
  }

  private static void assertSameWeights(NeuralModel found, NeuralModel expected) {
    for (Tensor tensor : expected.weights().tensors()) {
      assertThat(found.weights().values(tensor.name()))
          .as(tensor.name())
          .isEqualTo(tensor.values());
    }
  }

  @Test
  void learnsFromDocumentsAndGoesOnFromACheckpointToTheSameModel(@TempDir Path checkpoints) {
    NeuralModel unbroken = train(Checkpointing.NONE, TrainingListener.NONE);

    assertThat(unbroken.training().metrics().get("valid_f1")).isGreaterThan(90);
    assertThat(unbroken.contextual().fingerprint()).isNotEqualTo(encoder.fingerprint());
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
            () -> train(Checkpointing.in(checkpoints, Checkpointing.Start.AFRESH), interrupter))
        .isInstanceOf(InterruptedRunException.class);
    assertSame(
        train(Checkpointing.in(checkpoints, Checkpointing.Start.RESUME), TrainingListener.NONE),
        unbroken);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void workersTeachItToo(int workers) {
    AveragingOptions averaging =
        AveragingOptions.of(workers)
            .withRecipe(
                recipe ->
                    recipe.with().averagingInterval(3).averagingWarmUp(0).batchScaling(0).build());
    NeuralModel together =
        (NeuralModel)
            new RoundTrainer(options(), averaging)
                .train(
                    Corpus.of(TRAIN, VALID),
                    VALID,
                    ToyCorpus.NO_VECTORS,
                    (blueprint, lexicon) -> new ThreadlessWorkers(TRAIN, blueprint, lexicon, null),
                    Checkpointing.NONE,
                    TrainingListener.NONE);

    assertThat(together.training().metrics().get("valid_f1")).isGreaterThan(60);
    if (workers == 1) {
      // Word pieces that no batch reads are brought up to date at each round: so they are rounded
      // otherwise, and the encoder is not the same to the last bit.
      assertSameWeights(together, train(Checkpointing.NONE, TrainingListener.NONE));
    }
  }
}
