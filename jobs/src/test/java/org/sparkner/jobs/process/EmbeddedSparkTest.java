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

package org.sparkner.jobs.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparkner.jobs.CommandLineRun;

/** What becomes of a process whose embedded Spark loses its own executor from sight. */
class EmbeddedSparkTest {
  /** Beyond what Spark's driver waits for an executor by default. */
  private static final int STOP_SECONDS = 135;

  @TempDir private Path directory;

  @Test
  @Tag("slow")
  void endOfTheProcessBySparkIsAnInterruptionInOneLine() throws Exception {
    // Most heartbeats come too late: the driver has given the executor up, and the next one fails.
    Process process =
        start(
            120,
            "spark.executor.heartbeatInterval=2s",
            "spark.executor.heartbeat.maxFailures=1",
            "spark.storage.blockManagerHeartbeatTimeoutMs=2s",
            "spark.network.timeoutInterval=200ms");

    assertThat(process.waitFor(100, TimeUnit.SECONDS)).isTrue();

    assertThat(errors())
        .containsExactly(
            "error: interrupted: Spark ended the process; give the same command again");
    assertThat(process.exitValue()).isEqualTo(5);
  }

  @Test
  @Tag("long")
  void processThatIsStoppedForLongGoesOn() throws Exception {
    Process process =
        start(
            20,
            "spark.executor.heartbeatInterval=1s",
            "spark.executor.heartbeat.maxFailures=3",
            "spark.network.timeoutInterval=1s");
    while (!output().contains(IdleProgram.STARTED)) {
      assertThat(process.isAlive()).isTrue();
      Thread.sleep(100);
    }

    signal(process, "STOP");
    Thread.sleep(STOP_SECONDS * 1000L);
    signal(process, "CONT");

    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(errors()).isEmpty();
    assertThat(output()).endsWith(IdleProgram.COUNTED);
    assertThat(process.exitValue()).isZero();
  }

  private Process start(int seconds, String... settings) throws IOException {
    Path configuration = CommandLineRun.HOME.resolve("conf");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("@" + configuration.resolve("jvm.options"));
    command.add("-Xmx1g");
    command.add("-Dlog4j2.configurationFile=" + configuration.resolve("log4j2.properties"));
    command.add("-cp");
    command.add(ManagementFactory.getRuntimeMXBean().getClassPath());
    command.add(IdleProgram.class.getName());
    command.add("idle");
    command.add(Integer.toString(seconds));
    command.addAll(List.of(settings));
    return new ProcessBuilder(command)
        .redirectOutput(directory.resolve("out").toFile())
        .redirectError(directory.resolve("err").toFile())
        .start();
  }

  private List<String> output() throws IOException {
    return Files.readAllLines(directory.resolve("out"));
  }

  /** Without what Java says of its incubating modules. */
  private List<String> errors() throws IOException {
    return Files.readAllLines(directory.resolve("err")).stream()
        .filter(line -> !line.startsWith("WARNING: Using incubator modules"))
        .toList();
  }

  private static void signal(Process process, String name) throws Exception {
    assertThat(new ProcessBuilder("kill", "-" + name, process.pid() + "").start().waitFor())
        .isZero();
  }
}
