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

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** What a person sees of a command's help in a terminal of 80 columns and 50 lines. */
class HelpTest {
  private static final int COLUMNS = 80;
  private static final int LINES = 50;

  static Stream<String> commands() {
    return Main.commandLine().getSubcommands().keySet().stream()
        .filter(name -> !name.equals("help") && !name.equals("bench"));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void helpFitsOneScreen(String name) {
    List<String> lines = help(name);

    assertThat(lines).hasSizeLessThanOrEqualTo(LINES);
    assertThat(lines).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(COLUMNS));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void helpEndsWithAnExample(String name) {
    List<String> lines = help(name);
    int example = lines.indexOf("Example:");

    assertThat(example).isPositive();
    assertThat(lines.get(example + 1)).startsWith("  spark-ner " + name);
    assertThat(lines.size() - example).isLessThanOrEqualTo(5);
  }

  @ParameterizedTest
  @MethodSource("commands")
  void theListOfCommandsSaysOneWholeSentenceOfEach(String name) {
    CommandLine command = Main.commandLine().getSubcommands().get(name);
    String first = command.getCommandSpec().usageMessage().description()[0];

    assertThat(first).endsWith(".");
  }

  private static List<String> help(String name) {
    return Main.commandLine()
        .getSubcommands()
        .get(name)
        .getUsageMessage()
        .stripTrailing()
        .lines()
        .toList();
  }
}
