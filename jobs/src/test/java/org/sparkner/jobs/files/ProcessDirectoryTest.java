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
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparkner.jobs.JavaProcess;

/** What becomes of temporary files, whatever ends a process. */
@Tag("slow")
class ProcessDirectoryTest {
  /** A process that keeps a temporary file and waits. */
  static final class Waiting {
    private Waiting() {}

    public static void main(String[] args) throws Exception {
      ProcessDirectory.use();
      TemporaryDirectory kept = TemporaryDirectory.named("kept");
      Files.writeString(kept.path().resolve("file"), "of " + ProcessHandle.current().pid());
      System.out.println("ready");
      if (args.length > 0) {
        Thread.sleep(Long.parseLong(args[0]));
      }
    }
  }

  @TempDir private Path folder;

  private Path temporary() throws IOException {
    return Files.createDirectories(folder.resolve("tmp"));
  }

  private JavaProcess start(String name, Object... arguments) throws Exception {
    return JavaProcess.start(
        folder.resolve(name), Waiting.class, List.of("-Djava.io.tmpdir=" + temporary()), arguments);
  }

  private static JavaProcess ready(JavaProcess process) throws Exception {
    while (!process.output().contains("ready")) {
      assertThat(process.process().isAlive()).as("%s", process.errors()).isTrue();
      Thread.sleep(20);
    }
    return process;
  }

  @Test
  void whatAKilledProcessLeftGoesAtTheNextStartAndWhatALivingOneKeepsStays() throws Exception {
    JavaProcess living = ready(start("living", 120_000));
    Path kept = only(temporary());
    JavaProcess killed = ready(start("killed", 120_000));
    try {
      assertThat(killed.process().destroyForcibly().waitFor()).isEqualTo(128 + 9);
      assertThat(names(temporary())).hasSize(2);

      JavaProcess next = start("next");
      assertThat(next.process().waitFor(60, TimeUnit.SECONDS)).isTrue();

      assertThat(next.output()).containsExactly("ready");
      assertThat(only(temporary())).isEqualTo(kept);
      try (Stream<Path> files = Files.walk(kept)) {
        assertThat(files.filter(Files::isRegularFile))
            .anySatisfy(file -> assertThat(file).hasContent("of " + living.process().pid()));
      }
    } finally {
      living.process().destroyForcibly().waitFor();
    }
    assertThat(start("last").process().waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(names(temporary())).isEmpty();
  }

  @Test
  void onlyTheUserMayReadIt() throws Exception {
    JavaProcess process = ready(start("living", 120_000));
    try {
      Path own = only(temporary());
      try (Stream<Path> directories = Files.walk(own).filter(Files::isDirectory)) {
        assertThat(directories)
            .hasSize(2)
            .allSatisfy(
                directory ->
                    assertThat(Files.getPosixFilePermissions(directory))
                        .isEqualTo(PosixFilePermissions.fromString("rwx------")));
      }
    } finally {
      process.process().destroyForcibly().waitFor();
    }
  }

  @Test
  void linksAreNotFollowedAndOtherDirectoriesStay() throws IOException {
    Path outside = Files.createDirectory(folder.resolve("outside"));
    Files.writeString(outside.resolve("precious"), "");
    Path own = Files.createDirectory(temporary().resolve("spark-ner-run-own"));
    Path left = Files.createDirectory(temporary().resolve("spark-ner-run-left"));
    Files.writeString(left.resolve("lock"), "");
    Files.createSymbolicLink(left.resolve("link"), outside);
    Files.createSymbolicLink(temporary().resolve("spark-ner-run-link"), outside);
    Path unlocked = Files.createDirectory(temporary().resolve("spark-ner-run-unlocked"));
    Files.writeString(unlocked.resolve("something"), "");
    Files.createDirectory(temporary().resolve("spark-ner-run-empty"));
    Files.createDirectory(temporary().resolve("spark-ner-model123"));

    ProcessDirectory.removeAbandoned(temporary(), own);

    assertThat(names(temporary()))
        .containsExactlyInAnyOrder(
            "spark-ner-run-own",
            "spark-ner-run-link",
            "spark-ner-run-unlocked",
            "spark-ner-model123");
    assertThat(outside.resolve("precious")).exists();
  }

  @Test
  void aLockThatThisProcessHoldsIsALivingOnes() throws IOException {
    Path own = Files.createDirectory(temporary().resolve("spark-ner-run-own"));
    Path other = Files.createDirectory(temporary().resolve("spark-ner-run-other"));
    try (FileChannel channel =
            FileChannel.open(
                other.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      assertThat(lock.isValid()).isTrue();

      ProcessDirectory.removeAbandoned(temporary(), own);

      assertThat(other).exists();
    }
  }

  private static Path only(Path directory) throws IOException {
    List<String> names = names(directory);
    assertThat(names).hasSize(1);
    return directory.resolve(names.get(0));
  }

  private static List<String> names(Path directory) throws IOException {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.map(entry -> entry.getFileName().toString()).toList();
    }
  }
}
