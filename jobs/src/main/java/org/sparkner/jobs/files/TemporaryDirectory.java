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
import java.nio.file.Files;
import java.nio.file.Path;
import org.sparkner.error.UsageException;

/** A directory for as long as it is open, in the machine's place for such. */
public final class TemporaryDirectory implements AutoCloseable {
  private static final String PROPERTY = "java.io.tmpdir";

  private final Path path;
  private final Runnable removal;

  private TemporaryDirectory(Path path) {
    this.path = path;
    this.removal = Location.of(path.toString())::deleteIfPossible;
    Leftovers.add(removal);
  }

  /**
   * Makes one.
   *
   * @throws UsageException if it cannot be made
   */
  public static TemporaryDirectory named(String prefix) {
    try {
      return new TemporaryDirectory(Files.createTempDirectory(parent(), prefix));
    } catch (IOException e) {
      throw unusable(Path.of(System.getProperty(PROPERTY)), e);
    }
  }

  /**
   * Sees whether temporary files can be written to a directory.
   *
   * @throws UsageException if not
   */
  public static void requireUsable(Path directory) {
    try {
      Files.createDirectories(directory);
      Files.delete(Files.createTempFile(directory, "spark-ner", null));
    } catch (IOException e) {
      throw unusable(directory, e);
    }
  }

  /** The machine's place for such directories. */
  public static Path parent() {
    return Path.of(System.getProperty(PROPERTY));
  }

  private static UsageException unusable(Path directory, IOException e) {
    return new UsageException(
        directory
            + ": temporary files cannot be written there ("
            + WriteFailure.reason(e)
            + "); name another directory: SPARK_NER_JAVA=-D"
            + PROPERTY
            + "=DIR",
        e);
  }

  public Path path() {
    return path;
  }

  @Override
  public void close() {
    removal.run();
    Leftovers.remove(removal);
  }
}
