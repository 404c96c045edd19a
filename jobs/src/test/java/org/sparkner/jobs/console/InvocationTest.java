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

package org.sparkner.jobs.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Commands that are printed for the user run as they are printed. */
class InvocationTest {
  private static final String COMMAND = "spark.sparkner.command";
  private static final String MASTER = "spark.master";

  @AfterEach
  void forget() {
    System.clearProperty(COMMAND);
    System.clearProperty(MASTER);
    Invocation.by(org.sparkner.jobs.Main.class);
  }

  @Test
  void beginsAsTheLauncherWasCalled() {
    System.setProperty(COMMAND, "../bin/spark-ner --master local[2]");

    assertThat(Invocation.of("inspect", "--model", "m"))
        .isEqualTo("../bin/spark-ner --master local[2] inspect --model m");
  }

  @Test
  void isOfSparkSubmitWhereThatStartedTheCommand() {
    System.setProperty(MASTER, "local[2]");

    assertThat(Invocation.of("tag", "--help"))
        .matches(
            ".*spark-submit --master 'local\\[2\\]' --class org.sparkner.jobs.Main \\S+ tag"
                + " --help");
  }

  @Test
  void namesTheMainClassThatRunsAndItsJarWhereItIsNotThatOfTheCommands() {
    System.setProperty(MASTER, "local[2]");
    Invocation.by(Test.class);

    assertThat(Invocation.of("bench", "--help"))
        .matches(".* --class org.junit.jupiter.api.Test --jars \\S+[.]jar \\S+ bench --help");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "a/b-c_1.txt | a/b-c_1.txt",
        "größe | größe",
        "my model | 'my model'",
        "*.txt | '*.txt'",
        "$HOME | '$HOME'",
        "it's | 'it'\\''s'"
      })
  void quotesWhatAShellWouldChange(String argument, String shown) {
    assertThat(Invocation.of(argument)).isEqualTo("spark-ner " + shown);
  }
}
