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

package org.sparkner.tagger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.util.DoubleComparator;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparkner.model.IfExists;
import org.sparkner.model.Manifest;
import org.sparkner.model.ModelReader;
import org.sparkner.model.ModelWriter;

/**
 * Models that were saved when their format version was frozen are read as they were meant, for as
 * long as there is that version. {@code GoldenModels} of the package {@code train} made them; they
 * are never made again, whatever becomes of training.
 */
class GoldenModelTest {
  private static final Path VERSION_1 = Path.of("src/test/resources/models/version-1");

  /** With names and towns that the models do not know. */
  private static final List<List<String>> SENTENCES =
      List.of(
          List.of("Ada", "lives", "in", "Oslo", "."),
          List.of("Grace", "works", "in", "New", "Haven", "today", "."),
          List.of("Zora", "sings", "in", "Quito", "."),
          List.of("donald", "waits", "in", "Turku"));

  private static final List<List<String>> ATTRIBUTES =
      List.of(
          List.of("PROPN", "VERB", "X", "PROPN", "X"),
          List.of("PROPN", "VERB", "X", "PROPN", "PROPN", "X", "X"),
          List.of("PROPN", "VERB", "X", "PROPN", "X"),
          List.of("X", "VERB", "X", "PROPN"));

  @ParameterizedTest
  @CsvSource({
    "network, 2beb75da2f09d9fe7461775767add81b10cd859f607eb9eeb31acf5500826636",
    "linear, 0ee02a3f5ab12c99602d86cd729f829aab62b5b2668ef81850d705b4857134b3"
  })
  void isTheFileThatWasFrozen(String name, String digest)
      throws IOException, NoSuchAlgorithmException {
    byte[] manifest = Files.readAllBytes(VERSION_1.resolve(name).resolve("model/manifest.json"));

    assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(manifest)))
        .isEqualTo(digest);
  }

  @ParameterizedTest
  @ValueSource(strings = {"network", "linear"})
  void isOfVersionOne(String name) {
    Manifest manifest = ModelReader.manifest(VERSION_1.resolve(name));

    assertThat(manifest.formatVersion()).isEqualTo(1);
    assertThat(manifest.temperature()).isEqualTo(1.25);
  }

  /** What was computed when the models were made; kernels differ in the eighth digit. */
  static Stream<Arguments> findings() {
    return Stream.of(
        Arguments.of(
            "network",
            List.of(
                List.of(
                    new Entity(0, 1, "PER", "Ada", 0.982074202),
                    new Entity(3, 4, "LOC", "Oslo", 0.984393318)),
                List.of(
                    new Entity(0, 1, "PER", "Grace", 0.992907688),
                    new Entity(3, 5, "LOC", "New Haven", 0.813933397)),
                List.of(
                    new Entity(0, 1, "PER", "Zora", 0.969038347),
                    new Entity(3, 4, "LOC", "Quito", 0.949959553)),
                List.of(new Entity(0, 1, "PER", "donald", 0.901352169)))),
        Arguments.of(
            "linear",
            List.of(
                List.of(
                    new Entity(0, 1, "PER", "Ada", 0.995381155),
                    new Entity(3, 4, "LOC", "Oslo", 0.969316464)),
                List.of(
                    new Entity(0, 1, "PER", "Grace", 0.994861628),
                    new Entity(3, 5, "LOC", "New Haven", 0.983149744)),
                List.of(
                    new Entity(0, 1, "PER", "Zora", 0.961434973),
                    new Entity(3, 4, "LOC", "Quito", 0.902726365)),
                List.of(new Entity(0, 1, "PER", "donald", 0.896515103)))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("findings")
  void findsWhatItFoundWhenItWasMade(String name, List<List<Entity>> entities) {
    Tagger tagger = Tagger.load(VERSION_1.resolve(name), Precision.F32);

    assertThat(tagger.tagSentences(SENTENCES, ATTRIBUTES, false))
        .extracting(TaggedSentence::entities)
        .usingRecursiveComparison()
        .withComparatorForType(new DoubleComparator(1e-6), Double.class)
        .isEqualTo(entities);
  }

  @ParameterizedTest
  @ValueSource(strings = {"network", "linear"})
  void isWrittenAsItWasRead(String name, @TempDir Path directory) {
    Path copy = directory.resolve("copy");
    ModelWriter.write(ModelReader.read(VERSION_1.resolve(name)), copy, IfExists.REFUSE);

    assertThat(ModelReader.manifest(copy).parts())
        .isEqualTo(ModelReader.manifest(VERSION_1.resolve(name)).parts());
  }
}
