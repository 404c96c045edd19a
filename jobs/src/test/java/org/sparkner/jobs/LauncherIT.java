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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher, as a process. */
class LauncherIT {
  @TempDir private Path directory;

  @Test
  void helpEndsWithSuccess() {
    CommandLineRun run = CommandLineRun.launch("--help");

    assertThat(run.code()).isZero();
    assertThat(run.out()).first().asString().startsWith("Usage: spark-ner");
  }

  @Test
  void failureEndsWithOneErrorLineAndItsExitCode() {
    CommandLineRun run = CommandLineRun.launch("inspect", "--model", "/nowhere");

    assertThat(run.code()).isEqualTo(4);
    assertThat(run.lastErr()).startsWith("error: /nowhere: no such model");
    assertThat(run.err()).noneMatch(line -> line.contains("Exception") || line.startsWith("\tat"));
  }

  @Test
  void runsThroughASymbolicLinkInAnotherDirectory() throws IOException {
    Path link =
        Files.createSymbolicLink(
            directory.resolve("ner"), CommandLineRun.HOME.resolve("bin/spark-ner"));

    assertThat(CommandLineRun.launch(link, Map.of(), "--version").code()).isZero();
  }

  @Test
  void runsFromACheckoutWhosePathHasSpaces() throws IOException {
    Path home = directory.resolve("my copy");
    for (String file :
        new String[] {
          "bin/spark-ner",
          "build-tools/build.sh",
          "conf/jvm.options",
          "conf/log4j2.properties",
          "pom.xml",
          "jobs/pom.xml"
        }) {
      Files.createDirectories(home.resolve(file).getParent());
      Files.copy(CommandLineRun.HOME.resolve(file), home.resolve(file));
    }
    Files.createDirectories(home.resolve("jobs/src/main"));
    String classpath =
        Files.readString(CommandLineRun.HOME.resolve("jobs/target/classpath.txt"))
            + ":"
            + CommandLineRun.HOME.resolve("jobs/target/classes");
    Files.createDirectories(home.resolve("jobs/target"));
    Files.writeString(home.resolve("jobs/target/classpath.txt"), classpath);
    assertThat(home.resolve("bin/spark-ner").toFile().setExecutable(true)).isTrue();

    assertThat(CommandLineRun.launch(home.resolve("bin/spark-ner"), Map.of(), "--version").code())
        .isZero();
  }

  @Test
  void clusterWithoutASparkInstallationIsWrongUsage() {
    CommandLineRun run =
        CommandLineRun.launch(
            CommandLineRun.HOME.resolve("bin/spark-ner"),
            Map.of("SPARK_HOME", ""),
            "--master",
            "spark://host:7077",
            "tag");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.lastErr())
        .startsWith("error: --master spark://host:7077 wants")
        .contains("SPARK_HOME");
  }
}
