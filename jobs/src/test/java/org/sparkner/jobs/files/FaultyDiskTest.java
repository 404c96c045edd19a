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

package org.sparkner.jobs.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparkner.jobs.CommandLineRun;
import org.sparkner.jobs.JsonRows;
import org.sparkner.jobs.TinyModel;

/**
 * Disks that fail in the middle: one line that names the file, the right code, nothing half
 * written; and once the disk is mended, the same command does the rest.
 */
@Tag("slow")
class FaultyDiskTest {
  private static final String FULL = "No space left on device";

  @TempDir private static Path shared;
  private static Path model;
  @TempDir private Path directory;

  @BeforeAll
  static void make() {
    model = TinyModel.random(shared);
  }

  @ParameterizedTest
  @CsvSource({"jsonl, jsonl", "txt, lines", "txt, text", "csv, csv", "conll, conll"})
  void aReadErrorInTheMiddleOfAFileIsBadDataOfThatFile(String ending, String format)
      throws IOException {
    Path input = Files.createDirectory(directory.resolve("in"));
    Path broken = documents(input.resolve("a-unreadable-at-150000." + ending), format);
    documents(input.resolve("b." + ending), format);

    CommandLineRun run = tag(input, format);

    refused(3, broken.getFileName() + ": cannot be read", run);
    assertThat(run.lastErr()).contains("Input/output error");
    assertThat(directory.resolve("out")).doesNotExist();
  }

  @Test
  void aReadErrorStopsABatchOfWhatIsNewUntilTheFileIsReplaced() throws IOException {
    Path input = Files.createDirectory(directory.resolve("in"));
    Path broken = documents(input.resolve("b-unreadable-at-150000.jsonl"), "jsonl");
    documents(input.resolve("a.jsonl"), "jsonl");
    Object[] incremental = {
      "--incremental",
      "--checkpoint",
      directory.resolve("checkpoint"),
      "--output-format",
      "jsonl",
      "--files-per-batch",
      1
    };

    refused(3, broken.getFileName().toString(), tag(input, "jsonl", incremental));
    assertThat(batches()).allMatch(batch -> Files.exists(batch.resolve("_SUCCESS")));
    Files.write(broken, "{\"id\":-1,\"text\":\"Ada met Bob.\"}\n".getBytes());
    CommandLineRun again = tag(input, "jsonl", incremental);

    assertThat(again.code()).as(again.err().toString()).isZero();
    assertThat(JsonRows.ids(directory.resolve("out")))
        .hasSize(5001)
        .contains(-1)
        .doesNotHaveDuplicates();
  }

  @Test
  void aFullDiskOfTheOutputIsSaidAndLeavesNothing() throws IOException {
    assertAFullDiskLeavesNothing("jsonl");
  }

  @Tag("long")
  @ParameterizedTest
  @ValueSource(strings = {"parquet", "conll"})
  void aFullDiskOfTheOutputLeavesNothingInAnyFormat(String format) throws IOException {
    assertAFullDiskLeavesNothing(format);
  }

  private void assertAFullDiskLeavesNothing(String format) throws IOException {
    Path input = documents(directory.resolve("a.jsonl"), "jsonl");
    Path room = Files.createDirectory(directory.resolve("room-for-20000"));
    String output = FaultyFileSystem.uri(room.resolve("tagged"));
    Object[] command = {
      "tag", "--model", model, "--input", input, "--output", output, "--output-format", format
    };

    refused(2, output + ": cannot be written (" + FULL + ")", CommandLineRun.here(command));
    assertThat(room).isEmptyDirectory();

    FaultyFileSystem.free();
    CommandLineRun again = CommandLineRun.here(command);
    assertThat(again.code()).as(again.err().toString()).isZero();
    assertThat(room.toFile().list()).containsExactly("tagged");
  }

  @Tag("long")
  @ParameterizedTest
  @ValueSource(ints = {100, 1500, 2500})
  void aFullDiskOfTheCheckpointOfWhatIsNewCostsNothingOnceThereIsRoom(int bytes)
      throws IOException {
    Path input = Files.createDirectory(directory.resolve("in"));
    for (int id = 0; id < 3; id++) {
      JsonRows.write(input.resolve(id + ".jsonl"), id);
    }
    Path room = Files.createDirectory(directory.resolve("room-for-" + bytes));
    Object[] incremental = {
      "--incremental",
      "--checkpoint",
      FaultyFileSystem.uri(room.resolve("checkpoint")),
      "--output-format",
      "jsonl",
      "--files-per-batch",
      1
    };

    refused(2, room + "/checkpoint", tag(input, "jsonl", incremental));
    assertThat(batches()).allMatch(batch -> Files.exists(batch.resolve("_SUCCESS")));

    FaultyFileSystem.free();
    CommandLineRun again = tag(input, "jsonl", incremental);
    assertThat(again.code()).as(again.err().toString()).isZero();
    assertThat(JsonRows.ids(directory.resolve("out"))).containsExactlyInAnyOrder(0, 1, 2);
  }

  @Tag("long")
  @Test
  void aFullDiskOfTheCheckpointStopsATrainingWhichGoesOnOnceThereIsRoom() throws IOException {
    Path train = TinyModel.sentences(directory, "wikigold/train.conll", 60);
    Path valid = TinyModel.sentences(directory, "wikigold/dev.conll", 10);
    Path undisturbed = directory.resolve("undisturbed");
    Path stopped = directory.resolve("stopped");
    Path room = Files.createDirectory(directory.resolve("room-for-600000"));
    Object[] elsewhere = {
      "--checkpoint",
      FaultyFileSystem.uri(room.resolve("checkpoint")),
      "--log",
      directory.resolve("log.jsonl")
    };
    Object[] again = Stream.concat(Stream.of(elsewhere), Stream.of("--resume")).toArray();
    assertThat(CommandLineRun.here(TinyModel.training(train, valid, undisturbed, 3)).code())
        .isZero();

    refused(2, FULL, CommandLineRun.here(TinyModel.training(train, valid, stopped, 3, elsewhere)));
    assertThat(stopped).doesNotExist();

    FaultyFileSystem.free();
    CommandLineRun resumed =
        CommandLineRun.here(TinyModel.training(train, valid, stopped, 3, again));
    assertThat(resumed.code()).as(resumed.err().toString()).isZero();
    assertThat(weights(stopped)).hasSameBinaryContentAs(weights(undisturbed));
  }

  @Test
  void aFullDiskOfTheModelIsSaidAndLeavesNothing() throws IOException {
    Path train = TinyModel.sentences(directory, "wikigold/train.conll", 20);
    Path room = Files.createDirectory(directory.resolve("room-for-5000"));
    String to = FaultyFileSystem.uri(room.resolve("model"));

    refused(
        2,
        FULL,
        CommandLineRun.here(
            "train",
            "--train",
            train,
            "--valid",
            train,
            "--model",
            to,
            "--epochs",
            1,
            "--checkpoint",
            directory.resolve("checkpoint"),
            "--set",
            "network.hidden=16"));
    assertThat(room.toFile().list()).noneMatch(name -> name.equals("model"));
  }

  @Test
  void aReadErrorInLabelledDataAndVectorsIsBadDataOfThatFile() throws IOException {
    Path train = documents(directory.resolve("train-unreadable-at-150000.conll"), "conll");
    Path vectors =
        Files.writeString(
            directory.resolve("v-unreadable-at-20000.txt"),
            IntStream.range(0, 5000)
                .mapToObj(i -> "w" + i + " 0.5 0.25\n")
                .collect(Collectors.joining()));
    Path good = Files.writeString(directory.resolve("good.conll"), "Ada B-PER\nmet O\n\n");
    Path to = directory.resolve("m");

    refused(
        3,
        train.getFileName().toString(),
        CommandLineRun.here("train", "--train", FaultyFileSystem.uri(train), "--model", to));
    refused(
        3,
        vectors.getFileName().toString(),
        CommandLineRun.here(
            "train", "--train", good, "--vectors", FaultyFileSystem.uri(vectors), "--model", to));
    assertThat(to).doesNotExist();
  }

  private CommandLineRun tag(Path input, String format, Object... more) {
    return CommandLineRun.here(
        Stream.concat(
                Stream.of(
                    "tag",
                    "--model",
                    model,
                    "--input",
                    FaultyFileSystem.uri(input),
                    "--input-format",
                    format,
                    "--output",
                    directory.resolve("out")),
                Stream.of(more))
            .toArray());
  }

  private void refused(int code, String message, CommandLineRun run) {
    assertThat(run.err()).as("no error").isNotEmpty();
    assertThat(run.lastErr()).startsWith("error: ").contains(message).hasSizeLessThan(1000);
    assertThat(run.err()).noneMatch(line -> line.startsWith("\tat"));
    assertThat(run.code()).isEqualTo(code);
    assertThat(directory.toFile().list())
        .noneMatch(name -> name.matches(".*unfinished.*|.*[.]lock|.*[.]replaced"));
  }

  private List<Path> batches() throws IOException {
    Path output = directory.resolve("out");
    if (Files.notExists(output)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(output)) {
      return files.toList();
    }
  }

  private static Path weights(Path model) {
    return model.resolve("model/weights.safetensors");
  }

  /** A file of 5,000 short documents, some 200 to 300 KB. */
  private static Path documents(Path file, String format) throws IOException {
    String line =
        switch (format) {
          case "jsonl" -> "{\"id\":%d,\"text\":\"Ada met Bob in Paris again.\"}\n";
          case "csv" -> "%d,Ada met Bob in Paris again and again.\n";
          case "conll" -> "Ada%d B-PER\nmet O\nBob B-PER\nin O\nParis B-LOC\n\n";
          default -> "Ada met Bob in Paris for time %d, and again.\n";
        };
    StringBuilder text = new StringBuilder(format.equals("csv") ? "id,text\n" : "");
    IntStream.range(0, 5000).forEach(i -> text.append(line.formatted(i)));
    return Files.writeString(file, text);
  }
}
