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

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.spark.SparkException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sparkner.error.BadDataException;
import org.sparkner.error.BadModelException;

class FailureTest {
  private static final String STACK =
      "\n\tat org.apache.spark.X.run(X.scala:1)".repeat(300) + "\n\nDriver stacktrace:";

  static Stream<Arguments> failures() {
    return Stream.of(
        of(3, "a:1: found b", new BadDataException("a:1: found b")),
        of(3, "a:1: found b", inTask(new BadDataException("a:1: found b"))),
        of(4, "no model", new ExceptionInInitializerError(new BadModelException("no model"))),
        of(
            3,
            "x.conll:3: found 1 column",
            new SparkException(
                "Job aborted: Lost task 0.0 (TID 3): org.sparkner.error.BadDataException:"
                    + " x.conll:3: found 1 column"
                    + STACK)),
        of(1, "raise SPARK_NER_HEAP", new OutOfMemoryError("Java heap space")),
        of(1, "raise SPARK_NER_HEAP", inTask(new OutOfMemoryError("Java heap space"))),
        of(
            1,
            "raise SPARK_NER_HEAP",
            new SparkException("Lost task: java.lang.OutOfMemoryError: Java heap space" + STACK)),
        of(2, "No space left on device", inTask(new IOException("No space left on device"))),
        of(
            2,
            "Disk quota exceeded",
            new UncheckedIOException(new IOException("Disk quota exceeded"))),
        of(2, "Permission denied: /x", new UncheckedIOException(new AccessDeniedException("/x"))),
        of(2, "Read-only", inTask(new FileNotFoundException("/x (Read-only file system)"))),
        of(
            2,
            "name of a machine",
            new ExceptionInInitializerError(new UnknownHostException("laptop: unknown"))),
        of(2, "not a name of a file", new RuntimeException(path("a\0b"))),
        of(3, "damaged or cut short", inTask(new EOFException("Unexpected end of input stream"))),
        of(
            3,
            "file:/x/a.parquet: cannot be read",
            new SparkException(
                "Encountered error while reading file file:/x/a.parquet. Details:",
                new RuntimeException("is not a Parquet file"))),
        of(1, "NoClassDefFoundError: a/B", new NoClassDefFoundError("a/B")),
        of(1, "UnsatisfiedLinkError", new UnsatisfiedLinkError("no x in java.library.path")),
        of(1, "StackOverflowError", new StackOverflowError()),
        of(
            1,
            "ExecutorLostFailure",
            new SparkException("Job aborted: ExecutorLostFailure" + STACK)),
        of(1, "NullPointerException", new IllegalStateException("x", new NullPointerException())));
  }

  private static Arguments of(int code, String message, Throwable thrown) {
    return Arguments.of(code, message, thrown);
  }

  /** As Spark wraps what fails in a task that writes. */
  private static Throwable inTask(Throwable cause) {
    return new SparkException(
        "Job aborted due to stage failure: Task 0 in stage 1.0 failed 1 times: " + cause + STACK,
        new SparkException("[TASK_WRITE_FAILED] Task failed while writing rows to file:/o", cause));
  }

  private static RuntimeException path(String name) {
    try {
      return new IllegalStateException(Path.of(name).toString());
    } catch (RuntimeException e) {
      return e;
    }
  }

  @ParameterizedTest
  @MethodSource("failures")
  void isOneLineWithTheRightCode(int code, String message, Throwable thrown) {
    Failure failure = Failure.of(thrown);

    assertThat(failure.message())
        .contains(message)
        .hasSizeLessThan(600)
        .doesNotContain("\n", "\tat ");
    assertThat(failure.exitCode()).isEqualTo(code);
  }
}
