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
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparkner.error.BadModelException;
import org.sparkner.error.UsageException;
import org.sparkner.model.ModelReader;
import org.sparkner.signature.ModelSignature;
import org.sparkner.signature.SigningKey;
import org.sparkner.signature.TrustedKeys;

/** Models that Spark loads where only those of some keys are trusted. */
@Tag("lines")
class TrustedKeysSettingTest extends SparkTest {
  private static final SigningKey KEY = SigningKey.generate();
  private static final String UNSIGNED = "it is not signed";

  @TempDir private Path folder;
  private Path model;
  private Path keys;

  @BeforeEach
  void save() throws IOException {
    model = folder.resolve("models/tiny");
    new NerTaggerModel(TinyModel.entities()).setInputCol("text").save(model.toString());
    KEY.writeTo(folder.resolve("keys"));
    keys = folder.resolve("keys/public.pem");
  }

  @AfterEach
  void trustAll() {
    SPARK.conf().unset(TrustedKeysSetting.NAME);
    SPARK.conf().unset(PretrainedModels.DIRECTORIES);
  }

  private void sign() throws IOException {
    Files.write(
        model.resolve("model").resolve(ModelSignature.NAME),
        ModelSignature.sign(ModelReader.source(model), KEY));
  }

  @Test
  void aStageIsLoadedOnlyIfATrustedKeySignedItsModel() throws IOException {
    SPARK.conf().set(TrustedKeysSetting.NAME, keys.toString());

    assertThatThrownBy(() -> NerTaggerModel.load(model.toString()))
        .isInstanceOf(BadModelException.class)
        .hasMessageContaining(UNSIGNED);
    sign();
    assertThat(NerTaggerModel.load(model.toString()).getInputCol()).isEqualTo("text");
  }

  @Test
  void aProgramMayGiveTheKeysItself() throws IOException {
    TrustedKeys trusted = TrustedKeys.read(keys);

    assertThatThrownBy(() -> NerTaggerModel.load(model.toString(), trusted))
        .isInstanceOf(BadModelException.class)
        .hasMessageContaining(UNSIGNED);
    sign();
    assertThat(NerTaggerModel.load(model.toString(), trusted).getInputCol()).isEqualTo("text");
  }

  @Test
  void soAreNamesAndTheSqlFunction() throws IOException {
    SPARK.conf().set(PretrainedModels.DIRECTORIES, folder.resolve("models").toString());
    NerFunctions.register(SPARK, "trusting", new NerTaggerModel(TinyModel.entities()));
    SPARK.conf().set(TrustedKeysSetting.NAME, keys.toString());

    assertThatThrownBy(() -> NerTaggerModel.pretrained("tiny")).hasMessageContaining(UNSIGNED);
    assertThatThrownBy(() -> SPARK.sql("SELECT trusting('Ada met w1.', 'tiny')"))
        .hasMessageContaining(UNSIGNED);
    sign();
    assertThat(SPARK.sql("SELECT trusting('Ada met w1.', 'tiny')").first().isNullAt(0)).isFalse();
  }

  @Test
  void soAreStagesOfAPipeline() throws IOException {
    String path = folder.resolve("pipeline").toString();
    new Pipeline()
        .setStages(
            new PipelineStage[] {new NerTaggerModel(TinyModel.entities()).setInputCol("text")})
        .fit(SPARK.sql("SELECT 'Ada' AS text"))
        .save(path);
    SPARK.conf().set(TrustedKeysSetting.NAME, keys.toString());

    assertThatThrownBy(() -> PipelineModel.load(path)).hasMessageContaining(UNSIGNED);
  }

  @Test
  void whatIsSavedAgainIsNotSigned() throws IOException {
    sign();
    String again = folder.resolve("again").toString();
    NerTaggerModel.load(model.toString()).save(again);
    SPARK.conf().set(TrustedKeysSetting.NAME, keys.toString());

    assertThatThrownBy(() -> NerTaggerModel.load(again)).hasMessageContaining(UNSIGNED);
  }

  @Test
  void keysThatAreNotThereAreAMistakeAndNotNone() {
    SPARK.conf().set(TrustedKeysSetting.NAME, folder.resolve("absent.pem").toString());

    assertThatThrownBy(() -> NerTaggerModel.load(model.toString()))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("absent.pem: there is no such file");
  }

  @Test
  void anEmptySettingIsAMistakeToo() throws IOException {
    sign();
    SPARK.conf().set(TrustedKeysSetting.NAME, " ");

    assertThatThrownBy(() -> NerTaggerModel.load(model.toString()))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(TrustedKeysSetting.NAME + " is empty");
  }
}
