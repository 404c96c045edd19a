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

package org.sparkner.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparkner.error.BadModelException;
import org.sparkner.model.IfExists;
import org.sparkner.model.ModelReader;
import org.sparkner.model.ModelSource;
import org.sparkner.model.ModelWriter;
import org.sparkner.model.NerModel;
import org.sparkner.model.RandomModel;
import org.sparkner.signature.ModelSignature;
import org.sparkner.signature.SigningKey;
import org.sparkner.signature.TrustedKeys;
import org.sparkner.tagger.Entity;
import org.sparkner.tagger.Tagger;

class ModelCatalogTest {
  private static final NerModel MODEL = RandomModel.tiny();
  private static final String TEXT = "Ada met w1 in w2. They saw w3 in w4!";

  @TempDir private Path folder;

  @Test
  void aModelIsReadFromAJarOnTheClassPath() throws IOException {
    try (URLClassLoader loader = loader(ModelJar.of("en", MODEL))) {
      ModelSource found = ModelCatalog.of(loader, Map.of()).named("en");

      assertThat(tags(ModelReader.read(found))).isEqualTo(tags(MODEL)).isNotEmpty();
      assertThat(found.locate("lexicon.txt"))
          .startsWith("jar:file:")
          .endsWith(".jar!/org/sparkner/models/en/model/lexicon.txt");
    }
  }

  @Test
  void aModelOfAJarIsSignedBeforeItIsPacked() throws IOException {
    SigningKey key = SigningKey.generate();
    key.writeTo(folder.resolve("keys"));
    TrustedKeys keys = TrustedKeys.read(folder.resolve("keys/public.pem"));
    ModelJar unsigned = ModelJar.of("en", MODEL);
    save(folder, "en");
    byte[] signature = ModelSignature.sign(ModelReader.source(folder.resolve("en")), key);
    try (URLClassLoader loader = loader(unsigned)) {
      ModelSource found = ModelCatalog.of(loader, Map.of()).named("en");
      assertThatThrownBy(() -> ModelReader.read(keys.guard(found)))
          .isInstanceOf(BadModelException.class)
          .hasMessageContaining("it is not signed");
    }
    try (URLClassLoader loader = loader(unsigned.with("en", "manifest.sig", unused -> signature))) {
      ModelSource found = ModelCatalog.of(loader, Map.of()).named("en");
      assertThat(tags(ModelReader.read(keys.guard(found)))).isEqualTo(tags(MODEL));
    }
  }

  @Test
  void aTaggerFindsItByTheClassLoaderOfItsThread() throws IOException {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader loader = loader(ModelJar.of("tiny", MODEL))) {
      thread.setContextClassLoader(loader);

      assertThat(Tagger.pretrained("tiny").tag(TEXT)).isEqualTo(tags(MODEL));
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  @Test
  void aModelIsReadFromADirectoryOfClasses() throws IOException {
    Path classes = folder.resolve("classes");
    save(classes.resolve(ClassPathModels.ROOT), "en");
    try (URLClassLoader loader = new URLClassLoader(new URL[] {classes.toUri().toURL()}, null)) {
      assertThat(tags(ModelReader.read(ModelCatalog.of(loader, Map.of()).named("en"))))
          .isEqualTo(tags(MODEL));
    }
  }

  @Test
  void aJarThatWasMadeOfSeveralGivesAllOfThemThoughItsIndexTellsOne() throws IOException {
    ModelJar one = ModelJar.of("en", MODEL).and(ModelJar.of("xx", MODEL));
    try (URLClassLoader loader = loader(one)) {
      ModelCatalog catalog = ModelCatalog.of(loader, Map.of());

      assertThat(catalog.lookup("en")).isPresent();
      assertThat(catalog.lookup("xx")).isPresent();
      assertThat(catalog.names()).containsOnlyKeys("en");
    }
  }

  @Test
  void theClassPathGoesBeforeDirectoriesAndTheseBeforeEachOtherInTheirOrder() throws IOException {
    Path first = folder.resolve("first");
    Path second = folder.resolve("second");
    save(first, "de");
    save(second, "de");
    save(second, "en");
    save(second, "fr");
    Map<String, String> environment =
        Map.of(ModelCatalog.VARIABLE, first + File.pathSeparator + second);
    try (URLClassLoader loader = loader(ModelJar.of("en", MODEL))) {
      ModelCatalog catalog = ModelCatalog.of(loader, environment);

      assertThat(catalog.named("en").locate("x")).startsWith("jar:");
      assertThat(catalog.named("de").locate("x")).startsWith(first.toString());
      assertThat(catalog.named("fr").locate("x")).startsWith(second.toString());
      assertThat(catalog.names()).containsOnlyKeys("de", "en", "fr");
      assertThat(catalog.withDirectories(second.toString()).named("de").locate("x"))
          .startsWith(second.toString());
    }
  }

  @Test
  void modelsOfTheProjectAreKnownUnlessTheVariableNamesOthers() throws IOException {
    save(folder.resolve("home/models"), "en-small");
    String home = folder.resolve("home").toString();

    assertThat(ModelCatalog.of(null, Map.of("SPARK_NER_HOME", home)).names())
        .containsOnlyKeys("en-small");
    assertThat(
            ModelCatalog.of(
                    null, Map.of("SPARK_NER_HOME", home, ModelCatalog.VARIABLE, "/nowhere/at/all"))
                .names())
        .isEmpty();
  }

  @Test
  void aPathGoesBeforeAName() throws IOException {
    save(folder.resolve("models"), "en");
    ModelWriter.write(MODEL.withTemperature(2), folder.resolve("mine"), IfExists.REFUSE);
    ModelCatalog catalog =
        ModelCatalog.of(null, Map.of()).withDirectories(folder.resolve("models").toString());

    assertThat(ModelReader.read(catalog.find(folder.resolve("mine").toString())).temperature())
        .isEqualTo(2);
    assertThat(ModelReader.read(catalog.find("en")).temperature()).isEqualTo(1);
    // A directory of the module, where the tests run, which is no model.
    assertThat(catalog.find("src").locate("manifest.json")).isEqualTo("src/model/manifest.json");
    assertThat(ModelCatalog.isName("src")).isTrue();
  }

  @Test
  void aNameThatIsUnknownSaysWhatThereIsAndHowToAddIt() throws IOException {
    save(folder.resolve("models"), "en-small");
    Files.createDirectories(folder.resolve("models/an-encoder"));
    Map<String, String> environment =
        Map.of(ModelCatalog.VARIABLE, folder.resolve("models").toString());
    try (URLClassLoader loader = loader(ModelJar.of("xx", MODEL))) {
      ModelCatalog catalog = ModelCatalog.of(loader, environment);

      assertThatThrownBy(() -> catalog.find("en-news"))
          .isInstanceOf(BadModelException.class)
          .hasMessageMatching(
              "There is no model 'en-news': found no directory of that name, and the names"
                  + " en-small \\(.*/models/en-small\\), xx \\(file:.*\\.jar\\); to add it, put"
                  + " spark-ner-model-en-news\\.jar on the class path, install the Python package"
                  + " spark_ner_model_en_news or put its directory into .*/models\\.");
    }
    assertThatThrownBy(() -> ModelCatalog.of(null, Map.of()).find("en"))
        .hasMessageContaining("and no model that has a name; to add it")
        .hasMessageContaining("into one that SPARK_NER_MODELS names");
    Path recipes = Files.createDirectories(folder.resolve("models/recipes"));
    Files.writeString(recipes.resolve("en-news.toml"), "");
    ModelCatalog ofTheProject = ModelCatalog.of(null, Map.of("SPARK_NER_HOME", folder.toString()));
    assertThatThrownBy(() -> ofTheProject.find("en-news"))
        .hasMessageEndingWith("/models; models/make en-news makes it.");
    assertThatThrownBy(() -> ofTheProject.find("en-old")).hasMessageEndingWith("/models.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"output/model", "En", "../en", "en.v2", "/nowhere"})
  void whatIsNoNameIsTakenForAPath(String name) {
    assertThatThrownBy(() -> ModelCatalog.of(null, Map.of()).find(name))
        .isInstanceOf(BadModelException.class)
        .hasMessageContaining("Model " + name + " does not exist");
    assertThat(ModelCatalog.of(null, Map.of()).lookup(name)).isEmpty();
  }

  @Test
  void aNameThatLeadsOutOfADirectoryIsNone() throws IOException {
    save(folder, "en");
    ModelCatalog catalog =
        ModelCatalog.of(null, Map.of()).withDirectories(folder.resolve("models").toString());

    assertThat(catalog.lookup("../en")).isEmpty();
    assertThatThrownBy(() -> catalog.named("../en"))
        .isInstanceOf(BadModelException.class)
        .hasMessageEndingWith("give one of them, or the path of a saved model.");
  }

  @Test
  void aPartOfAJarThatWasDamagedIsNamed() throws IOException {
    ModelJar jar =
        ModelJar.of("en", MODEL)
            .with(
                "en",
                "lexicon.txt",
                bytes -> {
                  bytes[bytes.length / 2] ^= 1;
                  return bytes;
                });
    try (URLClassLoader loader = loader(jar)) {
      ModelSource found = ModelCatalog.of(loader, Map.of()).named("en");

      assertThatThrownBy(() -> ModelReader.read(found))
          .isInstanceOf(BadModelException.class)
          .hasMessageMatching(
              "Model part jar:file:\\S+/en/model/lexicon.txt cannot be used: found .*");
    }
  }

  @Test
  void aPartThatAJarLacksIsNamed() throws IOException {
    ModelJar jar = ModelJar.of("en", MODEL).with("en", "weights.safetensors", bytes -> null);
    try (URLClassLoader loader = loader(jar)) {
      ModelSource found = ModelCatalog.of(loader, Map.of()).named("en");

      assertThatThrownBy(() -> ModelReader.read(found))
          .isInstanceOf(BadModelException.class)
          .hasMessageMatching(
              "Model part jar:\\S+weights.safetensors cannot be used.*no such file.*");
    }
  }

  @Test
  void aDirectoryWithoutAManifestIsADamagedModel() throws IOException {
    save(folder, "en");
    Files.delete(folder.resolve("en/model/manifest.json"));
    ModelSource found =
        ModelCatalog.of(null, Map.of()).withDirectories(folder.toString()).named("en");

    assertThatThrownBy(() -> ModelReader.read(found))
        .isInstanceOf(BadModelException.class)
        .hasMessageContaining("en/model/manifest.json cannot be used: found no such file");
  }

  /** A class loader of the jar alone. */
  private URLClassLoader loader(ModelJar jar) throws IOException {
    Path file = jar.write(Files.createTempFile(folder, "models", ".jar"));
    return new URLClassLoader(new URL[] {file.toUri().toURL()}, null);
  }

  /** Entities with their confidences, which tell one model from another. */
  private static List<Entity> tags(NerModel model) {
    return Tagger.of(model).tag(TEXT);
  }

  private static void save(Path directory, String name) {
    ModelWriter.write(MODEL, directory.resolve(name), IfExists.REFUSE);
  }
}
