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

package org.sparkner.jobs.files;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.fs.UnsupportedFileSystemException;
import org.apache.hadoop.util.VersionInfo;
import org.sparkner.error.UsageException;
import org.sparkner.spark.version.SparkLine;

/** Why a file system that a user named cannot be used, in one line. */
final class RemoteFailure {
  /** What has the file systems that users ask for most, in the version of the Hadoop that runs. */
  private static final Map<String, String> PACKAGES =
      Map.of(
          "s3a", "org.apache.hadoop:hadoop-aws:",
          "abfs", "org.apache.hadoop:hadoop-azure:",
          "abfss", "org.apache.hadoop:hadoop-azure:",
          "wasb", "org.apache.hadoop:hadoop-azure:",
          "wasbs", "org.apache.hadoop:hadoop-azure:");

  private RemoteFailure() {}

  /**
   * The failure of a file system as the user's, or nothing where it is none.
   *
   * @param uri as the user wrote it
   */
  static Optional<UsageException> of(String uri, Throwable failure) {
    Throwable root = failure;
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      root = cause;
      if (cause instanceof ClassNotFoundException
          || cause instanceof NoClassDefFoundError
          || cause instanceof UnsupportedFileSystemException) {
        int end = uri.indexOf(':');
        return end < 0
            ? refusal(uri, "the default file system cannot be used (" + cause + ")", failure)
            : refusal(uri, noFileSystem(uri.substring(0, end)), failure);
      }
      if (cause instanceof UnknownHostException) {
        return refusal(uri, "the host " + host(uri) + " is not known; check the address", failure);
      }
      if (cause instanceof ConnectException
          || cause instanceof NoRouteToHostException
          || cause instanceof SocketTimeoutException) {
        return refusal(
            uri, "nothing answers at " + host(uri) + "; check the address and the port", failure);
      }
    }
    return failure instanceof IOException
            || failure instanceof IllegalArgumentException
            || failure instanceof UnsupportedOperationException
        ? refusal(uri, "the file system refuses it (" + firstLine(root) + ")", failure)
        : Optional.empty();
  }

  private static String noFileSystem(String scheme) {
    if (scheme.matches("s3n?")) {
      return "this Spark has no file system for " + scheme + ":; write s3a:";
    }
    // Spark sets it for what spark-submit starts, not for an embedded Spark.
    boolean submitted = System.getProperty("spark.master") != null;
    String jar =
        PACKAGES.containsKey(scheme)
            ? "--packages " + PACKAGES.get(scheme) + VersionInfo.getVersion()
            : "the jar of that file system by --packages or --jars";
    return (submitted ? "this Spark" : "the embedded Spark")
        + " has no file system for "
        + scheme
        + ":; "
        + (submitted ? "" : "set SPARK_HOME to a Spark " + SparkLine.current().spark() + ", ")
        + "give --master and "
        + jar
        + " before the command, see docs/CLUSTERS.md";
  }

  /** With the port, if there is one. */
  private static String host(String uri) {
    return uri.replaceAll("^[^:]*:/*([^/]*).*", "$1");
  }

  private static String firstLine(Throwable cause) {
    String message = cause.getMessage();
    return message == null || message.isBlank()
        ? cause.toString()
        : message.strip().lines().findFirst().orElseThrow();
  }

  private static Optional<UsageException> refusal(String uri, String what, Throwable failure) {
    return Optional.of(new UsageException(uri + ": " + what, failure));
  }
}
