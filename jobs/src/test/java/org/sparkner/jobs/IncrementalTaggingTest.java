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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class IncrementalTaggingTest {
  @TempDir private Path directory;
  private Path input;
  private Path output;
  private Path checkpoint;
  private Path model;

  @BeforeEach
  void names() throws IOException {
    input = Files.createDirectory(directory.resolve("in"));
    output = directory.resolve("out");
    checkpoint = directory.resolve("checkpoint");
    model = TinyModel.random(directory);
  }

  @Test
  void eachRunTagsTheFilesThatArrivedSinceTheLast() throws IOException {
    arrive("a", 1, 2);
    arrive("b", 3);
    assertThat(tag().out().get(0)).startsWith("3 documents, ");

    arrive("c", 4);
    CommandLineRun second = tag();
    CommandLineRun third = tag();

    assertThat(second.out().get(0)).startsWith("1 documents, ");
    assertThat(third.out().get(0)).startsWith("0 documents, ");
    assertThat(output.toFile().list()).containsExactlyInAnyOrder("batch=0", "batch=1");
    assertThat(JsonRows.ids(output.resolve("batch=0"))).containsExactlyInAnyOrder(1, 2, 3);
    assertThat(JsonRows.ids(output.resolve("batch=1"))).containsExactly(4);
  }

  @Test
  void aBatchThatAKilledRunDidNotNoteIsWrittenAgainInItsPlace() throws IOException {
    arrive("a", 1, 2);
    tag();
    List<String> unbroken = JsonRows.lines(output);
    Files.delete(checkpoint.resolve("query/commits/0"));
    Files.delete(checkpoint.resolve("query/commits/.0.crc"));
    Files.createDirectory(output.resolve("_unfinished"));
    Files.writeString(output.resolve("_unfinished/part-0"), "{");
    arrive("b", 3);

    tag();

    assertThat(JsonRows.lines(output.resolve("batch=0"))).isEqualTo(unbroken);
    assertThat(JsonRows.ids(output.resolve("batch=1"))).containsExactly(3);
    assertThat(output.toFile().list()).containsExactlyInAnyOrder("batch=0", "batch=1");
  }

  @Test
  void aDirectoryThatIsStillEmptyIsNoFailure() throws IOException {
    CommandLineRun run = tag();

    assertThat(run.code()).isZero();
    assertThat(run.out().get(0)).startsWith("0 documents, ");
    assertThat(checkpoint).doesNotExist();
    arrive("a", 1);
    assertThat(tag().out().get(0)).startsWith("1 documents, ");
  }

  @Test
  void filesPerBatchCutsWhatIsNewIntoBatches() throws IOException {
    arrive("a", 1);
    arrive("b", 2);
    arrive("c", 3);

    tag("--files-per-batch", "2");

    assertThat(output.toFile().list()).containsExactlyInAnyOrder("batch=0", "batch=1");
    assertThat(JsonRows.ids(output)).containsExactlyInAnyOrder(1, 2, 3);
  }

  @Test
  void textFilesAndCsvAndConllArriveToo() throws IOException {
    Files.writeString(input.resolve("a.txt"), "Ada met Bob.");
    Files.writeString(input.resolve("b.csv"), "text\n\"Ada met\nBob.\"\n");
    Files.writeString(input.resolve("c.conll"), "Ada\tB-PER\nmet\tO\n\nBob\tB-PER\n");

    for (String kind : List.of("*.txt", "*.csv", "*.conll")) {
      String name = kind.substring(2);
      CommandLineRun run =
          tag(input + "/" + kind, directory.resolve(name), directory.resolve("of" + name));

      assertThat(run.code()).as(run.err().toString()).isZero();
      assertThat(JsonRows.lines(directory.resolve(name)))
          .hasSize(name.equals("conll") ? 2 : 1)
          .allMatch(row -> row.contains("\"entities\":["));
    }
  }

  @Test
  void checkpointAndOutputStayTogether() throws IOException {
    arrive("a", 1);
    tag();

    Path other = directory.resolve("other");
    refused(2, "--output", tag(input, other, checkpoint));
    refused(2, "has no checkpoint of it", tag(input, output, other));
    refused(2, "--incremental and --overwrite", tag("--overwrite"));
    assertThat(other).doesNotExist();
  }

  @Test
  void optionsThatDoNotGoTogetherAreRefused() throws IOException {
    arrive("a", 1);
    Object[] base = {"tag", "--model", model, "--input", input, "--output", output};

    refused(2, "--checkpoint", with(base, "--input-format", "jsonl", "--incremental"));
    refused(2, "--incremental", with(base, "--input-format", "jsonl", "--every", "30s"));
    refused(
        2, "incremental.files-per-batch wants a whole number", tag("--files-per-batch", "none"));
  }

  @Test
  void aColumnThatIsMissingIsBadDataAndBeginsNoCheckpoint() throws IOException {
    Files.writeString(input.resolve("a.jsonl"), "{\"body\": \"x\"}\n");

    refused(3, "no column text among body", tag());
    assertThat(checkpoint).doesNotExist();
  }

  private void arrive(String name, int... ids) throws IOException {
    JsonRows.write(input.resolve(name + ".jsonl"), ids);
  }

  private CommandLineRun tag(Object... more) {
    return with(
        new Object[] {
          "tag",
          "--model",
          model,
          "--input",
          input,
          "--input-format",
          "jsonl",
          "--output",
          output,
          "--output-format",
          "jsonl",
          "--incremental",
          "--checkpoint",
          checkpoint
        },
        more);
  }

  private CommandLineRun tag(Object from, Path to, Path checkpoint) {
    boolean pattern = from.toString().contains("*");
    return with(
        new Object[] {"tag", "--model", model, "--input", from, "--output", to},
        "--output-format",
        "jsonl",
        "--incremental",
        "--checkpoint",
        checkpoint,
        pattern ? "--precision" : "--input-format",
        pattern ? "f32" : "jsonl");
  }

  private static CommandLineRun with(Object[] base, Object... more) {
    return CommandLineRun.here(Stream.concat(Stream.of(base), Stream.of(more)).toArray());
  }

  private static void refused(int code, String message, CommandLineRun run) {
    assertThat(run.lastErr()).startsWith("error: ").contains(message);
    assertThat(run.code()).isEqualTo(code);
  }
}
