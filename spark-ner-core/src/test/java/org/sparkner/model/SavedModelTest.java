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

package org.sparkner.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparkner.error.BadModelException;
import org.sparkner.error.UsageException;
import org.sparkner.lexicon.Lexicon;
import org.sparkner.tags.LabelSet;

class SavedModelTest {
  private static final Architecture SMALL =
      Architecture.DEFAULT
          .with()
          .wordDimension(5)
          .characterDimension(4)
          .characterFilters(3)
          .hidden(2)
          .maxWordLength(10)
          .build();

  @TempDir Path folder;
  private Path directory;

  @BeforeEach
  void nameTheModel() {
    directory = folder.resolve("saved");
  }

  @Test
  void comesBackAsItWas() {
    NeuralModel model = model(1);
    ModelWriter.write(model, directory, IfExists.REFUSE);

    NeuralModel read = (NeuralModel) ModelReader.read(directory);

    assertThat(read.architecture()).isEqualTo(model.architecture());
    assertThat(read.labels()).isEqualTo(model.labels());
    assertThat(read.training()).isEqualTo(model.training());
    assertThat(read.lexicon().words()).isEqualTo(model.lexicon().words());
    assertThat(read.lexicon().characters()).isEqualTo(model.lexicon().characters());
    assertThat(read.weights().tensors())
        .usingRecursiveFieldByFieldElementComparator()
        .containsExactlyElementsOf(model.weights().tensors());
  }

  @Test
  void keepsItsMetricsEvenWhereThereIsNone() {
    NeuralModel model = model(1);
    TrainingSummary training =
        TrainingSummaryBuilder.builder()
            .language("sv")
            .sourceScheme("IOB1")
            .trainingSentences(3)
            .trainingTokens(40)
            .trainingFingerprint("abc")
            .seed(-5)
            .epoch(2)
            .metrics(Map.of("valid_f1", 94.5, "train_f1", Double.NaN))
            .build();
    NeuralModel trained =
        new NeuralModel(
            model.architecture(), model.labels(), model.lexicon(), model.weights(), training);

    ModelWriter.write(trained, directory, IfExists.REFUSE);

    assertThat(ModelReader.manifest(directory).training()).isEqualTo(training);
  }

  @Test
  void keepsItsTemperature() {
    ModelWriter.write(model(1).withTemperature(1.75), directory, IfExists.REFUSE);

    assertThat(ModelReader.read(directory).temperature()).isEqualTo(1.75);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "\"NaN\"", "\"hot\""})
  void isRefusedWithoutATemperatureAboveZero(String value) throws IOException {
    ModelWriter.write(model(1), directory, IfExists.REFUSE);
    replaceInManifest("\"temperature\" : 1.0", "\"temperature\" : " + value);

    assertThatThrownBy(() -> ModelReader.read(directory))
        .isInstanceOf(BadModelException.class)
        .hasMessageContaining("manifest.json")
        .hasMessageContaining("temperature");
  }

  private void replaceInManifest(String found, String replacement) throws IOException {
    Path manifest = directory.resolve("model/manifest.json");
    String json = Files.readString(manifest);
    assertThat(json).contains(found);
    Files.writeString(manifest, json.replace(found, replacement));
  }

  @Test
  void isTheSameBytesForTheSameModel() throws IOException {
    ModelWriter.write(model(1), directory, IfExists.REFUSE);
    ModelWriter.write(model(1), folder.resolve("again"), IfExists.REFUSE);

    for (String part : List.of("manifest.json", "lexicon.txt", "weights.safetensors")) {
      assertThat(directory.resolve("model").resolve(part))
          .hasSameBinaryContentAs(folder.resolve("again/model").resolve(part));
    }
  }

  @Test
  void tellsAboutItselfWithoutItsWeights() throws IOException {
    ModelWriter.write(model(7), directory, IfExists.REFUSE);
    Files.delete(directory.resolve("model/weights.safetensors"));

    Manifest manifest = ModelReader.manifest(directory);

    assertThat(manifest.labels()).containsExactly("O", "B-PER", "I-PER", "E-PER", "S-PER");
    assertThat(manifest.training().seed()).isEqualTo(7);
    assertThat(manifest.software()).containsKeys("spark-ner", "java");
    assertThat(manifest.software().get("spark-ner")).matches("\\d+\\.\\d+.*");
    assertThat(manifest.parts())
        .extracting(Manifest.Part::name)
        .containsExactly("lexicon.txt", "weights.safetensors");
    assertThat(manifest.parameters())
        .isEqualTo(model(7).weights().tensors().stream().mapToLong(t -> t.values().length).sum());
  }

  @Test
  void isNotReplacedUnlessAsked() {
    ModelWriter.write(model(1), directory, IfExists.REFUSE);

    assertThatThrownBy(() -> ModelWriter.write(model(2), directory, IfExists.REFUSE))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("exists");
    assertThat(ModelReader.manifest(directory).training().seed()).isEqualTo(1);

    ModelWriter.write(model(2), directory, IfExists.REPLACE);
    assertThat(ModelReader.read(directory).training().seed()).isEqualTo(2);
  }

  @Test
  void neverReplacesWhatIsNoModel() throws IOException {
    Files.createDirectories(directory.resolve("precious"));

    assertThatThrownBy(() -> ModelWriter.write(model(1), directory, IfExists.REPLACE))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("other than a saved model");
    assertThat(directory.resolve("precious")).exists();
  }

  @Test
  void leavesNothingBehindButItself() throws IOException {
    ModelWriter.write(model(1), directory, IfExists.REFUSE);
    ModelWriter.write(model(2), directory, IfExists.REPLACE);
    NeuralModel diverged = model(3);
    diverged.weights().values(Weights.EMISSION_BIAS)[1] = Float.NaN;

    assertThatThrownBy(() -> ModelWriter.write(diverged, directory, IfExists.REPLACE))
        .isInstanceOf(BadModelException.class)
        .hasMessageContaining("emission.bias[1] = NaN");

    try (Stream<Path> entries = Files.list(folder)) {
      assertThat(entries).containsExactly(directory);
    }
    assertThat(ModelReader.read(directory).training().seed()).isEqualTo(2);
  }

  @Test
  void isWholeWhoeverReadsItWhileItIsReplaced() throws Exception {
    ModelWriter.write(model(0), directory, IfExists.REFUSE);
    AtomicBoolean done = new AtomicBoolean();
    CompletableFuture<Void> replacing =
        CompletableFuture.runAsync(
            () -> {
              for (int seed = 1; seed <= 20; seed++) {
                ModelWriter.write(model(seed), directory, IfExists.REPLACE);
              }
              done.set(true);
            });

    int whole = 0;
    while (!done.get() && !replacing.isCompletedExceptionally()) {
      try {
        ModelReader.read(directory);
        whole++;
      } catch (BadModelException e) {
        // Between the renames, or begun before and ended after them: it is said to be missing or
        // not to match, never taken for a model.
        assertThat(e).hasMessageContainingAll(directory.toString());
      }
    }
    replacing.join();

    assertThat(whole).isPositive();
    assertThat(ModelReader.read(directory).training().seed()).isEqualTo(20);
  }

  @Test
  void cannotBeWrittenBelowAFile() throws IOException {
    Files.writeString(folder.resolve("file"), "");

    assertThatThrownBy(
            () -> ModelWriter.write(model(1), folder.resolve("file/model"), IfExists.REFUSE))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("cannot be written");
  }

  @Test
  void refusesWeightsOfOtherSizesThanItsArchitecture() {
    NeuralModel model = model(1);
    NeuralModel wrong =
        new NeuralModel(
            SMALL.withHidden(3),
            model.labels(),
            model.lexicon(),
            model.weights(),
            model.training());

    assertThatThrownBy(() -> ModelWriter.write(wrong, directory, IfExists.REFUSE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("lstm.forward.input");
    assertThat(folder).isEmptyDirectory();
  }

  private static NeuralModel model(long seed) {
    Lexicon lexicon =
        new Lexicon(List.of("the", "köln", "東京", "😀", "…"), new int[] {'a', 0x1F600});
    return RandomModel.of(SMALL, LabelSet.bioes(List.of("PER")), lexicon, seed);
  }
}
