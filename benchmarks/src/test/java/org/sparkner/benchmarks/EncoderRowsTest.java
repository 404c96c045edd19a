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

package org.sparkner.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rows of {@code encoders.conf}, by the command that makes a table of them. */
@Tag("long")
class EncoderRowsTest {
  private static final Path HOME = Path.of("..").toAbsolutePath().normalize();

  @TempDir private Path directory;

  private static Path sentences(Path file, int count) throws IOException {
    String text = Files.readString(HOME.resolve("sample-data/wikigold/dev.conll"));
    List<String> sentences = List.of(text.split("\n\n"));
    return Files.writeString(file, String.join("\n\n", sentences.subList(0, count)) + "\n");
  }

  @Test
  void anEncoderIsComparedInEveryWayThatItCanBeUsed() throws IOException {
    Path rows = HOME.resolve("benchmarks/encoders.conf");
    Path encoder = SmallEncoderFolder.write(directory.resolve("encoder"));
    StringWriter err = new StringWriter();

    int code =
        org.sparkner.jobs.Main.run(
            new PrintWriter(new StringWriter()),
            new PrintWriter(err, true),
            Stream.of(
                    "ablate",
                    "--train",
                    sentences(directory.resolve("train.conll"), 12),
                    "--valid",
                    sentences(directory.resolve("valid.conll"), 6),
                    "--output",
                    directory.resolve("table"),
                    "--variants",
                    rows,
                    "--epochs",
                    1,
                    "--set",
                    "input.pretrained-encoder=" + encoder)
                .map(Object::toString)
                .toArray(String[]::new));

    assertThat(code).as(err.toString()).isZero();
    List<String> declared =
        Files.readAllLines(rows).stream()
            .filter(line -> line.matches("[a-z].*"))
            .map(line -> line.split(" ")[0])
            .toList();
    assertThat(declared)
        .contains("encoder-frozen", "encoder-fine-tuned", "bert-softmax", "bert-crf");
    assertThat(Files.readAllLines(directory.resolve("table/ablation.csv")).stream().skip(1))
        .extracting(line -> line.split(",")[0])
        .containsExactlyInAnyOrderElementsOf(declared);
  }
}
