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
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparkner.spark.version.SparkLine;

/** The built jar, by Spark's own {@code spark-submit}; needs the profile {@code assembly}. */
@Tag("slow")
class SparkSubmitIT {
  private static final Path TARGET = CommandLineRun.HOME.resolve(CommandLineRun.target("jobs"));
  private static final String EVERYTHING = "spark-ner-jobs-assembly.jar";
  private static final String TAGGING = "spark-ner-tagging-assembly.jar";

  @TempDir private Path directory;

  @ParameterizedTest
  @CsvSource({EVERYTHING + ", 250", TAGGING + ", 80"})
  void assemblyHoldsItsLicencesAndNothingOfSparkAndIsNoLargerThan(String name, long megabytes)
      throws IOException {
    try (JarFile jar = new JarFile(TARGET.resolve(name).toFile())) {
      assertThat(jar.stream().map(JarEntry::getName))
          .contains(
              "META-INF/LICENSE",
              "META-INF/NOTICE",
              "META-INF/licenses/openblas.txt",
              "META-INF/licenses/gcc-runtime.txt",
              "META-INF/licenses/libquadmath.txt",
              "META-INF/licenses/icu4j.txt",
              "org/jline/reader/LineReader.class");
      // dl4j-spark keeps a class of its own in Spark's package.
      assertThat(jar.stream().filter(entry -> !entry.isDirectory()).map(JarEntry::getName))
          .filteredOn(entry -> !entry.startsWith("org/apache/spark/TaskContextHelper"))
          .noneMatch(entry -> entry.startsWith("org/apache/spark/"))
          .noneMatch(entry -> entry.startsWith("org/apache/hadoop/"))
          .noneMatch(entry -> entry.startsWith("scala/"))
          .noneMatch(entry -> entry.startsWith("org/openjdk/jmh/"))
          .noneMatch(entry -> entry.startsWith("ai/onnxruntime/"));
    }
    assertThat(Files.size(TARGET.resolve(name))).isLessThan(megabytes * 1_000_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {EVERYTHING, TAGGING})
  void noEntryHasTheTimeOfTheBuildSoThatTheJarIsReproducible(String name) throws IOException {
    try (JarFile jar = new JarFile(TARGET.resolve(name).toFile())) {
      long release = jar.getEntry("org/sparkner/jobs/Main.class").getTime();
      long latest = jar.stream().mapToLong(JarEntry::getTime).max().orElseThrow();
      assertThat(latest).isEqualTo(release);
    }
  }

  @Tag("long")
  @Test
  void theJarThatOnlyTagsTagsAndSaysThatItCannotTrain() throws IOException {
    Path model = TinyModel.random(directory);
    Path input = CommandLineRun.SAMPLE.resolve("raw/1865-Lincoln.txt");
    Path output = directory.resolve("tagged");

    CommandLineRun tagging =
        submit(TAGGING, "tag", "--model", model, "--input", input, "--output", output);
    CommandLineRun training = submit(TAGGING, "train", "--train", input, "--model", model);

    assertThat(tagging.err()).noneMatch(line -> line.startsWith("error: "));
    assertThat(tagging.out()).anyMatch(line -> line.startsWith("1 documents, "));
    assertThat(output.resolve("_SUCCESS")).exists();
    assertThat(training.code()).isEqualTo(2);
    assertThat(training.err()).last().asString().startsWith("error: this jar tags and evaluates");
  }

  private CommandLineRun submit(String jar, Object... arguments) throws IOException {
    return CommandLineRun.launch(
        sparkHome().resolve("bin/spark-submit"),
        Map.of(),
        Stream.concat(
                Stream.of(
                    "--master",
                    "local[2]",
                    "--conf",
                    "spark.ui.enabled=false",
                    "--class",
                    "org.sparkner.jobs.Main",
                    TARGET.resolve(jar)),
                Stream.of(arguments))
            .toArray());
  }

  @Tag("lines")
  @Test
  void launcherSubmitsTheAssembly() throws IOException {
    Path model = TinyModel.random(directory);
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
    // Spark 4 has an ICU of its own.
    String icu = SparkLine.current().scala().equals("2.12") ? "icu4j|" : "";
    return Files.readString(TARGET.resolve("classpath.txt"))
        .trim()
        .lines()
        .flatMap(line -> java.util.Arrays.stream(line.split(":")))
        .filter(
            jar ->
                !jar.matches(
                        ".*/("
                            + icu
                            + "spark-ner-|deeplearning4j|nd4j|javacpp|openblas|dnnl|opencl|onnxruntime|caffeine|opennlp|picocli).*")
                    && !jar.matches(".*/(com/typesafe|org/nd4j|org/deeplearning4j)/.*"))
        .toArray(String[]::new);
  }
}
