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

import java.util.Set;
import org.sparkner.spark.version.SparkLine;

/** The options of {@code spark-submit}, which users also give where they mean nothing. */
final class SubmitOptions {
  private static final Set<String> NAMES =
      Set.of(
          "--master",
          "--deploy-mode",
          "--class",
          "--name",
          "--jars",
          "--packages",
          "--exclude-packages",
          "--repositories",
          "--py-files",
          "--files",
          "--archives",
          "--conf",
          "-c",
          "--properties-file",
          "--driver-memory",
          "--driver-java-options",
          "--driver-library-path",
          "--driver-class-path",
          "--driver-cores",
          "--executor-memory",
          "--executor-cores",
          "--total-executor-cores",
          "--num-executors",
          "--proxy-user",
          "--principal",
          "--keytab",
          "--queue",
          "--supervise");

  private SubmitOptions() {}

  static boolean contains(String argument) {
    return NAMES.contains(argument.replaceAll("=.*", ""));
  }

  /** What is missing where one of them was given to the command line itself. */
  static String refusal(String argument) {
    String home = System.getenv("SPARK_HOME");
    return argument.replaceAll("=.*", "")
        + " is for spark-submit: "
        + (home == null || home.isEmpty()
            ? "set SPARK_HOME to a Spark " + SparkLine.current().spark() + " and "
            : "")
        + "write it before the command, with --master, such as --master local[*]";
  }
}
