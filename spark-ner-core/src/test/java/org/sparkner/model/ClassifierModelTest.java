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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparkner.error.BadModelException;
import org.sparkner.pretrained.ContextualVectors;
import org.sparkner.pretrained.EncoderDevice;
import org.sparkner.pretrained.EncoderFiles;
import org.sparkner.pretrained.PretrainedEncoder;
import org.sparkner.tags.TagScheme;

class ClassifierModelTest {
  private static final ClassifierLabels LABELS =
      new ClassifierLabels(TagScheme.IOB2, List.of("O", "B-PER", "I-PER"));

  @TempDir Path folder;

  /** Its encoder is never opened: any bytes do for its files. */
  private static ClassifierModel model(int scores, boolean wholeDocument) {
    ContextualVectors logits = new ContextualVectors("logits", scores, 8, wholeDocument);
    EncoderFiles files =
        new EncoderFiles(new byte[] {1, 2, 3}, new byte[] {4, 5}, new byte[] {6, 7, 8, 9});
    TrainingSummary training =
        TrainingSummaryBuilder.builder()
            .language("en")
            .sourceScheme("IOB2")
            .trainingFingerprint("")
            .metrics(Map.of())
            .build();
    return new ClassifierModel(
        LABELS, new PretrainedEncoder(logits, files, "test", 0), 1, training);
  }

  @Test
  void hasAsManyLabelsAsScores() {
    assertThat(model(3, false).sizes().logits().dimension()).isEqualTo(3);
    assertThatThrownBy(() -> model(4, false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("3 labels for 4 outputs of a classifier");
  }

  @Test
  void readsDocumentsWhereItsEncoderDoesAndNoAttributes() {
    assertThat(model(3, true).readsDocuments()).isTrue();
    assertThat(model(3, false).readsDocuments()).isFalse();
    assertThat(model(3, true).readsAttributes()).isFalse();
  }

  @Test
  void itsWeightsAndOperationsAreThoseOfItsGraph() {
    ClassifierModel model = model(3, false);

    assertThat(model.weights().tensors()).isEmpty();
    assertThat(model.weights().byteTensors()).isEmpty();
    assertThat(model.lexicon().words()).isEmpty();
    assertThat(model.flopsPerToken()).isNaN();
  }

  @Test
  void computesOnTheDeviceThatIsAskedFor() {
    ClassifierModel model = model(3, false).withTemperature(2).on(EncoderDevice.CPU);

    assertThat(model.encoder().device()).isEqualTo(EncoderDevice.CPU);
    assertThat(model.columns()).isEqualTo(LABELS);
    assertThat(model.temperature()).isEqualTo(2);
  }

  @Test
  void theFilesOfItsEncoderComeBackAsTheyWere() {
    ModelWriter.write(model(3, true), folder.resolve("saved"), IfExists.REFUSE);

    NerModel read = ModelReader.read(folder.resolve("saved"));

    assertThat(read.encoder().files().graph()).containsExactly(1, 2, 3);
    assertThat(read.encoder().files().tokenizer()).containsExactly(4, 5);
    assertThat(read.encoder().files().config()).containsExactly(6, 7, 8, 9);
    assertThat(read.readsDocuments()).isTrue();
    assertThat(ModelReader.manifest(folder.resolve("saved")).parts().get(4))
        .satisfies(part -> assertThat(part.name()).isEqualTo("encoder-config.json"))
        .satisfies(part -> assertThat(part.bytes()).isEqualTo(4));
  }

  @ParameterizedTest
  @ValueSource(strings = {"encoder.onnx", "encoder-tokenizer.json", "encoder-config.json"})
  void aDamagedFileOfItsEncoderIsNamed(String part) throws IOException {
    ModelWriter.write(model(3, false), folder.resolve("saved"), IfExists.REFUSE);
    Path file = folder.resolve("saved/model").resolve(part);
    byte[] bytes = Files.readAllBytes(file);
    bytes[0] ^= 0x40;
    Files.write(file, bytes);

    assertThatThrownBy(() -> ModelReader.read(folder.resolve("saved")))
        .isInstanceOf(BadModelException.class)
        .hasMessageContaining(part + " cannot be used: found SHA-256 ");
  }
}
