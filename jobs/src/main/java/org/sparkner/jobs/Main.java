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
import org.sparkner.jobs.ablate.AblateCommand;
import org.sparkner.jobs.calibrate.CalibrateCommand;
import org.sparkner.jobs.check.CheckDataCommand;
import org.sparkner.jobs.compress.CompressCommand;
import org.sparkner.jobs.distill.DistillCommand;
import org.sparkner.jobs.evaluate.EvaluateCommand;
import org.sparkner.jobs.imports.ImportCommand;
import org.sparkner.jobs.init.InitCommand;
import org.sparkner.jobs.inspect.InspectCommand;
import org.sparkner.jobs.interactive.TryCommand;
import org.sparkner.jobs.process.Program;
import org.sparkner.jobs.process.Version;
import org.sparkner.jobs.quantise.QuantiseCommand;
import org.sparkner.jobs.serve.ServeCommand;
import org.sparkner.jobs.sign.SignCommand;
import org.sparkner.jobs.tag.TagCommand;
import org.sparkner.jobs.train.TrainCommand;
import org.sparkner.jobs.vectors.VectorsCommand;
import org.sparkner.jobs.view.ViewCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The command line of Spark NER and the main class for {@code spark-submit}: the list of its
 * commands. {@link Program} runs them.
 */
@Command(
    name = "spark-ner",
    description = "Finds named entities in text, with Spark; learns how from labelled sentences.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "%nCommands:%n",
    footer = {
      "",
      "Exit codes: 0 done, 1 internal error, 2 wrong usage, 3 bad data, 4 bad model,",
      "5 interrupted by a signal: give the same command again, to train with --resume.",
      "Settings: spark-ner help settings lists every key for --set and --config."
    },
    subcommands = {
      DemoCommand.class,
      InitCommand.class,
      CheckDataCommand.class,
      TrainCommand.class,
      TryCommand.class,
      ServeCommand.class,
      DistillCommand.class,
      TagCommand.class,
      ViewCommand.class,
      EvaluateCommand.class,
      InspectCommand.class,
      CalibrateCommand.class,
      QuantiseCommand.class,
      CompressCommand.class,
      SignCommand.class,
      ImportCommand.class,
      VectorsCommand.class,
      BenchElsewhere.class,
      AblateCommand.class,
      HelpCommand.class
    })
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    Program.main(new Main(), args);
  }

  /** Runs a command in this JVM and gives its exit code. */
  public static int run(PrintWriter out, PrintWriter err, String... args) {
    return Program.run(new Main(), out, err, args);
  }

  /** All commands with their options. */
  public static CommandLine commandLine() {
    return Program.commandLine(new Main());
  }
}
