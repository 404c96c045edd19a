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

import java.io.EOFException;
import java.io.IOException;
import java.net.UnknownHostException;
import java.nio.file.InvalidPathException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import org.sparkner.error.BadModelException;
import org.sparkner.error.InterruptedRunException;
import org.sparkner.error.NerException;
import org.sparkner.jobs.files.Causes;
import org.sparkner.jobs.files.TemporaryDirectory;
import org.sparkner.jobs.files.WriteFailure;

/**
 * What a failed command ends with.
 *
 * @param exitCode that of the command
 * @param message one line
 * @param known whether it is something that a user can mend, so that nobody needs to know where in
 *     the program it came up
 */
public record Failure(int exitCode, String message, boolean known) {
  /** Variable of the environment: with any value, a failure of another kind shows its stack. */
  public static final String STACK_TRACE = "SPARK_NER_STACKTRACE";

  private static final int INTERNAL = 1;
  private static final int USAGE = 2;
  private static final int DATA = 3;

  /** What an executor's failure says of ours where the failure itself did not come over. */
  private static final Pattern TOLD =
      Pattern.compile("org\\.sparkner\\.error\\.(\\w+Exception): ([^\\r\\n]+)");

  private static final Map<String, Integer> CODES =
      Map.of(
          "UsageException",
          USAGE,
          "BadDataException",
          DATA,
          "BadModelException",
          new BadModelException("").exitCode(),
          "InterruptedRunException",
          new InterruptedRunException("").exitCode());

  private static final Pattern FILE = Pattern.compile("reading file:? ([a-z0-9]+:/\\S+)");

  /** Of whatever was thrown. */
  public static Failure of(Throwable thrown) {
    List<Throwable> chain = Causes.of(thrown);
    for (Throwable cause : chain) {
      if (cause instanceof NerException known) {
        return known(known.exitCode(), oneLine(known.getMessage()));
      }
    }
    for (Throwable cause : chain) {
      Matcher told = TOLD.matcher(String.valueOf(cause.getMessage()));
      if (told.find() && CODES.containsKey(told.group(1))) {
        return known(CODES.get(told.group(1)), told.group(2).strip());
      }
    }
    if (anyIs(chain, OutOfMemoryError.class)) {
      long heap = Runtime.getRuntime().maxMemory() >> 20;
      return known(INTERNAL, "out of memory with a heap of " + heap + " MB; raise SPARK_NER_HEAP");
    }
    return ofCause(chain, Causes.root(thrown));
  }

  private static Failure ofCause(List<Throwable> chain, Throwable root) {
    String text = WriteFailure.reason(root);
    if (root instanceof UnknownHostException) {
      return known(USAGE, "the name of a machine cannot be resolved (" + text + ")");
    }
    if (root instanceof InvalidPathException) {
      return known(USAGE, "not a name of a file: " + text);
    }
    if (WriteFailure.isFullDisk(root)) {
      return known(
          USAGE, text + "; free the disk of the output and of " + TemporaryDirectory.parent());
    }
    if (isForbidden(root, text)) {
      return known(
          USAGE, text + "; choose what may be read and written, or change its permissions");
    }
    String file = unreadable(chain, root);
    if (file != null) {
      return known(DATA, file + "cannot be read (" + text + "); it may be damaged or cut short");
    }
    String kind = root.getClass().getSimpleName();
    return new Failure(
        INTERNAL, "internal: " + (kind.equals(text) ? kind : kind + ": " + text), false);
  }

  private static boolean isForbidden(Throwable root, String text) {
    return root instanceof IOException
        && (text.contains("Permission denied")
            || text.contains("Read-only file system")
            || text.contains("Operation not permitted"));
  }

  /** The file that Spark says it was reading, or nothing; null where it is no such failure. */
  private static String unreadable(List<Throwable> chain, Throwable root) {
    for (Throwable cause : chain) {
      Matcher file = FILE.matcher(String.valueOf(cause.getMessage()));
      if (file.find()) {
        return file.group(1).replaceAll("\\.$", "") + ": ";
      }
    }
    boolean damaged =
        root instanceof EOFException
            || root instanceof ZipException
            || root.getClass().getName().startsWith("org.apache.parquet.");
    return damaged ? "a file " : null;
  }

  private static boolean anyIs(List<Throwable> chain, Class<? extends Throwable> kind) {
    return chain.stream()
        .anyMatch(
            cause ->
                kind.isInstance(cause)
                    || String.valueOf(cause.getMessage()).contains(kind.getName() + ":"));
  }

  private static Failure known(int code, String message) {
    return new Failure(code, message, true);
  }

  public static String oneLine(String message) {
    return message.strip().replaceAll("\\s*[\\r\\n]\\s*", " ");
  }
}
