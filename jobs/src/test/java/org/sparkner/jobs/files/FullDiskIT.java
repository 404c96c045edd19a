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
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparkner.jobs.CommandLineRun;
import org.sparkner.jobs.JsonRows;
import org.sparkner.jobs.TinyModel;

/**
 * Disks that are really full: file systems in memory, mounted for one shell alone, in which a
 * command is run twice, the second time after the disk was enlarged. Needs a Linux that lets the
 * tests mount one.
 */
@Tag("long")
class FullDiskIT {
  private static final String FULL = "No space left on device";
  private static final List<String> NAMESPACE = List.of("unshare", "--mount", "--map-root-user");

  @TempDir private Path directory;
  private Path disk;

  @BeforeEach
  void requireMounts() throws Exception {
    disk = Files.createDirectory(directory.resolve("disk"));
    assumeThat(shell("mount -t tmpfs -o size=64k tmpfs " + disk).waitFor())
        .as("may mount a file system")
        .isZero();
  }

  @Test
  void theOutputOfATagging() throws Exception {
    Path input = documents();
    List<String> out = twice(200, tagging(input, disk.resolve("out")));

    assertStopped(out, 2);
    assertThat(directory.resolve("left-first")).isEmptyDirectory();
    assertThat(JsonRows.lines(directory.resolve("left-second/out"))).hasSize(3000);
  }

  @Test
  void theCheckpointOfWhatIsNew() throws Exception {
    Path input = Files.createDirectory(directory.resolve("in"));
    for (int id = 0; id < 3; id++) {
      JsonRows.write(input.resolve(id + ".jsonl"), id);
    }
    Path output = directory.resolve("out");
    List<String> out =
        twice(
            12,
            tagging(input, output)
                + " --incremental --files-per-batch 1 --checkpoint "
                + disk.resolve("checkpoint"));

    assertStopped(out, 2);
    assertThat(JsonRows.ids(output)).containsExactlyInAnyOrder(0, 1, 2);
  }

  @Test
  void whereSparkKeepsWhatItHasNoMemoryFor() throws Exception {
    Path train = TinyModel.sentences(directory, "wikigold/train.conll", 300);
    Path valid = TinyModel.sentences(directory, "wikigold/dev.conll", 20);
    Path model = directory.resolve("trained");
    String training =
        Stream.of(TinyModel.training(train, valid, model, 1, "--workers", 2, "--resume"))
            .map(Object::toString)
            .collect(Collectors.joining(" "));
    List<String> out =
        twice(
            8, training + " --set spark.master=local[2] --set spark.conf.spark.local.dir=" + disk);

    assertStopped(out, 2);
    assertThat(model.resolve("model/weights.safetensors")).exists();
  }

  private String tagging(Path input, Path output) {
    return "tag --model %s --input %s --input-format jsonl --output %s --output-format jsonl"
        .formatted(TinyModel.random(directory), input, output);
  }

  private Path documents() throws IOException {
    List<String> lines = new ArrayList<>();
    for (int id = 0; id < 3000; id++) {
      lines.add("{\"id\":%d,\"text\":\"Ada met Bob in Paris.\"}".formatted(id));
    }
    return Files.write(directory.resolve("documents.jsonl"), lines);
  }

  /**
   * Runs a command on a disk of so many kilobytes, and again after it has become large. Prints the
   * exit code after each, and copies what is on the disk then to {@code left-first} and {@code
   * left-second}.
   *
   * @return the lines of standard error and the codes
   */
  private List<String> twice(int kilobytes, String command) throws Exception {
    String run =
        CommandLineRun.HOME.resolve("bin/spark-ner") + " " + command + " 2>&1; echo code $?";
    String script =
        String.join(
            "\n",
            "mount -t tmpfs -o size=" + kilobytes + "k tmpfs " + disk,
            run,
            "cp -r " + disk + " " + directory.resolve("left-first"),
            "mount -o remount,size=100m " + disk,
            run,
            "cp -r " + disk + " " + directory.resolve("left-second"));
    Process process = shell(script);
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).as("ends").isTrue();
    return Files.readAllLines(directory.resolve("log"));
  }

  private Process shell(String script) throws IOException {
    List<String> command = new ArrayList<>(NAMESPACE);
    command.addAll(List.of("bash", "-c", script));
    return new ProcessBuilder(command)
        .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
        .redirectErrorStream(true)
        .redirectOutput(directory.resolve("log").toFile())
        .start();
  }

  /** The first run says in one line that the disk is full, the second ends well. */
  private static void assertStopped(List<String> log, int code) {
    List<String> errors = log.stream().filter(line -> line.startsWith("error: ")).toList();
    assertThat(errors).as(log.toString()).hasSize(1);
    assertThat(errors.get(0)).contains(FULL);
    assertThat(log.stream().filter(line -> line.startsWith("code ")))
        .containsExactly("code " + code, "code 0");
    assertThat(log).noneMatch(line -> line.startsWith("\tat "));
  }
}
