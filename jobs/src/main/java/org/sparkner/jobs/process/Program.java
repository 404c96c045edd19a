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

package org.sparkner.jobs.process;

import java.io.PrintWriter;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.config.Configurator;
import org.sparkner.error.UsageException;
import org.sparkner.jobs.console.GroupedOptions;
import org.sparkner.jobs.console.Invocation;
import org.sparkner.jobs.console.Nearest;
import org.sparkner.jobs.console.Outputs;
import org.sparkner.jobs.console.Secrets;
import org.sparkner.jobs.files.ProcessDirectory;
import org.sparkner.jobs.files.UnnamableFiles;
import org.sparkner.option.DeclaredOption;
import org.sparkner.option.Options;
import org.sparkner.spark.version.SparkVersion;
import picocli.CommandLine;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * A program of commands: how it starts, fails and ends. Main classes differ in their commands only.
 *
 * <p>A failure's last line on standard error is {@code error: } and what is wrong. The exit code is
 * 0 done, 1 internal, 2 usage, 3 bad data, 4 bad model, 5 interrupted by a signal.
 */
public final class Program {
  private static final int USAGE = 2;

  private Program() {}

  /**
   * Runs a command as the process, which ends with the command's exit code.
   *
   * @param commands an object of the main class, with the command's class among its subcommands
   */
  public static void main(Object commands, String... args) {
    // Before anything keeps a temporary file, or remembers where they are kept.
    ProcessDirectory.use();
    Invocation.by(commands.getClass());
    Outputs outputs = new Outputs();
    Ending.await(outputs);
    int code = run(commands, outputs.out(), outputs.err(), args);
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
  public static int run(Object commands, PrintWriter out, PrintWriter err, String... args) {
    CommandLine line =
        commandLine(commands)
            .setOut(out)
            .setErr(err)
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setParameterExceptionHandler(Program::refuse)
            .setExecutionStrategy(Program::execute)
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

  /**
   * The commands with their options.
   *
   * @param commands as for {@link #main}
   */
  public static CommandLine commandLine(Object commands) {
    // An argument that begins with @ is that argument, not the name of a file of arguments.
    CommandLine line = new CommandLine(commands).setExpandAtFiles(false);
    GroupedOptions.in(line);
    line.getSubcommands().values().stream()
        .map(CommandLine::getCommandSpec)
        .filter(command -> !command.helpCommand() && command.unmatchedArgsBindings().isEmpty())
        .forEach(
            command -> {
              command.mixinStandardHelpOptions(true);
              command.usageMessage().sortOptions(false).abbreviateSynopsis(true);
            });
    return line;
  }

  /** Runs the command that was parsed, but for one that only needs help, where Spark is its own. */
  private static int execute(ParseResult parsed) {
    Integer help = CommandLine.executeHelpRequest(parsed);
    if (help != null) {
      return help;
    }
    CommandLine line = parsed.commandSpec().commandLine();
    try {
      SparkVersion.require();
      requireReadable(parsed.originalArgs());
      requireNames(parsed);
    } catch (UsageException e) {
      throw new ExecutionException(line, e.getMessage(), e);
    }
    if (!parsed.hasSubcommand()) {
      throw new ParameterException(line, "a command is missing");
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

  /** A list that consists of commas would else be as if the option had not been given. */
  private static void requireNames(ParseResult parsed) {
    for (CommandLine each : parsed.asCommandLineList()) {
      for (OptionSpec option : each.getParseResult().matchedOptions()) {
        if (!option.splitRegex().isEmpty()
            && option.getValue() instanceof Collection<?> names
            && names.isEmpty()) {
          throw new UsageException(
              option.longestName() + " names nothing; give one name, or several with commas");
        }
      }
    }
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
    Optional<DeclaredOption<?>> renamed = Options.formerlyOfFlag(unknown.get(0));
    if (renamed.isPresent()) {
      String now = renamed.get().flag().orElseThrow();
      return end(command.getErr(), USAGE, unknown.get(0) + " is now " + now);
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
    err.println("error: " + Secrets.hidden(message));
    err.flush();
    return code;
  }
}
