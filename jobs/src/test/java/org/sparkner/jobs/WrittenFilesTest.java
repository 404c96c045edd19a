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
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a command writes, and where: the outputs that it was given, by the umask of who called it,
 * and while it runs its temporary files.
 */
@Tag("slow")
class WrittenFilesTest {
  @TempDir private Path root;
  private Path inputs;
  private Path outputs;
  private Path work;
  private Path home;
  private Path temporary;

  @BeforeEach
  void make() throws IOException {
    inputs = Files.createDirectory(root.resolve("inputs"));
    outputs = Files.createDirectory(root.resolve("outputs"));
    work = Files.createDirectory(root.resolve("work"));
    home = Files.createDirectory(root.resolve("home"));
    temporary = Files.createDirectory(root.resolve("tmp"));
  }

  @Test
  void taggingWritesItsOutputAndNothingElse() throws Exception {
    Path model = TinyModel.random(inputs);
    Path text = Files.writeString(inputs.resolve("t.jsonl"), "{\"text\":\"Ada met Bob.\"}\n");
    List<Path> before = files(inputs);

    run(
        "tag",
        "--model",
        model,
        "--input",
        text,
        "--output",
        outputs.resolve("tagged"),
        "--view",
        outputs.resolve("page.html"));

    assertThat(files(inputs)).isEqualTo(before);
    assertThat(names(outputs)).containsExactlyInAnyOrder("tagged", "page.html");
    assertThatOthersGotNothing();
  }

  @Test
  void trainingWritesItsModelAndNothingElse() throws Exception {
    Path train = TinyModel.sentences(inputs, "wikigold/train.conll", 30);
    Path valid = TinyModel.sentences(inputs, "wikigold/dev.conll", 10);
    List<Path> before = files(inputs);

    run(TinyModel.training(train, valid, outputs.resolve("model"), 1));
    run(
        "evaluate",
        "--model",
        outputs.resolve("model"),
        "--data",
        valid,
        "--report",
        outputs.resolve("report"));

    assertThat(files(inputs)).isEqualTo(before);
    assertThat(names(outputs)).containsExactlyInAnyOrder("model", "report");
    assertThatOthersGotNothing();
  }

  private void assertThatOthersGotNothing() throws IOException {
    assertThat(files(work)).isEmpty();
    assertThat(files(home)).isEmpty();
    assertThat(files(temporary)).isEmpty();
    assertThat(files(outputs))
        .isNotEmpty()
        .allSatisfy(
            file ->
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .as("%s", file)
                    .isEqualTo(Files.isDirectory(file) ? "rwxr-x---" : "rw-r-----"));
  }

  private void run(Object... arguments) throws Exception {
    List<String> command =
        new ArrayList<>(List.of("sh", "-c", "umask 027; cd \"$0\"; exec \"$@\"", work.toString()));
    command.addAll(
        JavaProcess.command(
            Main.class,
            List.of(
                "-Djava.io.tmpdir=" + temporary,
                "-Duser.home=" + home,
                // Native libraries, which are unpacked there once for all runs.
                "-Dorg.bytedeco.javacpp.cachedir="
                    + Path.of(System.getProperty("user.home"), ".javacpp", "cache")),
            arguments));
    Path log = root.resolve("log");
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("HOME", home.toString());
    Process process = builder.redirectOutput(log.toFile()).start();
    assertThat(process.waitFor()).as("%s", Files.readString(log)).isZero();
  }

  /** All below a directory, directories too. */
  private static List<Path> files(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(file -> !file.equals(directory)).sorted().toList();
    }
  }

  private static List<String> names(Path directory) throws IOException {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.map(entry -> entry.getFileName().toString()).toList();
    }
  }
}
