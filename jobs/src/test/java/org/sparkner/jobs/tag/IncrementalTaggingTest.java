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

package org.sparkner.jobs.tag;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparkner.jobs.CommandLineRun;
import org.sparkner.jobs.JsonRows;
import org.sparkner.jobs.files.Location;

@Tag("slow")
class IncrementalTaggingTest {
  @TempDir private Path directory;
  private Inbox inbox;

  @BeforeEach
  void open() throws IOException {
    inbox = Inbox.below(directory);
  }

  @Test
  void eachRunTagsTheFilesThatArrivedSinceTheLast() throws IOException {
    inbox.arrive("a", 1, 2);
    inbox.arrive("b", 3);
    assertThat(tag().out().get(0)).startsWith("3 documents, ");

    inbox.arrive("c", 4);
    CommandLineRun second = tag();
    CommandLineRun third = tag();

    assertThat(second.out().get(0)).startsWith("1 documents, ");
    assertThat(second.out()).contains("1 new files tagged");
    assertThat(third.out()).containsExactly("0 documents, nothing new in " + inbox.input());
    assertThat(inbox.output().toFile().list()).containsExactlyInAnyOrder("batch=0", "batch=1");
    assertThat(JsonRows.ids(inbox.output().resolve("batch=0"))).containsExactlyInAnyOrder(1, 2, 3);
    assertThat(JsonRows.ids(inbox.output().resolve("batch=1"))).containsExactly(4);
  }

  @Test
  void aBatchThatAKilledRunDidNotNoteIsWrittenAgainInItsPlace() throws IOException {
    inbox.arrive("a", 1, 2);
    tag();
    List<String> unbroken = JsonRows.lines(inbox.output());
    Files.delete(inbox.checkpoint().resolve("query/commits/0"));
    Files.delete(inbox.checkpoint().resolve("query/commits/.0.crc"));
    Files.createDirectory(inbox.output().resolve("_unfinished"));
    Files.writeString(inbox.output().resolve("_unfinished/part-0"), "{");
    inbox.arrive("b", 3);

    tag();

    assertThat(JsonRows.lines(inbox.output().resolve("batch=0"))).isEqualTo(unbroken);
    assertThat(JsonRows.ids(inbox.output().resolve("batch=1"))).containsExactly(3);
    assertThat(inbox.output().toFile().list()).containsExactlyInAnyOrder("batch=0", "batch=1");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whatAKilledRunWasReplacingIsNeitherReadNorKept(boolean moved) throws IOException {
    inbox.arrive("1", 1);
    inbox.arrive("2", 2);
    CommandLineRun.here(inbox.arguments());
    Files.delete(inbox.checkpoint().resolve("query/commits/0"));
    Files.deleteIfExists(inbox.checkpoint().resolve("query/commits/.0.crc"));
    Path batch = inbox.output().resolve("batch=0");
    Path old = inbox.output().resolve(".batch=0.replaced-0e0a3f1c");
    if (moved) {
      Files.move(batch, old);
    } else {
      Files.createDirectory(old);
      try (Stream<Path> parts = Files.list(batch)) {
        for (Path part : parts.toList()) {
          Files.copy(part, old.resolve(part.getFileName()));
        }
      }
    }

    CommandLineRun again = CommandLineRun.here(inbox.arguments());

    assertThat(again.code()).as(again.err().toString()).isZero();
    assertThat(inbox.output().toFile().list()).containsExactly("batch=0");
    assertThat(JsonRows.ids(inbox.output())).containsExactlyInAnyOrder(1, 2);
  }

  @Test
  void eachRunTellsWhatItDoesNotRead() throws IOException {
    inbox.arrive("a", 1);
    tag();
    Files.createDirectories(inbox.input().resolve("below"));
    Files.writeString(inbox.input().resolve("below/b.jsonl"), "{\"text\":\"b\"}\n");
    Files.writeString(inbox.input().resolve("_c.jsonl"), "{\"text\":\"c\"}\n");
    Location.of(inbox.output().toString()).delete();

    CommandLineRun run = tag();

    assertThat(run.err())
        .anyMatch(line -> line.contains("below are not read: 1"))
        .anyMatch(line -> line.contains("that begin with _ or . are not read: 1"))
        .anyMatch(line -> line.contains(inbox.output() + " is gone"));
    assertThat(run.out()).containsExactly("0 documents, nothing new in " + inbox.input());
  }

  @Test
  void aDirectoryThatIsStillEmptyIsNoFailure() throws IOException {
    CommandLineRun run = tag();

    assertThat(run.code()).isZero();
    assertThat(run.out().get(0)).startsWith("0 documents, ");
    assertThat(inbox.checkpoint()).doesNotExist();
    inbox.arrive("a", 1);
    assertThat(tag().out().get(0)).startsWith("1 documents, ");
  }

  @Test
  void filesPerBatchCutsWhatIsNewIntoBatches() throws IOException {
    inbox.arrive("a", 1);
    inbox.arrive("b", 2);
    inbox.arrive("c", 3);

    tag("--files-per-batch", "2");

    assertThat(inbox.output().toFile().list()).containsExactlyInAnyOrder("batch=0", "batch=1");
    assertThat(JsonRows.ids(inbox.output())).containsExactlyInAnyOrder(1, 2, 3);
  }

  @Test
  void textFilesAndCsvAndConllArriveToo() throws IOException {
    Files.writeString(inbox.input().resolve("a.txt"), "Ada met Bob.");
    Files.writeString(inbox.input().resolve("b.csv"), "text\n\"Ada met\nBob.\"\n");
    Files.writeString(inbox.input().resolve("c.conll"), "Ada\tB-PER\nmet\tO\n\nBob\tB-PER\n");

    for (String kind : List.of("*.txt", "*.csv", "*.conll")) {
      String name = kind.substring(2);
      CommandLineRun run =
          tag(inbox.input() + "/" + kind, directory.resolve(name), directory.resolve("of" + name));

      assertThat(run.code()).as(run.err().toString()).isZero();
      assertThat(JsonRows.lines(directory.resolve(name)))
          .hasSize(name.equals("conll") ? 2 : 1)
          .allMatch(row -> row.contains("\"entities\":["));
    }
  }

  @Test
  void whatTheColumnsOfTheFirstRunDoNotHoldIsKeptAndCounted() throws IOException {
    inbox.arrive("a", 1);
    tag();
    Files.writeString(inbox.input().resolve("b.jsonl"), "{\"id\": 2, \"text\": \"Carl\"\n");
    Files.writeString(inbox.input().resolve("c.jsonl"), "{\"id\": \"x-3\", \"text\": \"Bob\"}\n");
    inbox.arrive("d", 4);

    CommandLineRun run = tag();

    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("broken rows: 2, the first " + inbox.input().resolve("b.jsonl") + ":1");
    assertThat(JsonRows.lines(inbox.output().resolve("batch=1")))
        .hasSize(3)
        .anyMatch(line -> line.contains("_corrupt_record") && line.contains("Carl"))
        .anyMatch(line -> line.contains("x-3") && line.contains("\"text\":\"Bob\""));
  }

  @Test
  void aFileThatIsRefusedCanBeMendedAndIsTaggedThen() throws IOException {
    inbox.arrive("a", 1);
    tag();
    Files.write(inbox.input().resolve("b.jsonl"), new byte[] {'{', (byte) 0xfc, '}'});

    refused(3, "b.jsonl:1: found bytes that are not UTF-8", tag());
    Files.delete(inbox.input().resolve("b.jsonl"));
    inbox.arrive("b", 2);
    tag();

    assertThat(JsonRows.ids(inbox.output())).containsExactlyInAnyOrder(1, 2);
  }

  @Test
  void namesOfDirectoryAndFilesMayLookLikePatterns() throws IOException {
    Path odd = Files.createDirectory(directory.resolve("in[1],{x}"));
    JsonRows.write(odd.resolve("a [b] #1%20.jsonl"), 1);
    JsonRows.write(odd.resolve("c.jsonl"), 2);
    Path output = directory.resolve("odd");

    CommandLineRun run = tag(odd, output, directory.resolve("ofodd"));

    assertThat(run.code()).as(run.err().toString()).isZero();
    assertThat(JsonRows.ids(output)).containsExactlyInAnyOrder(1, 2);
  }

  @Test
  void checkpointAndOutputStayTogether() throws IOException {
    inbox.arrive("a", 1);
    tag();

    Path other = directory.resolve("other");
    refused(2, "--output", tag(inbox.input(), other, inbox.checkpoint()));
    refused(2, "has no checkpoint of it", tag(inbox.input(), inbox.output(), other));
    refused(2, "--incremental and --overwrite", tag("--overwrite"));
    assertThat(other).doesNotExist();
  }

  @Test
  void optionsThatDoNotGoTogetherAreRefused() throws IOException {
    inbox.arrive("a", 1);
    Object[] base = {
      "tag", "--model", inbox.model(), "--input", inbox.input(), "--output", inbox.output()
    };

    refused(2, "--checkpoint", with(base, "--input-format", "jsonl", "--incremental"));
    refused(2, "--incremental", with(base, "--input-format", "jsonl", "--every", "30s"));
    refused(
        2, "incremental.files-per-batch needs a whole number", tag("--files-per-batch", "none"));
  }

  @Test
  void aColumnThatIsMissingIsBadDataAndBeginsNoCheckpoint() throws IOException {
    Files.writeString(inbox.input().resolve("a.jsonl"), "{\"body\": \"x\"}\n");

    refused(3, "no column text among body", tag());
    assertThat(inbox.checkpoint()).doesNotExist();
  }

  private CommandLineRun tag(Object... more) {
    return CommandLineRun.here(inbox.arguments(more));
  }

  private CommandLineRun tag(Object from, Path to, Path checkpoint) {
    boolean pattern = from.toString().contains("*");
    return with(
        new Object[] {"tag", "--model", inbox.model(), "--input", from, "--output", to},
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
