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

package org.sparkner.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The launcher makes paths absolute in cluster mode; it reads from a list which options take them.
 */
class PathOptionsTest {
  private static final Path LIST = Path.of("../build-tools/path-options");

  @Test
  void theLaunchersListIsThatOfTheCommands() throws IOException {
    Set<String> paths = new TreeSet<>();
    for (CommandLine program :
        List.of(org.sparkner.jobs.Main.commandLine(), new CommandLine(new Main()))) {
      for (CommandLine command : program.getSubcommands().values()) {
        for (OptionSpec option : command.getCommandSpec().options()) {
          if (option.paramLabel().matches("PATH|DIR|FILE|TYPE=FILE|MODEL")) {
            paths.add(option.longestName() + " " + option.paramLabel());
          }
          if (option.paramLabel().equals("MODEL")) {
            // What may be a name is so for this command alone; another one may write there.
            paths.add(command.getCommandName() + " " + option.longestName() + " MODEL");
          }
        }
      }
    }
    List<String> before = Files.readAllLines(LIST);
    Files.write(LIST, paths);

    assertThat(before)
        .as("%s, which has been written anew from the commands", LIST)
        .containsExactlyElementsOf(paths);
  }
}
