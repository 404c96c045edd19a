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
import static org.sparkner.jobs.CommandLineRun.target;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparkner.model.IfExists;
import org.sparkner.model.ModelWriter;
import org.sparkner.model.RandomModel;
import org.sparkner.spark.version.SparkLine;

/** The launcher, as a process. */
@Execution(ExecutionMode.CONCURRENT)
class LauncherIT {
  private static final String LINE = SparkLine.current().spark();
  private static final Path ASSEMBLY = target("jobs").resolve("spark-ner-jobs-assembly.jar");

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
  void modelsAreKnownByTheirNamesInTheDirectoriesOfTheVariableOrInThoseOfTheProject()
      throws IOException {
    Path launcher = checkout("copy");
    ModelWriter.write(RandomModel.tiny(), directory.resolve("copy/models/tiny"), IfExists.REFUSE);
    ModelWriter.write(RandomModel.tiny(), directory.resolve("mine/own"), IfExists.REFUSE);
    String mine = directory.resolve("mine").toString();

    CommandLineRun project =
        CommandLineRun.launch(launcher, Map.of(), "inspect", "--model", "tiny");
    CommandLineRun own =
        CommandLineRun.launch(
            launcher, Map.of("SPARK_NER_MODELS", mine), "inspect", "--model", "own");
    CommandLineRun unknown =
        CommandLineRun.launch(
            launcher, Map.of("SPARK_NER_MODELS", mine), "inspect", "--model", "tiny");

    assertThat(project.lastOut()).startsWith("verified ");
    assertThat(own.lastOut()).startsWith("verified ");
    assertThat(unknown.code()).isEqualTo(4);
    assertThat(unknown.err()).filteredOn(line -> line.startsWith("error")).hasSize(1);
    assertThat(unknown.lastErr())
        .startsWith("error: There is no model 'tiny'")
        .contains("the names own (" + mine + "/own); to add it, put spark-ner-model-tiny.jar");
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
    assertThat(CommandLineRun.launch(checkout("my copy"), Map.of(), "--version").code()).isZero();
  }

  @Test
  void runsTheClassesOfTheCheckoutThatItIsIn() throws IOException {
    Path launcher = checkout("copy");
    Path own = built(launcher, "jobs").resolve("classes");
    Files.delete(own);
    Files.createDirectory(own);

    CommandLineRun run = CommandLineRun.launch(launcher, Map.of(), "--version");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).anyMatch(line -> line.contains("org.sparkner.jobs.Main"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"jar", "classes", "unfinished", "source"})
  void isBuiltAgainWhereSomethingOfTheBuildIsGone(String gone) throws IOException {
    Path launcher = checkout("moved");
    Path home = launcher.getParent().getParent();
    Path classpath = built(launcher, "jobs").resolve("classpath.txt");
    switch (gone) {
      case "jar" ->
          Files.writeString(classpath, Files.readString(classpath).trim() + ":/nowhere/a.jar\n");
      case "classes" -> Files.delete(built(launcher, "spark-ner-ml").resolve("classes"));
      case "unfinished" -> Files.createFile(home.resolve("jobs/target/build.unfinished"));
      case "source" -> Files.setLastModifiedTime(classpath, FileTime.fromMillis(0));
      default -> throw new AssertionError(gone);
    }

    CommandLineRun run = CommandLineRun.launch(launcher, withFailingMaven(), "--version");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).anyMatch(line -> line.startsWith("[ERROR] asked to build"));
    assertThat(run.lastErr()).startsWith("error: the build failed");
  }

  /** A path whose Maven fails, and says in its error what it was asked for. */
  private Map<String, String> withFailingMaven() throws IOException {
    Path maven = directory.resolve("maven/mvn");
    Files.createDirectories(maven.getParent());
    Files.writeString(maven, "#!/bin/sh\necho \"[ERROR] asked to build $*\"\nexit 1\n");
    assertThat(maven.toFile().setExecutable(true)).isTrue();
    return Map.of("PATH", maven.getParent() + ":" + System.getenv("PATH"));
  }

  @Test
  void libtorchIsFetchedWhereItIsAskedForAndNotBefore() throws IOException {
    Path launcher = checkout("copy");
    Files.setLastModifiedTime(
        built(launcher, "jobs").resolve("classpath.txt"), FileTime.fromMillis(0));

    CommandLineRun without = CommandLineRun.launch(launcher, withFailingMaven(), "--version");
    CommandLineRun with =
        CommandLineRun.launch(launcher, withFailingMaven(), "--torch=cuda", "--version");

    assertThat(without.err()).anyMatch(line -> line.contains("-pl !spark-ner-torch"));
    assertThat(with.err()).noneMatch(line -> line.contains("!spark-ner-torch"));
    assertThat(with.err()).anyMatch(line -> line.contains("-Ptorch-cuda package"));
  }

  @Test
  void anotherBuildOfLibtorchThanThereIsIsRefused() {
    CommandLineRun run = CommandLineRun.launch("--torch=rocm", "--version");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.lastErr()).isEqualTo("error: --torch=rocm: expected --torch or --torch=cuda");
  }

  @Test
  void libtorchIsSubmittedBesideTheJarOfTheCommands() throws IOException {
    Path target = Files.createDirectories(directory.resolve("copy/spark-ner-torch/target"));
    Path built = target.resolve("classpath.txt");
    Files.writeString(built, "/m/javacpp-1.jar:/m/pytorch-2.jar:/m/pytorch-2-linux.jar");
    // Newer than the checkout, which is made after it.
    Files.setLastModifiedTime(built, FileTime.from(Instant.now().plusSeconds(3600)));

    List<String> sent = submitted("--master yarn --torch --jars a.jar train");

    assertThat(sent.get(sent.lastIndexOf("--jars") + 1))
        .isEqualTo(
            "a.jar," + target + "/spark-ner-torch.jar,/m/pytorch-2.jar,/m/pytorch-2-linux.jar");
    assertThat(sent).contains("spark.executorEnv.MALLOC_MMAP_THRESHOLD_=2000000000");
    assertThat(sent).endsWith("train").doesNotContain("--torch");
  }

  @Test
  void copyOfTheLauncherAloneIsRefused() throws IOException {
    Path copy = directory.resolve("bin/spark-ner");
    Files.createDirectories(copy.getParent());
    Files.copy(CommandLineRun.HOME.resolve("bin/spark-ner"), copy);

    CommandLineRun run = CommandLineRun.launch(copy, Map.of(), "--version");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).hasSize(1);
    assertThat(run.lastErr()).startsWith("error: ").contains("make a link");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "LC_ALL=POSIX",
        "LC_ALL= LC_CTYPE=C LANG=C.UTF-8",
        "LC_ALL= LC_CTYPE= LANG=",
        "LC_ALL=de_DE.ISO-8859-1",
        "LC_ALL=C.UTF-8"
      })
  void argumentsOfOtherLettersAreReadInEveryLocale(String locale) {
    String inspect = " inspect --model $'/nowhere/\\303\\274ber'";

    CommandLineRun run =
        CommandLineRun.launch(
            Path.of("/bin/bash"),
            Map.of(),
            "-c",
            locale + " " + CommandLineRun.HOME.resolve("bin/spark-ner") + inspect);

    assertThat(run.lastErr()).startsWith("error: /nowhere/über: no such model");
  }

  @Tag("slow")
  @Test
  void filesAndColumnsOfOtherLettersAreReadInTheLocaleCOnAMachineWhoseNameHasNoAddress()
      throws IOException {
    Path hosts = Files.writeString(directory.resolve("hosts"), "127.0.0.1 localhost\n");
    Path texts = Files.createDirectory(directory.resolve("d"));
    String make = "cd '" + texts + "' && printf 'Ada' >$'\\303\\274ber.txt' && printf Bob >b.txt";
    String tag =
        " tag --model '%s' --input '%s' --input-format text --output '%s' --output-format jsonl"
                .formatted(TinyModel.random(directory), texts, directory.resolve("out"))
            + " --id-col $'gr\\303\\266\\303\\237e'";
    String launcher = CommandLineRun.HOME.resolve("bin/spark-ner").toString();

    CommandLineRun run =
        CommandLineRun.launch(
            Path.of("/bin/bash"),
            Map.of("SPARK_NER_JAVA", "-Djdk.net.hosts.file=" + hosts, "SPARK_LOCAL_IP", ""),
            "-c",
            make + " && LC_ALL=C " + launcher + tag);

    assertThat(run.code()).as(run.err().toString()).isZero();
    assertThat(run.out().get(0)).startsWith("2 documents");
    assertThat(run.err()).noneMatch(line -> line.contains("Versions of org.bytedeco"));
    try (Stream<Path> parts = Files.list(directory.resolve("out"))) {
      assertThat(parts.filter(part -> part.toString().endsWith(".json")))
          .anySatisfy(
              part -> assertThat(part).content(StandardCharsets.UTF_8).contains("\"größe\":"));
    }
  }

  @Test
  void argumentInAnotherEncodingIsRefusedInOneLine() {
    CommandLineRun run =
        CommandLineRun.launch(
            Path.of("/bin/bash"),
            Map.of("LC_ALL", "C"),
            "-c",
            CommandLineRun.HOME.resolve("bin/spark-ner") + " inspect --model $'/x/\\374ber'");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.lastErr()).startsWith("error: the argument /x/").contains("LC_ALL=C.UTF-8");
  }

  @Test
  void hintsAreCommandsAsTheLauncherWasCalled() throws IOException {
    Path called = directory.resolve("my ner");
    Files.createSymbolicLink(called, CommandLineRun.HOME.resolve("bin/spark-ner"));

    CommandLineRun named = CommandLineRun.launch(called, Map.of(), "inspect");
    CommandLineRun onPath =
        CommandLineRun.launch(
            Path.of("/bin/bash"), Map.of(), "-c", "PATH=$PATH:" + directory + "; 'my ner' inspect");

    String inspect = (LINE.equals("3.5") ? "" : " --spark " + LINE) + " inspect --help";
    assertThat(named.lastErr()).endsWith("see " + called.toString().replace(" ", "\\ ") + inspect);
    assertThat(onPath.lastErr()).endsWith("see my\\ ner" + inspect);
  }

  @ParameterizedTest
  @CsvSource({"5.0.0, 2.13", "3.4.1, 2.12", "3.5.7, 2.13"})
  void anotherSparkInSparkHomeIsRefused(String spark, String scala) throws IOException {
    Path jars = Files.createDirectories(sparkHome().resolve("jars"));
    Files.createFile(jars.resolve("spark-core_" + scala + "-" + spark + ".jar"));

    CommandLineRun run =
        CommandLineRun.launch(
            checkout("copy"),
            Map.of("SPARK_HOME", sparkHome().toString()),
            "--master",
            "local[2]",
            "inspect");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.lastErr())
        .startsWith("error: SPARK_HOME is ")
        .contains("found Spark " + spark + " with Scala " + scala, "needs Spark 3.5");
  }

  @ParameterizedTest
  @CsvSource({"3.5.7, 2.12, 3.5, target/spark-ner", "4.0.1, 2.13, 4, target/spark-4/spark-ner"})
  void theSparkInSparkHomeDecidesWhichJarIsSubmitted(
      String spark, String scala, String line, String jar) throws IOException {
    Path launcher = submitting();
    Path jars = Files.createDirectories(sparkHome().resolve("jars"));
    Files.createFile(jars.resolve("spark-core_" + scala + "-" + spark + ".jar"));

    List<String> found = submitted(launcher, "", "--master local[2] inspect");
    List<String> said = submitted(launcher, line, "--master local[2] inspect");
    List<String> option = submitted(launcher, "", "--spark " + line + " --master local[2] inspect");

    assertThat(found)
        .filteredOn(argument -> argument.endsWith("spark-ner-jobs-assembly.jar"))
        .singleElement()
        .asString()
        .contains("jobs/" + jar);
    assertThat(said).contains(found.get(found.size() - 2));
    assertThat(option).isEqualTo(said);
  }

  @ParameterizedTest
  @CsvSource({"3.5.7, 2.12, 4", "4.2.0, 2.13, 3.5"})
  void anotherSparkThanTheOneAskedForIsRefusedInOneLine(String spark, String scala, String line)
      throws IOException {
    Path jars = Files.createDirectories(sparkHome().resolve("jars"));
    Files.createFile(jars.resolve("spark-core_" + scala + "-" + spark + ".jar"));

    CommandLineRun run =
        CommandLineRun.launch(
            checkout("copy"),
            Map.of("SPARK_HOME", sparkHome().toString(), "SPARK_NER_SPARK", line),
            "--master",
            "local[2]",
            "inspect");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).hasSize(1);
    assertThat(run.lastErr())
        .contains("found Spark " + spark + " with Scala " + scala, "asks for Spark " + line);
  }

  @ParameterizedTest
  @ValueSource(strings = {"3.4", "5", "4.0"})
  void aLineOfSparkThatThereIsNoJarForIsRefused(String line) {
    CommandLineRun run = CommandLineRun.launch("--spark", line, "inspect");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.lastErr())
        .isEqualTo("error: there is no Spark NER for Spark " + line + ": expected 3.5 or 4");
  }

  @Test
  void localPathsAreAbsoluteInClusterModeAndOthersAsTheyAre() throws IOException {
    List<String> sent =
        submitted(
            "--master yarn --deploy-mode cluster --files a/ours.conf tag --model models/m"
                + " --input=in/*.txt --output hdfs:///out --checkpoint /tmp/c --text-col text"
                + " --config ours.conf --set input.pretrained-encoder=enc --gazetteer"
                + " PER=names.txt");

    assertThat(sent)
        .containsSequence("tag", "--model", directory + "/models/m")
        .contains("--input=" + directory + "/in/*.txt")
        .containsSequence("--output", "hdfs:///out", "--checkpoint", "/tmp/c")
        .containsSequence("--text-col", "text", "--config", "ours.conf")
        .containsSequence("--set", "input.pretrained-encoder=" + directory + "/enc")
        .containsSequence("--gazetteer", "PER=" + directory + "/names.txt");
  }

  @Test
  void namesOfModelsStayAsTheyAreInClusterModeButNotThoseOfDirectoriesThatAreWritten()
      throws IOException {
    String cluster = "--master yarn --deploy-mode cluster ";
    Files.createDirectory(directory.resolve("here"));
    Path launcher = submitting();

    assertThat(submitted(launcher, cluster + "tag --model en-small --input a"))
        .containsSequence("tag", "--model", "en-small", "--input", directory + "/a");
    assertThat(submitted(launcher, cluster + "tag --model here"))
        .containsSequence("tag", "--model", directory + "/here");
    assertThat(submitted(launcher, cluster + "evaluate --compare m/a en-small --data v"))
        .containsSequence("--compare", directory + "/m/a", "en-small", "--data", directory + "/v");
    assertThat(submitted(launcher, cluster + "evaluate --compare=m/a here --report r"))
        .containsSequence("--compare=" + directory + "/m/a", directory + "/here", "--report")
        .endsWith(directory + "/r");
    assertThat(submitted(launcher, cluster + "train --model en-small"))
        .containsSequence("train", "--model", directory + "/en-small");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--master yarn --num-executors 8 tag --model m",
        "--num-executors 8 --verbose --conf spark.x=tag --name=tag tag --master yarn --model m",
        "--supervise --name train --master=yarn tag --model m"
      })
  void whatStandsBeforeTheCommandGoesToSparkSubmit(String arguments) throws IOException {
    List<String> sent = submitted(arguments);

    int jar = sent.indexOf(directory + "/copy/" + ASSEMBLY);
    assertThat(sent.subList(jar + 1, sent.size())).containsExactly("tag", "--model", "m");
    assertThat(sent.subList(0, jar))
        .containsSequence("--master", "yarn")
        .containsAnyOf("--num-executors", "--supervise");
  }

  @Test
  void wordThatIsNoCommandIsLeftToTheCommandLineToRefuse() throws IOException {
    assertThat(submitted("--master yarn --num-executors 8 tga --model m"))
        .endsWith("tga", "--model", "m");
  }

  @ParameterizedTest
  @CsvSource({"bench engine, ''", "help bench, ''", "bench engine, 'a.jar,b.jar'"})
  void benchIsSubmittedWithItsOwnMainClassBesideTheJarOfTheCommands(String command, String jars)
      throws IOException {
    String own = directory + "/copy/" + target("benchmarks") + "/spark-ner-benchmarks.jar";
    String option = jars.isEmpty() ? "" : "--jars " + jars;

    List<String> sent = submitted("--master yarn " + option + " " + command);

    assertThat(sent).containsSequence("--class", "org.sparkner.benchmarks.Main");
    assertThat(sent.get(sent.lastIndexOf("--jars") + 1))
        .isEqualTo(jars.isEmpty() ? own : jars + "," + own);
    assertThat(String.join(" ", sent)).endsWith("/copy/" + ASSEMBLY + " " + command);
  }

  @Test
  void localPathsStayAsTheyAreInClientMode() throws IOException {
    assertThat(submitted("--master yarn tag --model models/m"))
        .containsSequence("tag", "--model", "models/m");
  }

  @ParameterizedTest
  @ValueSource(strings = {"local[2]", "yarn", "spark://host:7077"})
  void whatIsLoggedGoesWithTheDriver(String master) throws IOException {
    assertThat(submitted("--master " + master + " inspect --model m"))
        .anyMatch(
            setting ->
                setting.matches("spark\\.driver\\.extraJavaOptions=.*log4j2\\.properties\"?"));
  }

  /** Where a module of the launcher's checkout is built. */
  private static Path built(Path launcher, String module) {
    return launcher.resolveSibling("..").resolve(target(module)).normalize();
  }

  /** What the launcher gives to spark-submit, in the temporary directory. */
  private List<String> submitted(String arguments) throws IOException {
    return submitted(submitting(), arguments);
  }

  /** The launcher of a checkout that has what is submitted. */
  private Path submitting() throws IOException {
    Path launcher = checkout("copy");
    for (String line : List.of("target", "target/spark-4")) {
      Path target = launcher.resolveSibling("../jobs").resolve(line);
      Files.createDirectories(target);
      Files.createFile(target.resolve("spark-ner-jobs-assembly.jar"));
    }
    Path benchmarks = Files.createDirectories(built(launcher, "benchmarks"));
    Files.createFile(benchmarks.resolve("spark-ner-benchmarks.jar"));
    return launcher;
  }

  private List<String> submitted(Path launcher, String arguments) throws IOException {
    return submitted(launcher, LINE, arguments);
  }

  /** The same with this line of Spark in the variable; with none, that of the Spark home counts. */
  private List<String> submitted(Path launcher, String line, String arguments) throws IOException {
    CommandLineRun run =
        CommandLineRun.launch(
            Path.of("/bin/bash"),
            Map.of(
                "SPARK_HOME",
                sparkHome().toString(),
                "SPARK_LOCAL_IP",
                "127.0.0.1",
                "SPARK_NER_SPARK",
                line),
            "-c",
            "set -f; cd '%s' && exec '%s' %s".formatted(directory, launcher, arguments));
    assertThat(run.code()).as(run.err().toString()).isZero();
    return run.out();
  }

  /** Whose spark-submit prints its arguments. */
  private Path sparkHome() throws IOException {
    Path script = directory.resolve("spark/bin/spark-submit");
    Files.createDirectories(script.getParent());
    Files.writeString(script, "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
    assertThat(script.toFile().setExecutable(true)).isTrue();
    return directory.resolve("spark");
  }

  /** The launcher of a checkout that was built, whose classes are those of this one. */
  private Path checkout(String name) throws IOException {
    Path home = directory.resolve(name);
    for (String file :
        new String[] {
          "bin/spark-ner",
          "build-tools/build.sh",
          "build-tools/path-options",
          "conf/jvm.options",
          "conf/log4j2.properties",
          "conf/spark-defaults.conf",
          "pom.xml",
          "jobs/pom.xml"
        }) {
      Files.createDirectories(home.resolve(file).getParent());
      Files.copy(CommandLineRun.HOME.resolve(file), home.resolve(file));
    }
    Files.createDirectories(home.resolve("jobs/src/main"));
    for (String module : new String[] {"spark-ner-core", "spark-ner-ml", "jobs"}) {
      Path classes = target(module).resolve("classes");
      Files.createDirectories(home.resolve(classes).getParent());
      Files.createSymbolicLink(home.resolve(classes), CommandLineRun.HOME.resolve(classes));
    }
    Path classpath = target("jobs").resolve("classpath.txt");
    Files.copy(CommandLineRun.HOME.resolve(classpath), home.resolve(classpath));
    Path launcher = home.resolve("bin/spark-ner");
    assertThat(launcher.toFile().setExecutable(true)).isTrue();
    return launcher;
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
        .startsWith("error: --master spark://host:7077 needs")
        .contains("SPARK_HOME");
  }
}
