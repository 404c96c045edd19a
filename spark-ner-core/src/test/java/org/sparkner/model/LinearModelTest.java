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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparkner.error.BadModelException;
import org.sparkner.feature.EmissionScorer;
import org.sparkner.feature.FeatureTemplate;
import org.sparkner.feature.WordScores;
import org.sparkner.lexicon.AttributeValues;
import org.sparkner.lexicon.Lexicon;
import org.sparkner.pretrained.EncoderDevice;
import org.sparkner.tags.LabelSet;
import org.sparkner.tags.TagScheme;

class LinearModelTest {
  @TempDir Path folder;
  private Path directory;

  @BeforeEach
  void nameTheModel() {
    directory = folder.resolve("saved");
  }

  @Test
  void comesBackAsItWas() {
    LinearModel model = model();
    ModelWriter.write(model, directory, IfExists.REFUSE);

    LinearModel read = (LinearModel) ModelReader.read(directory);

    assertThat(read.algorithm()).isEqualTo(Algorithm.CRF);
    assertThat(read.templates()).isEqualTo(model.templates());
    assertThat(read.labels()).isEqualTo(model.labels());
    assertThat(read.lexicon().words()).isEqualTo(model.lexicon().words());
    assertThat(read.training()).isEqualTo(model.training());
    assertThat(read.weights().tensors())
        .usingRecursiveFieldByFieldElementComparator()
        .containsExactlyElementsOf(model.weights().tensors());
  }

  @Test
  void tellsItsSizesInTheManifest() {
    ModelWriter.write(model(), directory, IfExists.REFUSE);

    Manifest manifest = ModelReader.manifest(directory);

    assertThat(manifest.algorithm()).isEqualTo(Algorithm.CRF);
    assertThat(manifest.sizes())
        .isEqualTo(new LinearSizes(List.of("word[0]", "word[-1]|word[0]"), 2, 3));
    assertThat(manifest.parameters()).isEqualTo(2 + 3 + 3 + 4 + 2 + 2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"manifest.json", "lexicon.txt", "weights.safetensors"})
  void isRefusedWithoutAPart(String part) throws IOException {
    ModelWriter.write(model(), directory, IfExists.REFUSE);
    Files.delete(directory.resolve("model").resolve(part));

    assertThatThrownBy(() -> ModelReader.read(directory))
        .isInstanceOf(BadModelException.class)
        .hasMessageContaining(part);
  }

  @ParameterizedTest
  @CsvSource({
    "'\"crf\"', '\"svm\"', algorithm needs neural",
    "'word[0]', 'stem[0]', no attribute 'stem'",
    "'\"features\" : 2', '\"features\" : -1', found -1",
    "'\"features\" : 2', '\"features\" : 3', lexicon.txt",
    "'\"featureWeights\" : 3', '\"featureWeights\" : 4', weights.safetensors",
  })
  void isRefusedWhereTheManifestIsWrong(String right, String wrong, String message)
      throws IOException {
    ModelWriter.write(model(), directory, IfExists.REFUSE);
    Path manifest = directory.resolve("model/manifest.json");
    String json = Files.readString(manifest);
    assertThat(json).contains(right);
    Files.writeString(manifest, json.replaceFirst(java.util.regex.Pattern.quote(right), wrong));

    assertThatThrownBy(() -> ModelReader.read(directory))
        .isInstanceOf(BadModelException.class)
        .hasMessageContaining(message);
  }

  @Test
  void holdsNoWeightOfALabelThatItDoesNotHave() {
    List<Tensor> tensors = new ArrayList<>(model().weights().tensors());
    tensors.set(1, new Tensor(LinearModel.FEATURE_LABELS, new int[] {3}, new float[] {0, 1, 2}));

    assertThatThrownBy(() -> model(tensors))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2.0 for a label");
  }

  @Test
  void scoresAWordByTheWeightsOfItsFeatures() {
    LinearModel model = model();

    WordScores known = new EmissionScorer(model.templates(), model.table()).word("a");

    assertThat(known.sums()).isDeepEqualTo(new float[][] {{1, -1}});
  }

  @Test
  void readsAttributesWhereItsLexiconHasSome() {
    LinearModel model = model();
    Lexicon lexicon = model.lexicon().withAttributeValues(AttributeValues.of(List.of("NNP")));
    LinearModel withAttributes =
        new LinearModel(
            model.algorithm(),
            model.templates(),
            model.labels(),
            lexicon,
            model.weights(),
            model.training());

    assertThat(withAttributes.readsAttributes()).isTrue();
    assertThat(model.readsAttributes()).isFalse();
    assertThat(model.readsDocuments()).isFalse();
  }

  @Test
  void hasNoMatrixProductsAndNoEncoder() {
    LinearModel model = model();

    assertThat(model.flopsPerToken()).isNaN();
    assertThat(model.encoder()).isNull();
    assertThat(model.on(EncoderDevice.CPU)).isSameAs(model);
  }

  @Test
  void anotherTemperatureOrSummaryChangesNothingElse() {
    LinearModel model = model();
    TrainingSummary summary = model.training().withMetrics(Map.of("valid_f1", 60.0));

    LinearModel changed = model.withTemperature(1.5).withTraining(summary);

    assertThat(changed.temperature()).isEqualTo(1.5);
    assertThat(changed.training()).isEqualTo(summary);
    assertThat(changed.weights()).isSameAs(model.weights());
    assertThat(changed.sizes()).isEqualTo(model.sizes());
  }

  private static LinearModel model() {
    return model(
        List.of(
            new Tensor(LinearModel.FEATURE_COUNTS, new int[] {2}, new float[] {2, 1}),
            new Tensor(LinearModel.FEATURE_LABELS, new int[] {3}, new float[] {0, 1, 1}),
            new Tensor(LinearModel.FEATURE_WEIGHTS, new int[] {3}, new float[] {1, -1, 0.5f}),
            new Tensor(Weights.TRANSITIONS, new int[] {2, 2}, new float[] {1, 2, 3, 4}),
            new Tensor(Weights.BEGIN, new int[] {2}, new float[] {5, 6}),
            new Tensor(Weights.END, new int[] {2}, new float[] {7, 8})));
  }

  private static LinearModel model(List<Tensor> tensors) {
    return new LinearModel(
        Algorithm.CRF,
        FeatureTemplate.parseAll("word[0] word[-1]|word[0]"),
        LabelSet.of(TagScheme.PLAIN, List.of("NOUN", "VERB")),
        new Lexicon(List.of("word[0]=a", "word[-1]|word[0]=a|b"), new int[0]),
        new Weights(tensors),
        TrainingSummaryBuilder.builder()
            .language("en")
            .sourceScheme("PLAIN")
            .trainingSentences(1)
            .trainingTokens(2)
            .trainingFingerprint("abc")
            .seed(1)
            .epoch(12)
            .metrics(Map.of("valid_f1", 50.0))
            .build());
  }
}
