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
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The built jar, by Spark's own {@code spark-submit}; wants the profile {@code assembly}. */
@Tag("slow")
class SparkSubmitIT {
  private static final Path JAR =
      CommandLineRun.HOME.resolve("jobs/target/spark-ner-jobs-assembly.jar");

  @TempDir private Path directory;

  @Test
  void assemblyHoldsTheLicenceAndNothingOfSpark() throws IOException {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      assertThat(jar.getEntry("META-INF/LICENSE")).isNotNull();
      assertThat(jar.getEntry("META-INF/NOTICE")).isNotNull();
      // dl4j-spark keeps a class of its own in Spark's package.
      assertThat(jar.stream().filter(entry -> !entry.isDirectory()).map(JarEntry::getName))
          .filteredOn(name -> !name.startsWith("org/apache/spark/TaskContextHelper"))
          .noneMatch(name -> name.startsWith("org/apache/spark/"))
          .noneMatch(name -> name.startsWith("org/apache/hadoop/"))
          .noneMatch(name -> name.startsWith("scala/"))
          .noneMatch(name -> name.startsWith("org/openjdk/jmh/"));
    }
  }

  @Test
  void noEntryHasTheTimeOfTheBuildSoThatTheJarIsReproducible() throws IOException {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      long release = jar.getEntry("org/sparkner/jobs/Main.class").getTime();
      long latest = jar.stream().mapToLong(JarEntry::getTime).max().orElseThrow();
      assertThat(latest).isEqualTo(release);
    }
  }

  @Test
  void launcherSubmitsTheAssembly() throws IOException {
    Path model = TinyModel.train(directory);
    Path output = directory.resolve("tagged");

    CommandLineRun run =
        CommandLineRun.launch(
            CommandLineRun.HOME.resolve("bin/spark-ner"),
            Map.of("SPARK_HOME", sparkHome().toString()),
            "--master",
            "local[2]",
            "--conf",
            "spark.ui.enabled=false",
            "tag",
            "--model",
            model,
            "--input",
            CommandLineRun.SAMPLE.resolve("raw/1865-Lincoln.txt"),
            "--output",
            output);

    assertThat(run.err()).noneMatch(line -> line.startsWith("error: "));
    assertThat(run.code()).isZero();
    assertThat(run.out()).anyMatch(line -> line.startsWith("1 documents, "));
    assertThat(output.resolve("_SUCCESS")).exists();
  }

  /** An installation made of the embedded Spark: the class that spark-submit starts is the same. */
  private Path sparkHome() throws IOException {
    Path home = directory.resolve("spark");
    Files.createDirectories(home.resolve("bin"));
    Path script = home.resolve("bin/spark-submit");
    String classpath = String.join(":", provided());
    Files.writeString(
        script,
        """
        #!/usr/bin/env bash
        exec java "@%s/conf/jvm.options" -Xmx2g -cp '%s' org.apache.spark.deploy.SparkSubmit "$@"
        """
            .formatted(CommandLineRun.HOME, classpath));
    assertThat(script.toFile().setExecutable(true)).isTrue();
    return home;
  }

  /** The jars of the launcher's class path that a Spark installation brings. */
  private static String[] provided() throws IOException {
    return Files.readString(CommandLineRun.HOME.resolve("jobs/target/classpath.txt"))
        .trim()
        .lines()
        .flatMap(line -> java.util.Arrays.stream(line.split(":")))
        .filter(
            jar ->
                !jar.matches(
                        ".*/(spark-ner-|deeplearning4j|nd4j|javacpp|openblas|opennlp|icu4j|picocli).*")
                    && !jar.matches(".*/(com/typesafe|org/nd4j|org/deeplearning4j)/.*"))
        .toArray(String[]::new);
  }
}
