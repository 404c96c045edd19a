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
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparkner.jobs.tag.TagCommandTest;

/** Tagging as a process that is ended from outside, and two at once. */
@Tag("slow")
class SignalIT {
  /** So many that a run is still writing when it is stopped. */
  private static final int DOCUMENTS = 100_000;

  @TempDir private Path directory;
  private Path input;
  private Path model;
  private Path temporary;

  @BeforeEach
  void make() throws IOException {
    input =
        Files.writeString(
            directory.resolve("many.jsonl"),
            "{\"id\":1,\"text\":\"Ada Lovelace lived in London. Bob went to Paris.\"}\n"
                .repeat(DOCUMENTS));
    model = TinyModel.random(directory);
    temporary = Files.createDirectory(directory.resolve("tmp"));
  }

  @Test
  void endedWhileItTagsItLeavesNothing() throws Exception {
    Process process = start();
    awaitWriting(process);

    signal(process, "INT");

    assertEnded(process);
  }

  @Test
  void endedWhileSparkStartsItLeavesNothing() throws Exception {
    Process process = start();
    while (Files.notExists(directory.resolve(".out.lock"))) {
      assertThat(process.isAlive()).isTrue();
      Thread.sleep(10);
    }
    Thread.sleep(500);

    signal(process, "TERM");

    assertEnded(process);
  }

  @Test
  void secondRunIsRefusedWhileTheFirstWritesAndWritesOnceThatIsKilled() throws Exception {
    Process first = start();
    awaitWriting(first);
    signal(first, "STOP");

    Path few = Files.writeString(directory.resolve("few.jsonl"), "{\"text\":\"Ada\"}\n");
    CommandLineRun second = CommandLineRun.here(arguments(few));
    first.destroyForcibly().waitFor();
    CommandLineRun third = CommandLineRun.here(arguments(few));

    assertThat(second.code()).isEqualTo(2);
    assertThat(second.err())
        .singleElement()
        .asString()
        .startsWith("error: ")
        .contains("is being written by another run");
    assertThat(third.code()).isZero();
    assertThat(directory.toFile().list()).noneMatch(name -> name.matches("[.]?out[.].*"));
    assertThat(TagCommandTest.lines(directory.resolve("out"))).hasSize(1);
  }

  private void assertEnded(Process process) throws Exception {
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(Files.readAllLines(directory.resolve("stderr")))
        .noneMatch(line -> line.startsWith("\tat"))
        .last()
        .asString()
        .startsWith("error: interrupted by SIG");
    assertThat(process.exitValue()).isEqualTo(5);
    assertThat(directory.toFile().list()).noneMatch(name -> name.matches("[.]?out.*"));
    assertThat(temporary.toFile().list()).noneMatch(name -> name.matches("(spark|blockmgr).*"));
  }

  private static void signal(Process process, String name) throws Exception {
    assertThat(new ProcessBuilder("kill", "-" + name, process.pid() + "").start().waitFor())
        .isZero();
  }

  private void awaitWriting(Process process) throws InterruptedException {
    while (Files.notExists(directory.resolve("out.unfinished"))) {
      assertThat(process.isAlive()).isTrue();
      Thread.sleep(10);
    }
  }

  private Process start() throws IOException {
    return CommandLineRun.start(
        CommandLineRun.HOME.resolve("bin/spark-ner"),
        Map.of("SPARK_NER_JAVA", "-Djava.io.tmpdir=" + temporary),
        directory.resolve("stdout"),
        directory.resolve("stderr"),
        arguments(input));
  }

  private Object[] arguments(Path from) {
    return new Object[] {
      "tag",
      "--model",
      model,
      "--input",
      from,
      "--output",
      directory.resolve("out"),
      "--output-format",
      "jsonl"
    };
  }
}
