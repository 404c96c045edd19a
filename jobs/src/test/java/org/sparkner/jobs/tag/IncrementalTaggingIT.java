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
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparkner.jobs.CommandLineRun;
import org.sparkner.jobs.JsonRows;

/** Incremental tagging as a process that is ended from outside. */
class IncrementalTaggingIT {
  private static final int FILES_A_RUN = 4;

  @TempDir private Path directory;
  private Inbox inbox;
  private int arrived;

  @BeforeEach
  void open() throws IOException {
    inbox = Inbox.below(directory);
  }

  /** Of one kill, {@link IncrementalTaggingTest} makes what it leaves. */
  @Tag("long")
  @Test
  void aRunThatIsKilledTenTimesTagsEachFileOnce() throws Exception {
    tagsEachFileOnceThough(10);
  }

  @Tag("slow")
  @Test
  void continuousTaggingGoesOnUntilASignalAndEndsWell() throws Exception {
    arrive(1);
    Process process = start("--every", "1s");
    await(process, inbox.output().resolve("batch=0"));
    arrive(1);
    await(process, inbox.output().resolve("batch=1"));

    process.destroy();

    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).isZero();
    assertThat(Files.readAllLines(directory.resolve("stdout")).get(0)).startsWith("2 documents, ");
    assertThat(JsonRows.ids(inbox.output())).containsExactlyInAnyOrder(1, 2);
  }

  /** Files arrive, a run begins and is killed; so many times; then one runs to its end. */
  private void tagsEachFileOnceThough(int kills) throws Exception {
    Random random = new Random(kills);
    for (int kill = 0; kill < kills; kill++) {
      long begun = batchesBegun();
      arrive(FILES_A_RUN);
      Process process = start();
      while (batchesBegun() == begun) {
        assertThat(process.isAlive()).as("run %d before its first batch", kill).isTrue();
        Thread.sleep(10);
      }
      Thread.sleep(random.nextInt(1500));
      process.destroyForcibly().waitFor();
    }
    Process last = start();
    assertThat(last.waitFor(3, TimeUnit.MINUTES)).isTrue();
    assertThat(last.exitValue()).isZero();

    Path uninterrupted = directory.resolve("uninterrupted");
    CommandLineRun.here(
        "tag",
        "--model",
        inbox.model(),
        "--input",
        inbox.input(),
        "--input-format",
        "jsonl",
        "--output",
        uninterrupted,
        "--output-format",
        "jsonl");
    assertThat(JsonRows.lines(inbox.output())).isEqualTo(JsonRows.lines(uninterrupted));
    assertThat(inbox.output().toFile().list()).allMatch(name -> name.startsWith("batch="));
  }

  private void arrive(int files) throws IOException {
    for (int i = 0; i < files; i++) {
      arrived++;
      inbox.arrive(String.valueOf(arrived), arrived);
    }
  }

  private long batchesBegun() throws IOException {
    Path offsets = inbox.checkpoint().resolve("query/offsets");
    if (Files.notExists(offsets)) {
      return 0;
    }
    try (Stream<Path> files = Files.list(offsets)) {
      return files.filter(file -> file.getFileName().toString().matches("\\d+")).count();
    }
  }

  private void await(Process process, Path path) throws InterruptedException {
    while (Files.notExists(path)) {
      assertThat(process.isAlive()).isTrue();
      Thread.sleep(50);
    }
  }

  private Process start(Object... more) throws IOException {
    return CommandLineRun.start(
        CommandLineRun.HOME.resolve("bin/spark-ner"),
        Map.of(),
        directory.resolve("stdout"),
        directory.resolve("stderr"),
        Stream.concat(Stream.of(inbox.arguments("--files-per-batch", 1)), Stream.of(more))
            .toArray());
  }
}
