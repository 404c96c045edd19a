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

package org.sparkner.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.sparkner.spark.ToyTraining.sentences;
import static org.sparkner.spark.ToyTraining.texts;
import static org.sparkner.spark.ToyTraining.tiny;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparkner.error.BadDataException;
import org.sparkner.model.InputFeatures;
import org.sparkner.model.NerModel;
import org.sparkner.model.NeuralModel;
import org.sparkner.spark.version.SparkLine;

/** What a fit reads besides its dataset: word vectors, gazetteers and a pretrained encoder. */
@Tag("slow")
class TrainingResourcesTest extends SparkTest {
  private static final String ENCODER =
      Path.of("../spark-ner-core/src/test/resources/tiny-encoder").toUri().toString();

  @TempDir Path folder;

  @Test
  void readsGazetteersAndAnEncoderFromDirectoriesForANetworkWithFeatures() throws IOException {
    Files.writeString(folder.resolve("TOWN.txt"), "London\nNew York\n");

    NerTaggerModel fitted =
        tiny()
            .setEpochs(1)
            .setCapitalisationDimension(2)
            .setAffixDimension(2)
            .setWordDropout(0.1)
            .setGazetteersPath(folder.toUri().toString())
            .setPretrainedEncoder(ENCODER)
            .setPretrainedEncoderOutput("embeddings")
            .fit(sentences());
    NerModel model = fitted.model();

    assertThat(model.lexicon().gazetteers().types()).containsExactly("TOWN");
    assertThat(model.lexicon().affixes().size()).isPositive();
    InputFeatures features = ((NeuralModel) model).architecture().features();
    assertThat(features.gazetteerTypes()).isEqualTo(1);
    assertThat(features.contextual().output()).isEqualTo("embeddings");
    assertThat(fitted.transform(sentences().limit(2)).where("entities IS NOT NULL").count())
        .as("rows that the executors, who are sent the encoder, tag")
        .isEqualTo(2);
  }

  @Test
  void trainsAnEncoderWithinTheDocumentsOfTexts() {
    Dataset<Row> documents = texts().selectExpr("concat(text, ' They slept.') AS text", "spans");
    NerTagger stage =
        tiny()
            .setEpochs(1)
            .setInputCol("text")
            .setLabelCol("spans")
            .setPretrainedEncoder(ENCODER)
            .setPretrainedEncoderLowerCase(false);

    NeuralModel ofSentences = (NeuralModel) stage.fit(documents).model();
    NeuralModel ofDocuments =
        (NeuralModel) stage.setPretrainedEncoderDocument(true).fit(documents).model();

    assertThat(ofSentences.architecture().features().contextual().wholeDocument()).isFalse();
    assertThat(ofDocuments.architecture().features().contextual().wholeDocument()).isTrue();
    assertThat(ofDocuments.contextual().files().tokenizer())
        .asString(StandardCharsets.UTF_8)
        .contains("\"lowercase\":false");
    assertThat(ofDocuments.weights().tensors())
        .usingRecursiveFieldByFieldElementComparator()
        .isNotEqualTo(ofSentences.weights().tensors());
  }

  @ParameterizedTest
  @ValueSource(strings = {"bpe", "unigram"})
  void sendsAndSavesAnEncoderWithWhateverTokenizerItHas(String kind) throws IOException {
    Path tiny = Path.of("../spark-ner-core/src/test/resources/tiny-encoder");
    Path encoder = Files.createDirectory(folder.resolve("encoder"));
    Files.copy(tiny.resolve("model.onnx"), encoder.resolve("model.onnx"));
    Files.copy(tiny.resolve("config.json"), encoder.resolve("config.json"));
    Files.copy(tiny.resolve("tokenizer-" + kind + ".json"), encoder.resolve("tokenizer.json"));
    NerTaggerModel fitted =
        tiny().setEpochs(2).setPretrainedEncoder(encoder.toUri().toString()).fit(sentences());
    Path saved = folder.resolve("saved");
    fitted.write().save(saved.toUri().toString());

    NerTaggerModel loaded = NerTaggerModel.load(saved.toUri().toString());

    assertThat(((NeuralModel) loaded.model()).contextual().files().tokenizer())
        .isEqualTo(Files.readAllBytes(encoder.resolve("tokenizer.json")));
    assertThat(loaded.transform(sentences()).collectAsList())
        .isNotEmpty()
        .isEqualTo(fitted.transform(sentences()).collectAsList());
  }

  @ParameterizedTest
  @CsvSource({"spark, false", "spark, true", "dl4j, true"})
  void workersReadAnEncoderAsTheDriverWould(String runtime, boolean documents) {
    assumeTrue(
        !runtime.equals("dl4j") || SparkLine.current().scala().equals("2.12"),
        "dl4j-spark exists for Scala 2.12 only");
    Dataset<Row> data = texts().selectExpr("concat(text, ' They slept.') AS text", "spans");
    NerTagger stage =
        tiny()
            .setEpochs(1)
            .setInputCol("text")
            .setLabelCol("spans")
            .setPretrainedEncoder(ENCODER)
            .setPretrainedEncoderDocument(documents)
            .setWorkerRuntime(runtime)
            .setAveragingInterval(2);

    NerModel driver = stage.fit(data).model();
    NerModel worker = stage.setNumWorkers(1).fit(data).model();
    NerTaggerModel both = stage.setNumWorkers(2).fit(data);

    assertThat(worker.weights().tensors())
        .usingRecursiveFieldByFieldElementComparator()
        .containsExactlyElementsOf(driver.weights().tensors());
    assertThat(stage.fit(data).model().weights().tensors())
        .usingRecursiveFieldByFieldElementComparator()
        .containsExactlyElementsOf(both.model().weights().tensors());
    assertThat(both.transform(data.limit(2)).where("entities IS NOT NULL").count()).isEqualTo(2);
  }

  @Test
  void refusesADirectoryWithoutGazetteers() throws IOException {
    Files.createFile(folder.resolve(".hidden"));

    assertThatThrownBy(() -> tiny().setGazetteersPath(folder.toString()).fit(sentences()))
        .isInstanceOf(BadDataException.class)
        .hasMessage(
            folder
                + ": found no file in this directory; gazetteersPath needs files of one phrase per"
                + " line, named for their type, such as LOC.txt");
  }

  @Test
  void readsVectorsThroughThePathsOwnFileSystem() throws IOException {
    Path vectors = folder.resolve("vectors.txt");
    Files.writeString(vectors, "ada 0.1 0.2 0.3\nlondon 0.3 0.2 0.1\nthe 0 0 0.5\n");
    try (CheckedFileSystem.OnlyOne only = CheckedFileSystem.only(SPARK)) {
      NerTaggerModel model =
          tiny().setEpochs(1).setVectorsPath(CheckedFileSystem.uri(vectors)).fit(sentences());

      assertThat(((NeuralModel) model.model()).architecture().wordDimension()).isEqualTo(3);
    }
  }
}
