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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sparkner.model.ModelReader;
import org.sparkner.tagger.Entity;
import org.sparkner.tagger.Tagger;

/** The model that is a part of the repository. */
class ShippedModelTest {
  private static final Path MODELS = Path.of("..", "models").toAbsolutePath().normalize();
  private static final Path MODEL = MODELS.resolve("en-small");
  private static final long LARGEST = 12_000_000;

  private static Tagger tagger;

  @BeforeAll
  static void load() {
    Map<String, String> environment = Map.of(ModelCatalog.VARIABLE, MODELS.toString());
    tagger =
        Tagger.of(
            ModelReader.read(
                ModelCatalog.of(ShippedModelTest.class.getClassLoader(), environment)
                    .named("en-small")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Ada Lovelace was born in London. | Ada Lovelace PER, London LOC",
        "The minister flew from Berlin to Kenya on Monday. | Berlin LOC, Kenya LOC",
        "Microsoft and Siemens opened offices in Toronto. | Microsoft ORG, Siemens ORG, Toronto LOC",
        "ADA LOVELACE WAS BORN IN LONDON. | ADA LOVELACE PER, LONDON LOC",
        "It rained all day and nobody came. | ''"
      })
  void itFindsNamesWithoutAnyTraining(String text, String entities) {
    assertThat(
            tagger.tag(text).stream()
                .map(entity -> entity.text() + " " + entity.type())
                .collect(Collectors.joining(", ")))
        .isEqualTo(entities);
  }

  @Test
  void itsConfidencesAreProbabilities() {
    List<Entity> entities = tagger.tag("Ada Lovelace met Charles Babbage in London.");

    assertThat(entities).hasSize(3).allSatisfy(e -> assertThat(e.confidence()).isBetween(0.5, 1.0));
  }

  @Test
  void itIsSmallAndTellsWhatItIsMadeOf() throws IOException {
    try (Stream<Path> files = Files.walk(MODEL.resolve("model"))) {
      assertThat(files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum())
          .isLessThan(LARGEST);
    }
    assertThat(Files.readString(MODEL.resolve("README.md")))
        .contains("## Scores", "## Calibration", "## Known failures", "## How it was made");
    assertThat(Files.readString(MODEL.resolve("LICENSE"))).contains("ShareAlike");
    assertThat(Files.readString(MODEL.resolve("ATTRIBUTION.md"))).contains("# Sources", "# Text");
  }
}
