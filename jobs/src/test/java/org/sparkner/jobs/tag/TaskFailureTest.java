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

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sparkner.jobs.CommandLineRun;
import org.sparkner.jobs.TinyModel;
import org.sparkner.model.IfExists;
import org.sparkner.model.ModelReader;
import org.sparkner.model.ModelWriter;

/** What fails while Spark reads or writes is one line with the file's name and the right code. */
@Tag("slow")
class TaskFailureTest {
  @TempDir private static Path shared;
  @TempDir private Path directory;
  private static Path model;

  @BeforeAll
  static void make() {
    model = TinyModel.random(shared);
  }

  @ParameterizedTest
  @CsvSource({"a.txt.gz, lines", "a.jsonl.gz, jsonl", "a.csv.gz, csv", "a.conll.gz, conll"})
  void truncatedGzipIsBadData(String name, String format) throws IOException {
    Path input = directory.resolve("in").resolve(name);
    Files.createDirectory(input.getParent());
    Files.write(input, truncated(format));
    Files.writeString(input.resolveSibling("b." + format), "");

    refused(3, name, tag(input, "--input-format", format));
    refused(3, name, tag(input.getParent(), "--input-format", format));
  }

  @Test
  void damagedParquetIsBadData() throws IOException {
    Path input =
        Files.writeString(directory.resolve("a.jsonl"), "{\"text\":\"Ada\"}\n".repeat(999));
    Path parquet = directory.resolve("in.parquet");
    assertThat(
            CommandLineRun.here(
                    "tag", "--model", model, "--input", input, "--output", directory.resolve("t"))
                .code())
        .isZero();
    Files.createDirectory(parquet);
    Path part = parquet.resolve("part.parquet");
    byte[] whole;
    try (Stream<Path> files = Files.list(directory.resolve("t"))) {
      whole =
          Files.readAllBytes(
              files.filter(f -> f.toString().endsWith(".parquet")).findFirst().orElseThrow());
    }
    Files.write(part, Arrays.copyOf(whole, whole.length / 2));
    refused(3, "parquet", tag(parquet));
    // The pages, not the description of them.
    Arrays.fill(whole, 4, whole.length / 3, (byte) 7);
    Files.write(part, whole);
    refused(3, "parquet", tag(parquet));
  }

  @Test
  void truncatedFileIsBadDataForIncrementalTaggingToo() throws IOException {
    Path input = Files.createDirectory(directory.resolve("in"));
    Files.write(input.resolve("a.jsonl.gz"), truncated("jsonl"));

    refused(
        3,
        "a.jsonl.gz",
        tag(
            input,
            "--input-format",
            "jsonl",
            "--incremental",
            "--checkpoint",
            directory.resolve("checkpoint")));
  }

  @ParameterizedTest
  @CsvSource({"/proc/none/out", "/dev/null/out", "/proc/1/x"})
  void outputThatCannotBeWrittenIsWrongUsage(String output) throws IOException {
    Path input = Files.writeString(directory.resolve("a.txt"), "Ada");

    refused(
        2,
        output,
        CommandLineRun.here("tag", "--model", model, "--input", input, "--output", output));
    refused(
        2,
        output,
        CommandLineRun.here(
            "evaluate",
            "--model",
            model,
            "--data",
            Files.writeString(directory.resolve("a.conll"), "Ada B-PER\n"),
            "--report",
            output));
  }

  @Test
  void truncatedVectorsAndSentencesAreBadData() throws IOException {
    Path vectors = Files.write(directory.resolve("v.txt.gz"), truncated("vectors"));
    Path train = Files.write(directory.resolve("t.conll.gz"), truncated("conll"));
    Path good = Files.writeString(directory.resolve("good.conll"), "Ada B-PER\nmet O\n\n");
    Path to = directory.resolve("m");

    refused(3, "t.conll.gz", CommandLineRun.here("train", "--train", train, "--model", to));
    refused(
        3,
        "v.txt.gz",
        CommandLineRun.here("train", "--train", good, "--vectors", vectors, "--model", to));
  }

  @Test
  void temporaryDirectoryThatCannotBeWrittenIsWrongUsage() throws IOException {
    Path input = Files.writeString(directory.resolve("a.txt"), "Ada");

    refused(2, "/proc/none", tag(input, "--set", "spark.conf.spark.local.dir=/proc/none"));
  }

  @Test
  void namesWithAColonAreReadAndWritten() throws IOException {
    Path input = Files.createDirectory(directory.resolve("in:1"));
    Files.writeString(input.resolve("2024-01-01T10:00:00.jsonl"), "{\"id\":1,\"text\":\"Ada\"}\n");
    Files.writeString(input.resolve("a.jsonl"), "{\"id\":2,\"text\":\"Bob\"}\n");
    Path colon = directory.resolve("m:1");
    ModelWriter.write(ModelReader.read(model), colon, IfExists.REPLACE);

    for (String name : List.of("", "/*.jsonl", "/2024-01-01T10:00:00.jsonl")) {
      Path output = directory.resolve("out:" + name.length());
      CommandLineRun run =
          CommandLineRun.here(
              "tag",
              "--model",
              colon,
              "--input",
              input + name,
              "--input-format",
              "jsonl",
              "--output",
              output,
              "--output-format",
              "jsonl");
      assertThat(run.err()).noneMatch(line -> line.startsWith("error"));
      assertThat(TagCommandTest.lines(output)).hasSize(name.contains("T") ? 1 : 2);
    }
  }

  private CommandLineRun tag(Path input, Object... more) {
    return CommandLineRun.here(
        Stream.concat(
                Stream.of(
                    "tag", "--model", model, "--input", input, "--output", directory.resolve("o")),
                Stream.of(more))
            .toArray());
  }

  private void refused(int code, String message, CommandLineRun run) {
    assertThat(run.lastErr()).startsWith("error: ").contains(message).hasSizeLessThan(1000);
    assertThat(run.err()).noneMatch(line -> line.startsWith("\tat"));
    assertThat(run.code()).isEqualTo(code);
    assertThat(directory.toFile().list())
        .noneMatch(name -> name.matches("m|.*unfinished.*|.*[.]lock"));
  }

  /** The first half of a gzipped file of random words. */
  private static byte[] truncated(String format) throws IOException {
    String line =
        switch (format) {
          case "jsonl" -> "{\"text\":\"Ada met %d in %d\"}\n";
          case "conll" -> "Ada%d B-PER\nmet%d O\n\n";
          case "vectors" -> "w%d 0.5 %d\n";
          default -> "%s,%s\n";
        };
    Random random = new Random(1);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      if (format.equals("csv")) {
        out.write("id,text\n".getBytes(StandardCharsets.UTF_8));
      }
      for (int i = 0; i < 20_000; i++) {
        out.write(
            line.formatted(random.nextInt(1_000_000), random.nextInt())
                .getBytes(StandardCharsets.UTF_8));
      }
    }
    return Arrays.copyOf(bytes.toByteArray(), bytes.size() / 2);
  }
}
