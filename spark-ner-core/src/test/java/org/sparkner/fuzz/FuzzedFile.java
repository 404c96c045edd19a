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

package org.sparkner.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.function.Supplier;
import org.sparkner.error.Outcome;

/** A file for readers that take no bytes but a file's name; one for all inputs of a process. */
public final class FuzzedFile {
  private final Path path;

  /**
   * @param name of the file, whose end may tell what is in it
   */
  public FuzzedFile(String name) {
    try {
      Path directory = Files.createTempDirectory("fuzzed");
      path = directory.resolve(name);
      // Deleted in the opposite order.
      directory.toFile().deleteOnExit();
      path.toFile().deleteOnExit();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads the bytes as that file, or has them refused; null where they are. */
  public <T> T readOrRefused(byte[] bytes, Function<Path, T> reading) {
    try {
      Files.write(path, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Supplier<T> read = () -> reading.apply(path);
    return Outcome.readOrRefused(read);
  }
}
