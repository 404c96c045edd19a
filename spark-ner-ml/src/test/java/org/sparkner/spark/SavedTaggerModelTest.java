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

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.evaluation.Evaluator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparkner.error.BadModelException;
import org.sparkner.error.UsageException;
import org.sparkner.model.IfExists;
import org.sparkner.model.ModelWriter;
import org.sparkner.signature.TrustedKeys;
import org.sparkner.tagger.Tagger;

/** What becomes of a model that is saved, and of one that is loaded. */
@Tag("lines")
class SavedTaggerModelTest extends SparkTest {
  private static final String TEXT = "Ada met w1 and w2. They saw w3 in w4!";

  @TempDir Path folder;

  private static NerTaggerModel model() {
    return new NerTaggerModel(TinyModel.entities());
  }

  private static Dataset<Row> texts() {
    return SPARK.sql("SELECT * FROM VALUES (1, '" + TEXT + "'), (2, 'w5 w6') AS t(id, text)");
  }

  @Test
  void aFreshModelFindsWhatTheSavedOneFinds() throws IOException {
    NerTaggerModel fresh = model().setInputCol("text");
    String path = folder.resolve("model").toString();

    List<Row> before = fresh.transform(texts()).collectAsList();
    fresh.save(path);

    assertThat(NerTaggerModel.load(path).transform(texts()).collectAsList()).isEqualTo(before);
    assertThat(fresh.transform(texts()).collectAsList()).isEqualTo(before);
  }

  @Test
  void pipelinesSaveAndLoadIt() throws IOException {
    String path = folder.resolve("pipeline").toString();
    PipelineModel fitted =
        new Pipeline().setStages(new PipelineStage[] {model().setInputCol("text")}).fit(texts());

    fitted.save(path);

    assertThat(PipelineModel.load(path).transform(texts()).collectAsList())
        .isEqualTo(fitted.transform(texts()).collectAsList());
  }

  @Test
  void partsOfSparksOwnStagesAreRefusedWhereSparkWouldNotLoadThem() throws IOException {
    PipelineModel pipeline =
        new Pipeline().setStages(new PipelineStage[] {model().setInputCol("text")}).fit(texts());
    for (String name : List.of("a b", "c#d%20", "e}f", "g*h", "i]j")) {
      String path = folder.resolve(name).toString();
      pipeline.save(path);
      assertThat(PipelineModel.load(path).stages()).hasSize(1);
    }
    for (String name : List.of("a,b", "c[d]", "e{f}", "g\\h", "i:j")) {
      String path = folder.resolve(name).toString();
      assertThatThrownBy(() -> pipeline.save(path))
          .isInstanceOf(UsageException.class)
          .hasMessageContaining("cannot be loaded by Spark");
    }
  }

  @Test
  void readsMetadataThatSparkWroteCompressed() throws IOException {
    NerTaggerModel stage = model().setInputCol("text");
    Path path = folder.resolve("a,b");
    stage.save(path.toString());
    Path metadata = path.resolve("metadata");
    byte[] json = Files.readAllBytes(metadata.resolve("part-00000"));
    Files.delete(metadata.resolve("part-00000"));
    try (OutputStream out =
        new GZIPOutputStream(Files.newOutputStream(metadata.resolve("part-00000.gz")))) {
      out.write(json);
    }

    assertThat(NerTaggerModel.load(path.toString()).getInputCol()).isEqualTo("text");
    assertThatThrownBy(() -> NerTagger.load(path.toString()))
        .isInstanceOf(BadModelException.class)
        .hasMessageEndingWith(
            "holds a org.sparkner.spark.NerTaggerModel, not a NerTagger; load it by its own"
                + " class.");
  }

  @Test
  void anExistingPathIsRefusedUnlessItIsToBeOverwritten() throws IOException {
    String path = folder.resolve("model").toString();
    model().save(path);

    assertThatThrownBy(() -> model().save(path))
        .isInstanceOf(UsageException.class)
        .hasMessageContainingAll(path, "overwrite");
    model().setInputCol("other").write().overwrite().save(path);

    assertThat(NerTaggerModel.load(path).getInputCol()).isEqualTo("other");
    assertThat(names(folder)).containsExactly("model");
  }

  @Test
  void sparkConnectKeepsItOnTheMachineOfTheServerWhateverTheDefaultFileSystem() throws IOException {
    NerTaggerModel model = new NerTaggerModel(TinyModel.entities()).setInputCol("text");
    String path = folder.resolve("kept here").toString();
    Configuration hadoop = SPARK.sparkContext().hadoopConfiguration();
    String before = hadoop.get("fs.defaultFS");
    hadoop.set("fs.defaultFS", "hdfs://nowhere:1");

    NerTaggerModel loaded;
    try {
      new NerTaggerModelWriter(model).saveToLocal(path);
      loaded = new NerTaggerModelReader(TrustedKeys.UNCHECKED).loadFromLocal(path);
    } finally {
      hadoop.set("fs.defaultFS", before);
    }

    assertThat(folder.resolve("kept here/model/manifest.json")).exists();
    assertThat(loaded.uid()).isEqualTo(model.uid());
    assertThat(loaded.getInputCol()).isEqualTo("text");
    assertThat(loaded.labels()).isEqualTo(model.labels());
  }

  @Test
  void sparkConnectFindsTheStagesAsServicesAndMakesThemWithoutAModel() {
    assertThat(services(Transformer.class)).contains(NerTaggerModel.class);
    assertThat(services(Estimator.class)).contains(NerTagger.class);
    assertThat(services(Evaluator.class)).contains(EntityEvaluator.class);
    NerTaggerModel empty = new NerTaggerModel();
    Dataset<Row> texts = SPARK.sql("SELECT array('Ada') AS tokens");
    assertThatThrownBy(() -> empty.transform(texts))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("made without a model");
  }

  private static <S> Stream<Class<?>> services(Class<S> service) {
    return ServiceLoader.load(service).stream().<Class<?>>map(ServiceLoader.Provider::type);
  }

  @Test
  void loadsWhatTheCoreSavedAndTheCoreLoadsWhatItSaved() throws IOException {
    Path ours = folder.resolve("ours");
    Path theirs = folder.resolve("theirs");
    model().save(ours.toString());
    ModelWriter.write(TinyModel.entities(), theirs, IfExists.REFUSE);

    assertThat(Tagger.load(ours).tag(TEXT))
        .isEqualTo(Tagger.of(NerTaggerModel.load(theirs.toString()).model()).tag(TEXT));
  }

  @Test
  void aMissingOrDamagedModelIsNamed() throws IOException {
    Path path = folder.resolve("model");
    model().save(path.toString());
    Path weights = path.resolve("model/weights.safetensors");
    byte[] bytes = Files.readAllBytes(weights);
    bytes[bytes.length / 2] ^= 1;
    Files.delete(path.resolve("model/.weights.safetensors.crc"));
    Files.write(weights, bytes);

    assertThatThrownBy(() -> NerTaggerModel.load(path.toString()))
        .isInstanceOf(BadModelException.class)
        .hasMessageContaining("weights.safetensors");
    assertThatThrownBy(() -> NerTaggerModel.load(folder.resolve("none").toString()))
        .isInstanceOf(BadModelException.class)
        .hasMessageContaining("none");
  }

  /** What would show that a class was initialised, which is where code of it first runs. */
  static final class Trap {
    static {
      System.setProperty("spark.sparkner.trap", "sprung");
    }

    private Trap() {}
  }

  @Test
  void theClassThatTheMetadataNameIsLookedAtBeforeAnythingIsLoaded() throws IOException {
    Path path = folder.resolve("model");
    model().save(path.toString());
    Files.delete(path.resolve("model/weights.safetensors"));
    Path metadata = path.resolve("metadata/part-00000");
    String named =
        Files.readString(metadata).replace(NerTaggerModel.class.getName(), Trap.class.getName());
    Files.delete(path.resolve("metadata/.part-00000.crc"));
    Files.writeString(metadata, named);

    assertThatThrownBy(() -> NerTaggerModel.load(path.toString()))
        .isInstanceOf(BadModelException.class)
        .hasMessageContaining("holds a " + Trap.class.getName() + ", not a NerTaggerModel");
    assertThat(System.getProperty("spark.sparkner.trap")).isNull();
  }

  @Test
  void aPipeIsNoPart() throws Exception {
    Path path = folder.resolve("model");
    model().save(path.toString());
    Path manifest = path.resolve("model/manifest.json");
    Files.delete(manifest);
    Files.delete(path.resolve("model/.manifest.json.crc"));
    assertThat(new ProcessBuilder("mkfifo", manifest.toString()).start().waitFor()).isZero();

    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () ->
            assertThatThrownBy(() -> NerTaggerModel.load(path.toString()))
                .isInstanceOf(BadModelException.class)
                .hasMessageContaining("found no such file"));
  }

  private static Set<String> names(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
    }
  }
}
