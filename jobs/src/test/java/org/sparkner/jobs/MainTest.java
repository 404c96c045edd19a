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
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparkner.spark.version.SparkLine;

class MainTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "demo",
        "train",
        "distill",
        "tag",
        "evaluate",
        "inspect",
        "calibrate",
        "quantise",
        "check-data",
        "init",
        "try",
        "serve",
        "compress",
        "sign",
        "ablate"
      })
  void everyCommandHasHelp(String command) {
    assertThat(run(command, "--help")).isZero();
    assertThat(out.toString()).contains("Usage: spark-ner " + command, "--help");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void helpListsTheCommandsAndTheExitCodes() {
    assertThat(run("--help")).isZero();
    assertThat(out.toString())
        .contains("train", "tag", "evaluate", "inspect", "demo", "bench", "Exit codes");
  }

  @Test
  void versionNamesSparkAndJava() {
    assertThat(run("--version")).isZero();
    assertThat(out.toString())
        .contains("Spark NER 0", "Spark " + SparkLine.current().spark() + ".", "Java 17");
  }

  @Test
  void missingCommandIsWrongUsage() {
    assertThat(run()).isEqualTo(2);
    assertThat(lastLine()).isEqualTo("error: a command is missing; see spark-ner --help");
  }

  @Test
  void anArgumentThatBeginsWithAtNamesNoFileOfArguments(@TempDir Path directory)
      throws IOException {
    Path file = Files.writeString(directory.resolve("arguments"), "--version");

    assertThat(run("@" + file)).isEqualTo(2);
    assertThat(lastLine()).startsWith("error: unknown argument @" + file);
  }

  @Test
  void mistypedCommandIsGuessed() {
    assertThat(run("trian")).isEqualTo(2);
    assertThat(lastLine()).startsWith("error: unknown argument trian; did you mean train?");
  }

  @Test
  void mistypedOptionIsGuessedEvenWhereTheRightOneIsMissing() {
    assertThat(run("inspect", "--modle", "x")).isEqualTo(2);
    assertThat(lastLine()).startsWith("error: unknown argument --modle; did you mean --model?");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--packages a:b:1 tag --model m --input i --output o",
        "--conf spark.x=1 inspect --model m",
        "--deploy-mode=cluster inspect --model m",
        "tag --jars a.jar --model m --input i --output o",
        "inspect --model m --num-executors 8"
      })
  void optionOfSparkSubmitIsToldFromAMistypedOne(String command) {
    assertThat(run(command.split(" "))).isEqualTo(2);
    assertThat(lastLine())
        .startsWith("error: --")
        .contains("is for spark-submit", "before the command, with --master");
  }

  @Test
  void missingOptionIsNamed() {
    assertThat(run("tag", "--model", "m")).isEqualTo(2);
    assertThat(lastLine()).startsWith("error: ").contains("--input", "--output");
  }

  @Test
  void unknownValueOfAnEnumIsRefusedWithTheKnownOnes() {
    assertThat(run("tag", "--model", "m", "--input", "i", "--output", "o", "--input-format", "xml"))
        .isEqualTo(2);
    assertThat(lastLine()).startsWith("error: ").contains("xml", "JSONL");
  }

  @Test
  void missingModelIsABadModel() {
    assertThat(run("inspect", "--model", "/nowhere/model")).isEqualTo(4);
    assertThat(lastLine()).startsWith("error: /nowhere/model: no such model");
    assertThat(err.toString().lines()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "train --train /nowhere --model target/m",
        "tag --model /nowhere --input i --output target/o",
        "evaluate --model /nowhere --data d",
        "inspect --model /nowhere",
        "ablate --train /nowhere --valid /nowhere --output target/o"
      })
  void theLastLineOfAFailedCommandSaysWhatIsWrong(String command) {
    assertThat(run(command.split(" "))).isBetween(2, 4);
    assertThat(lastLine()).startsWith("error: /nowhere: no such ");
    assertThat(Path.of("target/o")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"bench", "bench --help", "bench engine --model m"})
  void benchSaysInOneLineWhereItIs(String command) {
    assertThat(run(command.split(" "))).isEqualTo(2);
    assertThat(err.toString().lines()).hasSize(1);
    assertThat(lastLine())
        .startsWith("error: bench is a program of its own")
        .contains("bin/spark-ner bench", "--class org.sparkner.benchmarks.Main");
  }

  private int run(String... args) {
    return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
  }

  private String lastLine() {
    return err.toString().lines().reduce("", (first, second) -> second);
  }
}
