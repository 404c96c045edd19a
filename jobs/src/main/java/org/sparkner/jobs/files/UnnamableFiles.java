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
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.sparkner.error.BadDataException;

/**
 * Files whose names are not in the encoding that Java takes names to be in. Hadoop lists them under
 * a name that does not exist and then leaves them out without a word.
 */
public final class UnnamableFiles {
  private static final char REPLACEMENT = '\uFFFD';

  private UnnamableFiles() {}

  /**
   * @throws BadDataException if the directory has such a file
   */
  static void refuseIn(Path directory) {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
      for (Path file : files) {
        String name = file.getFileName().toString();
        if (name.indexOf(REPLACEMENT) >= 0 && !file.toFile().exists()) {
          throw new BadDataException(
              directory + ": the name of a file in it, " + name + ", is not in " + remedy());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(directory + ": " + e.getMessage(), e);
    }
  }

  /** The encoding of names, and what to do. */
  public static String remedy() {
    String encoding = System.getProperty("sun.jnu.encoding");
    return encoding.equals("UTF-8")
        ? "UTF-8; rename it"
        : encoding + ", the encoding of this machine's locale; set LC_ALL=C.UTF-8";
  }
}
