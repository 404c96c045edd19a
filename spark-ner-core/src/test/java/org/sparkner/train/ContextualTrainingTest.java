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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparkner.corpus.LabeledSentence;
import org.sparkner.error.BadModelException;
import org.sparkner.model.IfExists;
import org.sparkner.model.Manifest;
import org.sparkner.model.ModelReader;
import org.sparkner.model.ModelWriter;
import org.sparkner.model.NeuralModel;
import org.sparkner.pretrained.TinyEncoder;
import org.sparkner.tagger.Precision;
import org.sparkner.tagger.Tagger;

class ContextualTrainingTest {
  private static final List<LabeledSentence> TRAIN = ToyCorpus.sentences(60, 1);
  private static final List<LabeledSentence> VALID = ToyCorpus.sentences(20, 2);
  private static final List<List<String>> TOKENS =
      VALID.stream().map(LabeledSentence::tokens).toList();

  private static NeuralModel model;
  @TempDir private Path folder;

  private static TrainingOptions options() {
    return ToyCorpus.options(3, 5).withContextual(TinyEncoder.read());
  }

  private static NeuralModel train(TrainingOptions options) {
    return (NeuralModel)
        new Trainer(options)
            .train(TRAIN, VALID, ToyCorpus.NO_VECTORS, Checkpointing.NONE, TrainingListener.NONE);
  }

  @BeforeAll
  static void train() {
    model = train(options());
  }

  @Test
  void readsTheEncodersVectorsBesideTheWords() {
    NeuralModel without = train(options().withContextual(null));

    assertThat(model.architecture().inputSize()).isEqualTo(without.architecture().inputSize() + 6);
    assertThat(model.training().metrics().get("valid_f1")).isGreaterThan(50);
    assertThat(train(options()).weights().tensors())
        .as("the same again")
        .usingRecursiveFieldByFieldElementComparator()
        .containsExactlyElementsOf(model.weights().tensors());
  }

  @Test
  void savesAModelThatHoldsItsEncoder() {
    Path saved = folder.resolve("model");
    ModelWriter.write(model, saved, IfExists.REFUSE);

    assertThat(ModelReader.manifest(saved).parts())
        .extracting(Manifest.Part::name)
        .containsExactly(
            "lexicon.txt",
            "weights.safetensors",
            "encoder.onnx",
            "encoder-tokenizer.json",
            "encoder-config.json");
    assertThat(Tagger.load(saved, Precision.F32).tagSentences(TOKENS, true))
        .usingRecursiveComparison()
        .isEqualTo(Tagger.of(model, Precision.F32).tagSentences(TOKENS, true));
    assertThat(ModelReader.read(saved).withTemperature(2))
        .extracting(copy -> ((NeuralModel) copy).contextual().fingerprint())
        .isEqualTo(model.contextual().fingerprint());
  }

  @Test
  void namesThePartOfTheEncoderThatIsDamaged() throws IOException {
    Path saved = folder.resolve("model");
    ModelWriter.write(model, saved, IfExists.REFUSE);
    Path part = saved.resolve("model/encoder.onnx");
    byte[] bytes = Files.readAllBytes(part);
    bytes[bytes.length / 2] ^= 1;
    Files.write(part, bytes);

    assertThatThrownBy(() -> Tagger.load(saved))
        .isInstanceOf(BadModelException.class)
        .hasMessageContaining("encoder.onnx cannot be used: found SHA-256");
    Files.delete(part);
    assertThatThrownBy(() -> Tagger.load(saved))
        .isInstanceOf(BadModelException.class)
        .hasMessageContaining("encoder.onnx cannot be used: found no such file");
  }
}
