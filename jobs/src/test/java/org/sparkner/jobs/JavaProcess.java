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
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A main class as a process of its own, on the class path of the tests, with the options and the
 * logging of the launcher.
 *
 * @param process the JVM
 * @param directory where its output goes
 */
public record JavaProcess(Process process, Path directory) {
  /**
   * Starts one.
   *
   * @param directory empty, for its output
   * @param options of the JVM
   */
  public static JavaProcess start(
      Path directory, Class<?> main, List<String> options, Object... arguments) throws IOException {
    Files.createDirectories(directory);
    return new JavaProcess(
        new ProcessBuilder(command(main, options, arguments))
            .redirectOutput(directory.resolve("out").toFile())
            .redirectError(directory.resolve("err").toFile())
            .start(),
        directory);
  }

  /** The command that starts one. */
  public static List<String> command(Class<?> main, List<String> options, Object... arguments) {
    Path configuration = CommandLineRun.HOME.resolve("conf");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("@" + configuration.resolve("jvm.options"));
    command.add("-Xmx1g");
    command.add("-Dlog4j2.configurationFile=" + configuration.resolve("log4j2.properties"));
    command.addAll(options);
    command.add("-cp");
    command.add(ManagementFactory.getRuntimeMXBean().getClassPath());
    command.add(main.getName());
    Stream.of(arguments).map(Object::toString).forEach(command::add);
    return command;
  }

  /** Lines of standard output so far. */
  public List<String> output() throws IOException {
    return Files.readAllLines(directory.resolve("out"));
  }

  /** Lines of standard error so far, without what Java says of its incubating modules. */
  public List<String> errors() throws IOException {
    return Files.readAllLines(directory.resolve("err")).stream()
        .filter(line -> !line.startsWith("WARNING: Using incubator modules"))
        .toList();
  }

  /** Sends a signal, such as {@code STOP}. */
  public void signal(String name) throws IOException, InterruptedException {
    Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
    if (kill.waitFor() != 0) {
      throw new IllegalStateException("The process " + process.pid() + " got no SIG" + name + ".");
    }
  }
}
