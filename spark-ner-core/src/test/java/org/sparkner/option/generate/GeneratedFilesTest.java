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

package org.sparkner.option.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class GeneratedFilesTest {
  private static final Path REPOSITORY = Path.of("..");

  @TestFactory
  Stream<DynamicTest> fileIsWhatFollowsFromTheDeclarations() throws IOException {
    return GenerateOptions.files(REPOSITORY).entrySet().stream()
        .map(file -> DynamicTest.dynamicTest(file.getKey().toString(), () -> requireWritten(file)));
  }

  private static void requireWritten(Map.Entry<Path, String> file) {
    assertThat(file.getKey())
        .as("run build-tools/generate-options")
        .exists()
        .content(StandardCharsets.UTF_8)
        .as("run build-tools/generate-options")
        .isEqualTo(file.getValue());
  }

  @TestFactory
  Stream<DynamicTest> fileHasLinesOfLimitedLength() throws IOException {
    return GenerateOptions.files(REPOSITORY).entrySet().stream()
        .filter(file -> !file.getKey().toString().endsWith(".md"))
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.getKey().toString(),
                    () ->
                        assertThat(Files.readAllLines(file.getKey()))
                            .allMatch(line -> line.length() <= Filled.COLUMNS)));
  }
}
