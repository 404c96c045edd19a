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
import org.sparkner.error.BadModelException;
import org.sparkner.pretrained.PretrainedEncoderFolder;
import org.sparkner.tags.TagScheme;

class ClassifierReaderTest {
  private static final ClassifierReader.Options ENGLISH = new ClassifierReader.Options("en", null);

  @TempDir private Path folder;

  private ClassifierModel read() {
    return ClassifierReader.read(PretrainedEncoderFolder.of(folder), ENGLISH);
  }

  private ClassifierModel read(String... labels) throws IOException {
    TinyClassifier.write(folder, List.of(labels), Map.of("ada", new float[labels.length]));
    return read();
  }

  private void assertRefused(String found, String... labels) {
    assertThatThrownBy(() -> read(labels))
        .isInstanceOf(BadModelException.class)
        .hasMessageStartingWith("Classifier " + folder.resolve("config.json"))
        .hasMessageContaining("found " + found)
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
  }

  @Test
  void labelsOfAnySchemeAndSpellingAreReadAndTheOrderIsTheClassifiers() throws IOException {
    ClassifierModel iob2 = read("B-PER", "O", "I-PER", "B-LOC", "I-LOC");
    assertThat(iob2.columns().scheme()).isEqualTo(TagScheme.IOB2);
    assertThat(iob2.labels().labels())
        .containsExactly(
            "O", "B-LOC", "I-LOC", "E-LOC", "S-LOC", "B-PER", "I-PER", "E-PER", "S-PER");
    assertThat(read("O", "I-PER", "B-LOC", "I-LOC").columns().scheme())
        .as("nothing begins a PER")
        .isEqualTo(TagScheme.IOB1);
    ClassifierModel bilou = read("O", "B_PER", "I_PER", "L_PER", "U_PER");
    assertThat(bilou.columns())
        .isEqualTo(
            new ClassifierLabels(
                TagScheme.BIOES, List.of("O", "B-PER", "I-PER", "E-PER", "S-PER")));
    assertThat(read("NOUN", "VERB").labels().scheme()).isEqualTo(TagScheme.PLAIN);
  }

  @Test
  void aSchemeThatIsNamedGoesBeforeThatOfTheLabels() {
    List<String> labels = List.of("O", "B-PER", "I-PER");

    assertThat(ClassifierReader.labels(labels, TagScheme.IOB1).scheme()).isEqualTo(TagScheme.IOB1);
    assertThat(ClassifierReader.labels(labels, TagScheme.PLAIN).columns()).isEqualTo(labels);
  }

  @Test
  void labelsThatAreNoSchemeAreRefused() {
    assertRefused("the label LABEL_0 in id2label, which says nothing", "LABEL_0", "LABEL_1");
    assertRefused("no label O for tokens outside of entities", "B-PER", "I-PER");
    assertRefused("the label B-PER twice", "O", "B-PER", "b-PER", "I-PER");
    assertRefused("no name of label 1 in id2label, expected the names of labels 0 to 1", "O", " ");
  }

  @Test
  void aLabelThatIsNoTagStandsBesideTagsOnlyWhereTheyAreSaidToBePlain() {
    List<String> labels = List.of("O", "B-PER", "I-PER", "B-LOC", "I-LOC", "person");

    assertThatThrownBy(() -> ClassifierReader.labels(labels, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the label person beside tags");
    assertThat(ClassifierReader.labels(labels, TagScheme.PLAIN).columns()).isEqualTo(labels);
  }

  @Test
  void aConfigOfAnotherGraphIsRefused() throws IOException {
    TinyClassifier.write(folder, "{\"id2label\": {\"0\": \"O\"}}", 3, Map.of());
    assertThatThrownBy(this::read)
        .hasMessageContaining(
            "found id2label of 1 labels, expected as many as the graph scores, 3");

    Files.writeString(folder.resolve("config.json"), "{}");
    assertThatThrownBy(this::read).hasMessageContaining("found no id2label");
    Files.writeString(folder.resolve("config.json"), "{");
    assertThatThrownBy(this::read).hasMessageContaining("config.json");
    Files.delete(folder.resolve("model.onnx"));
    assertThatThrownBy(this::read).hasMessageContaining("model.onnx");
  }

  @Test
  void isSavedAndReadAgain() throws IOException {
    ClassifierModel model = read("O", "I-PER").withTemperature(2);
    Path saved = folder.resolve("model");

    ModelWriter.write(model, saved, IfExists.REPLACE);
    NerModel again = ModelReader.read(saved);

    assertThat(again).isInstanceOf(ClassifierModel.class);
    assertThat(again.sizes()).isEqualTo(model.sizes());
    assertThat(again.temperature()).isEqualTo(2);
    assertThat(again.labels()).isEqualTo(model.labels());
    assertThat(again.encoder().files().graph()).isEqualTo(model.encoder().files().graph());
  }
}
