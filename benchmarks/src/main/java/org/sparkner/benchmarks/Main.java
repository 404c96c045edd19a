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

import org.sparkner.jobs.process.Program;
import org.sparkner.jobs.process.Version;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The main class of {@code bench}, for the launcher and for {@code spark-submit}, which needs it
 * public.
 */
@Command(
    name = "spark-ner",
    description = "Measures Spark NER.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "%nCommands:%n",
    subcommands = {BenchCommand.class, CommandLine.HelpCommand.class})
public final class Main {
  public static void main(String[] args) {
    Program.main(new Main(), args);
  }
}
