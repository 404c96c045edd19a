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
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.slf4j.LoggerFactory;

/** What permissions new files do not get. Java does not tell, but a new directory does. */
final class Umask {
  /** In octal digits, such as {@code 022}; null where files have no such permissions. */
  static final String OF_THIS_PROCESS = find();

  private static final int ALL = 0777;

  private Umask() {}

  private static String find() {
    if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      return null;
    }
    Path directory = TemporaryDirectory.parent().resolve(".spark-ner-umask-" + UUID.randomUUID());
    try {
      Set<PosixFilePermission> got =
          Files.getPosixFilePermissions(Files.createDirectory(directory));
      int bits = 0;
      // In the order of the bits: that of the owner to read is the highest.
      for (PosixFilePermission permission : PosixFilePermission.values()) {
        bits = 2 * bits + (got.contains(permission) ? 1 : 0);
      }
      return String.format(Locale.ROOT, "%03o", ALL & ~bits);
    } catch (IOException e) {
      return null;
    } finally {
      deleteIfThere(directory);
    }
  }

  private static void deleteIfThere(Path directory) {
    try {
      Files.deleteIfExists(directory);
    } catch (IOException e) {
      LoggerFactory.getLogger(Umask.class).info("{} is left behind: {}", directory, e.toString());
    }
  }
}
