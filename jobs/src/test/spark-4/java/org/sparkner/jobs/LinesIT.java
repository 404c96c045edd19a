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

package org.sparkner.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line on one line of Spark and on the other, from one checkout. */
@Tag("lines")
class LinesIT {
  @TempDir private Path directory;

  @Test
  void oneModelFindsTheSameWithTheSameConfidencesOnBoth() throws IOException {
    Path model = TinyModel.random(directory);

    List<String> before = tag("3.5", model);
    List<String> after = tag("4", model);

    assertThat(before).isNotEmpty().anyMatch(line -> line.contains("confidence"));
    assertThat(after).isEqualTo(before);
  }

  private List<String> tag(String line, Path model) throws IOException {
    Path output = directory.resolve("tagged-" + line);
    CommandLineRun run =
        CommandLineRun.launch(
            "--spark",
            line,
            "tag",
            "--model",
            model,
            "--input",
            CommandLineRun.SAMPLE.resolve("raw/1865-Lincoln.txt"),
            "--output",
            output,
            "--output-format",
            "jsonl");
    assertThat(run.err()).as(line).noneMatch(said -> said.matches("(error|warn).*"));
    assertThat(run.code()).isZero();
    List<String> lines = new ArrayList<>();
    try (DirectoryStream<Path> parts = Files.newDirectoryStream(output, "part-*")) {
      for (Path part : parts) {
        lines.addAll(Files.readAllLines(part));
      }
    }
    return lines;
  }
}
