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
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.config.Configurator;
import org.sparkner.error.UsageException;
import org.sparkner.jobs.ablate.AblateCommand;
import org.sparkner.jobs.bench.BenchCommand;
import org.sparkner.jobs.calibrate.CalibrateCommand;
import org.sparkner.jobs.console.GroupedOptions;
import org.sparkner.jobs.console.Invocation;
import org.sparkner.jobs.console.Nearest;
import org.sparkner.jobs.console.Outputs;
import org.sparkner.jobs.evaluate.EvaluateCommand;
import org.sparkner.jobs.files.UnnamableFiles;
import org.sparkner.jobs.inspect.InspectCommand;
import org.sparkner.jobs.process.Ending;
import org.sparkner.jobs.process.Failure;
import org.sparkner.jobs.tag.TagCommand;
import org.sparkner.jobs.train.TrainCommand;
import org.sparkner.spark.version.SparkVersion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/**
 * The command line of Spark NER and the main class for {@code spark-submit}.
 *
 * <p>A failure's last line on standard error is {@code error: } and what is wrong. The exit code is
 * 0 done, 1 internal, 2 usage, 3 bad data, 4 bad model, 5 interrupted by a signal.
 */
@Command(
    name = "spark-ner",
    description = "Finds named entities in text, with Spark; learns how from labelled sentences.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Exit codes: 0 done, 1 internal error, 2 wrong usage, 3 bad data, 4 bad model,",
      "5 interrupted by a signal: give the same command again, to train with --resume.",
      "Settings: conf/spark-ner.conf lists every key for --set and --config."
    },
    subcommands = {
      DemoCommand.class,
      TrainCommand.class,
      TagCommand.class,
      EvaluateCommand.class,
      InspectCommand.class,
      CalibrateCommand.class,
      BenchCommand.class,
      AblateCommand.class,
      CommandLine.HelpCommand.class
    })
public final class Main implements Runnable {
  private static final int USAGE = 2;

  @Spec private CommandSpec spec;

  private Main() {}

  public static void main(String[] args) {
    Outputs outputs = new Outputs();
    Ending.await(outputs);
    int code = run(outputs.out(), outputs.err(), args);
    if (!Ending.begin()) {
      // A signal ends the process, whatever became of the command meanwhile.
      while (true) {
        LockSupport.park();
      }
    }
    // No exit after success: in YARN's cluster mode it would count as a failure.
    if (code != 0) {
      // What Spark still logs while it ends would come below the line with the error.
      Configurator.setAllLevels(LogManager.ROOT_LOGGER_NAME, Level.OFF);
      System.exit(code);
    }
  }

  /** Runs a command in this JVM and gives its exit code. */
  static int run(PrintWriter out, PrintWriter err, String... args) {
    CommandLine line =
        commandLine()
            .setOut(out)
            .setErr(err)
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setParameterExceptionHandler(Main::refuse)
            .setExecutionStrategy(Main::execute)
            .setExecutionExceptionHandler((e, command, arguments) -> fail(e, err));
    try {
      return line.execute(args);
    } catch (Throwable e) {
      // A missing class, a full stack or heap: no exceptions, but ends all the same.
      return fail(e, err);
    } finally {
      out.flush();
    }
  }

  /** All commands with their options. */
  static CommandLine commandLine() {
    CommandLine line = new CommandLine(new Main());
    GroupedOptions.in(line);
    return line;
  }

  /** Runs the command that was parsed, but for one that only wants help, where Spark is its own. */
  private static int execute(ParseResult parsed) {
    Integer help = CommandLine.executeHelpRequest(parsed);
    if (help != null) {
      return help;
    }
    try {
      SparkVersion.require();
      requireReadable(parsed.originalArgs());
    } catch (UsageException e) {
      throw new ExecutionException(parsed.commandSpec().commandLine(), e.getMessage(), e);
    }
    return new CommandLine.RunLast().execute(parsed);
  }

  /** In a locale that is not UTF-8, Java reads of an argument what that has. */
  private static void requireReadable(List<String> arguments) {
    for (String argument : arguments) {
      if (argument.indexOf('\uFFFD') >= 0
          && !System.getProperty("sun.jnu.encoding").equals("UTF-8")) {
        throw new UsageException(
            "the argument " + argument + " is not in " + UnnamableFiles.remedy());
      }
    }
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }

  private static int refuse(ParameterException e, String[] args) {
    CommandLine command = e.getCommandLine();
    String help = "; see " + helpOf(command);
    // A mistyped option makes the right one missing too: name the mistyped one.
    List<String> unknown = command.getUnmatchedArguments();
    if (unknown.isEmpty()) {
      return end(command.getErr(), USAGE, Failure.oneLine(e.getMessage()) + help);
    }
    if (SubmitOptions.contains(unknown.get(0))) {
      return end(command.getErr(), USAGE, SubmitOptions.refusal(unknown.get(0)));
    }
    List<String> known =
        unknown.get(0).startsWith("-")
            ? List.copyOf(command.getCommandSpec().optionsMap().keySet())
            : List.copyOf(command.getSubcommands().keySet());
    String guess =
        known.isEmpty() ? "" : "; did you mean " + Nearest.of(unknown.get(0), known) + "?";
    return end(command.getErr(), USAGE, "unknown argument " + unknown.get(0) + guess + help);
  }

  private static String helpOf(CommandLine command) {
    return command.getParent() == null
        ? Invocation.of("--help")
        : Invocation.of(command.getCommandName(), "--help");
  }

  private static int fail(Throwable thrown, PrintWriter err) {
    Failure failure = Failure.of(thrown);
    if (failure.known()) {
      return end(err, failure.exitCode(), failure.message());
    }
    boolean shown = System.getenv(Failure.STACK_TRACE) != null;
    if (shown) {
      thrown.printStackTrace(err);
    }
    return end(
        err,
        failure.exitCode(),
        failure.message()
            + (shown ? "" : "; " + Failure.STACK_TRACE + "=1 in the environment shows where"));
  }

  private static int end(PrintWriter err, int code, String message) {
    err.println("error: " + message);
    err.flush();
    return code;
  }
}
