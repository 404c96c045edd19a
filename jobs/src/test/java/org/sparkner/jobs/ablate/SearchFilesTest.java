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

package org.sparkner.jobs.ablate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sparkner.option.DeclaredOption;
import org.sparkner.option.Options;

/** Rows declared under benchmarks, which {@code ablate --variants} reads. */
class SearchFilesTest {
  static List<Path> searches() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("..", "benchmarks"))) {
      return files
          .filter(file -> file.getFileName().toString().matches("(search.*|encoders)\\.conf"))
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("searches")
  void everyRowHasSettingsThatThereAre(Path search) {
    List<String> keys = Options.settings().map(DeclaredOption::key).toList();

    assertThat(VariantsFile.read(search))
        .isNotEmpty()
        .allSatisfy(row -> assertThat(keys).containsAll(row.settings().keySet()));
  }
}
