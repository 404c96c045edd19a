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

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.sparkner.error.UsageException;
import org.sparkner.jobs.console.Invocation;
import org.sparkner.jobs.console.Nearest;
import org.sparkner.jobs.settings.SettingsHelp;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Explains the commands and the settings. */
@Command(
    name = "help",
    description = "Explains a command, the settings, or one setting.",
    helpCommand = true,
    customSynopsis = {"spark-ner help [COMMAND]", "       spark-ner help settings [NAME]"})
final class HelpCommand implements Callable<Integer> {
  private static final String SETTINGS = "settings";

  @Parameters(arity = "0..2", hidden = true)
  private final List<String> words = new ArrayList<>();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    CommandLine program = spec.commandLine().getParent();
    PrintWriter out = program.getOut();
    if (words.isEmpty()) {
      program.usage(out);
    } else if (words.get(0).equals(SETTINGS)) {
      SettingsHelp.lines(words.size() < 2 ? null : words.get(1)).forEach(out::println);
    } else {
      command(program).usage(out);
    }
    return 0;
  }

  private CommandLine command(CommandLine program) {
    String name = words.get(0);
    CommandLine command = program.getSubcommands().get(name);
    if (command != null && words.size() == 1) {
      return command;
    }
    List<String> known = new ArrayList<>(program.getSubcommands().keySet());
    known.add(SETTINGS);
    throw new UsageException(
        (command == null
                ? "unknown command " + name + "; did you mean " + Nearest.of(name, known) + "?"
                : "unknown argument " + words.get(1))
            + "; see "
            + Invocation.of("--help"));
  }
}
