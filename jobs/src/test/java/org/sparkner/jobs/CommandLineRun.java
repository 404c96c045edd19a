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

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.sparkner.spark.version.SparkLine;

/**
 * A command that ended.
 *
 * @param code exit code
 * @param out lines of standard output
 * @param err lines of standard error
 */
public record CommandLineRun(int code, List<String> out, List<String> err) {
  /** The checkout: tests run in the module's folder. */
  public static final Path HOME = Path.of("").toAbsolutePath().getParent();

  public static final Path SAMPLE = HOME.resolve("sample-data");

  /** The line of Spark that is tested. */
  private static final String LINE = SparkLine.current().spark();

  private static final int MINUTES = 5;

  /** Saves two fifths of the time of a process that ends soon; what trains is better with both. */
  private static final String ONE_COMPILER = "-XX:TieredStopAtLevel=1";

  private static final Set<String> TRAINING = Set.of("train", "demo");

  /** Where a module is built for the line of Spark that is tested, from the root of a checkout. */
  static Path target(String module) {
    boolean shared = module.equals("spark-ner-core") || module.equals("spark-ner-torch");
    return Path.of(module, shared || LINE.equals("3.5") ? "target" : "target/spark-" + LINE);
  }

  /** Runs a command in this JVM. */
  public static CommandLineRun here(Object... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Main.run(new PrintWriter(out, true), new PrintWriter(err, true), strings(args));
    return new CommandLineRun(
        code, out.toString().lines().toList(), err.toString().lines().toList());
  }

  /** Runs {@code bin/spark-ner}, on the line of Spark that is tested, as a process of its own. */
  public static CommandLineRun launch(Object... args) {
    return launch(HOME.resolve("bin/spark-ner"), Map.of(), args);
  }

  /** Runs a launcher, on the line of Spark that is tested, with more variables. */
  public static CommandLineRun launch(
      Path launcher, Map<String, String> environment, Object... args) {
    try {
      Path out = Files.createTempFile("spark-ner", ".out");
      Path err = Files.createTempFile("spark-ner", ".err");
      Process process = start(launcher, environment, out, err, args);
      if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new IllegalStateException(List.of(args) + " runs for " + MINUTES + " minutes");
      }
      CommandLineRun run =
          new CommandLineRun(process.exitValue(), Files.readAllLines(out), Files.readAllLines(err));
      Files.delete(out);
      Files.delete(err);
      return run;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Starts a launcher and leaves it running. */
  public static Process start(
      Path launcher, Map<String, String> environment, Path out, Path err, Object... args)
      throws IOException {
    List<String> command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(List.of(strings(args)));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("SPARK_NER_SPARK", LINE);
    builder.environment().putAll(environment);
    if (args.length == 0 || !TRAINING.contains(args[0].toString())) {
      for (String options : List.of("SPARK_NER_JAVA", "SPARK_SUBMIT_OPTS")) {
        builder.environment().merge(options, ONE_COMPILER, (own, added) -> own + " " + added);
      }
    }
    return builder
        .redirectInput(new java.io.File("/dev/null"))
        .redirectOutput(out.toFile())
        .redirectError(err.toFile())
        .start();
  }

  public String lastOut() {
    return out.get(out.size() - 1);
  }

  public String lastErr() {
    return err.get(err.size() - 1);
  }

  private static String[] strings(Object... args) {
    return List.of(args).stream().map(Object::toString).toArray(String[]::new);
  }
}
