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

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How the command line was called, so that a command that is printed for the user to run next runs
 * as it is printed. The launcher says it in the property {@code spark.sparkner.command}, which
 * {@code spark-submit} hands to a driver wherever that runs.
 */
public final class Invocation {
  private static final String PROPERTY = "spark.sparkner.command";

  private static volatile String main = "org.sparkner.jobs.Main";
  private static volatile String jar = jarOf(Invocation.class);

  private Invocation() {}

  /** Says which main class runs, for what {@code spark-submit} started. */
  public static void by(Class<?> mainClass) {
    main = mainClass.getName();
    jar = jarOf(mainClass);
  }

  /** A command of this command line as it can be typed into a shell. */
  public static String of(String... arguments) {
    return Stream.concat(
            Stream.of(program()),
            Arrays.stream(arguments).map(Secrets::hiddenArgument).map(Invocation::quoted))
        .collect(Collectors.joining(" "));
  }

  private static String program() {
    String launcher = System.getProperty(PROPERTY);
    String master = System.getProperty("spark.master");
    if (launcher != null || master == null) {
      return launcher == null ? "spark-ner" : launcher;
    }
    String home = System.getenv("SPARK_HOME");
    String submit = home == null ? "spark-submit" : Path.of(home, "bin", "spark-submit").toString();
    String own = jarOf(Invocation.class);
    List<String> command = new ArrayList<>(List.of(submit, "--master", master, "--class", main));
    if (!jar.equals(own)) {
      command.addAll(List.of("--jars", jar));
    }
    command.add(own);
    return command.stream().map(Invocation::quoted).collect(Collectors.joining(" "));
  }

  private static String jarOf(Class<?> type) {
    return type.getProtectionDomain().getCodeSource().getLocation().getPath();
  }

  private static String quoted(String argument) {
    return argument.matches("[\\p{L}\\p{N}@%+=:,./_-]+")
        ? argument
        : "'" + argument.replace("'", "'\\''") + "'";
  }
}
