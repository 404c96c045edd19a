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

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparkner.catalog.ModelJar;
import org.sparkner.error.BadModelException;
import org.sparkner.model.IfExists;
import org.sparkner.model.ModelWriter;
import org.sparkner.model.NerModel;

/** Stages of models that are found by their names. */
class PretrainedModelTest extends SparkTest {
  private static final NerModel MODEL = TinyModel.entities();
  private static final String SETTING = "spark.sparkner.models";

  @TempDir private Path folder;

  @AfterEach
  void unset() {
    SPARK.conf().unset(SETTING);
  }

  @Test
  void aJarOfTheDriversClassPathHasTheModel() throws Exception {
    Path jar = ModelJar.of("tiny", MODEL).write(folder.resolve("tiny.jar"));
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    NerTaggerModel stage;
    try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, before)) {
      thread.setContextClassLoader(loader);
      stage = NerTaggerModel.pretrained("tiny");
    } finally {
      thread.setContextClassLoader(before);
    }

    assertThat(tagged(stage)).isEqualTo(tagged(new NerTaggerModel(MODEL)));
  }

  @Test
  void theDirectoriesOfTheCallGoBeforeThoseOfTheSession() {
    ModelWriter.write(MODEL, folder.resolve("session/tiny"), IfExists.REFUSE);
    ModelWriter.write(MODEL.withTemperature(3), folder.resolve("call/tiny"), IfExists.REFUSE);
    SPARK.conf().set(SETTING, folder.resolve("session").toString());

    assertThat(NerTaggerModel.pretrained("tiny").model().temperature()).isEqualTo(1);
    assertThat(
            NerTaggerModel.pretrained("tiny", folder.resolve("call").toString())
                .model()
                .temperature())
        .isEqualTo(3);
  }

  @Test
  void aPathIsLoadedWithTheParamsThatWereSaved() throws Exception {
    String path = folder.resolve("saved").toString();
    new NerTaggerModel(MODEL).setInputCol("body").write().save(path);

    assertThat(NerTaggerModel.pretrained(path).getInputCol()).isEqualTo("body");
    assertThatThrownBy(() -> NerTaggerModel.pretrained(path + "-missing"))
        .isInstanceOf(BadModelException.class)
        .hasMessageContaining("saved-missing does not exist");
  }

  @Test
  void aNameThatIsUnknownListsThoseThatThereAre() {
    ModelWriter.write(MODEL, folder.resolve("tiny"), IfExists.REFUSE);
    SPARK.conf().set(SETTING, folder.toString());

    assertThatThrownBy(() -> NerTaggerModel.pretrained("en-other"))
        .isInstanceOf(BadModelException.class)
        .hasMessageContaining("the names tiny (" + folder.resolve("tiny") + ")");
  }

  private static List<Row> tagged(NerTaggerModel stage) {
    Dataset<Row> texts =
        SPARK.createDataset(List.of("Ada met w1.", "w2 in w3."), Encoders.STRING()).toDF("text");
    return stage.setInputCol("text").transform(texts).collectAsList();
  }
}
