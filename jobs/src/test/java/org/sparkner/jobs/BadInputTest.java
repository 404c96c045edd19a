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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user gets wrong gives one clear line and an exit code, and leaves nothing behind. */
class BadInputTest {
  private static final String SENTENCE = "Ada B-PER\nmet O\nBob B-PER\n. O\n\n";

  @TempDir private Path directory;

  @Test
  void missingTrainingFileIsBadData() {
    refused(3, "none.conll: no such file", "--train", directory.resolve("none.conll"));
  }

  @Test
  void directoryWithoutAFileIsBadData() throws IOException {
    Path folder = Files.createDirectory(directory.resolve("folder.conll"));

    refused(3, "found no file in this directory", "--train", folder, "--format", "conll");
  }

  @Test
  void wrongColumnIsBadDataWithFileAndLine() throws IOException {
    refused(3, "column 7", "--train", corpus("train.conll", SENTENCE), "--tag-column", 7);
  }

  @Test
  void lineOfAnotherNumberOfColumnsIsBadDataWithFileAndLine() throws IOException {
    refused(3, "train.conll:2", "--train", corpus("train.conll", "Ada B-PER\nmet\n\n"));
  }

  @Test
  void emptyTrainingSetIsBadData() throws IOException {
    refused(3, "found no sentence", "--train", corpus("train.conll", "\n\n"));
  }

  @Test
  void vectorsOfAnotherDimensionAreRefused() throws IOException {
    Path vectors = corpus("vectors.txt", "ada 1 2 3\nbob 3 2 1\n");

    refused(
        3,
        "3",
        "--train",
        corpus("train.conll", SENTENCE),
        "--vectors",
        vectors,
        "--set",
        "network.word-dimension=100");
  }

  @Test
  void tagsOfAnotherSchemeThanSaidAreBadData() throws IOException {
    refused(
        3, "--scheme says bioes", "--train", corpus("train.conll", SENTENCE), "--scheme", "bioes");
  }

  @Test
  void modelThatExistsIsRefusedAndLeftAsItIs() throws IOException {
    Path model = Files.createDirectory(directory.resolve("model"));
    Path kept = Files.writeString(model.resolve("mine"), "mine");

    CommandLineRun run =
        CommandLineRun.here("train", "--train", corpus("train.conll", SENTENCE), "--model", model);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.lastErr()).startsWith("error: ").contains("exists", "--overwrite");
    assertThat(kept).hasContent("mine");
  }

  @Test
  void checkpointOfAnInterruptedRunIsRefusedUnlessResumed() throws IOException {
    Files.createDirectory(directory.resolve("model.checkpoint"));

    CommandLineRun run =
        CommandLineRun.here(
            "train",
            "--train",
            corpus("train.conll", SENTENCE),
            "--model",
            directory.resolve("model"));

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.lastErr()).startsWith("error: ").contains("--resume", "--overwrite");
  }

  @Test
  void settingThatDoesNotExistIsWrongUsage() throws IOException {
    refused(
        2,
        "did you mean training.epochs?",
        "--train",
        corpus("train.conll", SENTENCE),
        "--set",
        "training.epoch=3");
  }

  private Path corpus(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text);
  }

  private void refused(int code, String message, Object... options) {
    Path model = directory.resolve("model");
    List<Object> args = new ArrayList<>(List.of("train", "--model", model));
    args.addAll(Arrays.asList(options));

    CommandLineRun run = CommandLineRun.here(args.toArray());

    assertThat(run.lastErr()).startsWith("error: ").contains(message);
    assertThat(run.code()).isEqualTo(code);
    assertThat(run.err()).noneMatch(line -> line.startsWith("\tat"));
    assertThat(directory.toFile().list()).noneMatch(name -> name.startsWith("model"));
  }
}
