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

package org.sparkner.model;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.UUID;
import org.sparkner.error.UsageException;

/** Writes a model's directory under a temporary sibling name and renames it when it is complete. */
final class DirectoryReplacement {
  private DirectoryReplacement() {}

  interface Content {
    void writeTo(Path directory) throws IOException;
  }

  static void write(Path path, IfExists ifExists, Content content) {
    Path target = path.toAbsolutePath().normalize();
    checkReplaceable(target, ifExists);
    Path temporary = sibling(target, "tmp");
    try {
      Files.createDirectories(temporary);
      content.writeTo(temporary);
      rename(temporary, target, ifExists);
    } catch (IOException e) {
      throw new UsageException(
          "Model directory "
              + path
              + " cannot be written: "
              + e
              + "; choose a path that can be written and has space.",
          e);
    } finally {
      deleteQuietly(temporary);
    }
  }

  private static void checkReplaceable(Path target, IfExists ifExists) {
    if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    if (ifExists == IfExists.REFUSE) {
      throw exists(target);
    }
    if (!Files.isRegularFile(target.resolve(ModelWriter.FOLDER).resolve(ManifestJson.NAME))) {
      throw new UsageException(
          target
              + " is not replaced: found something other than a saved model; expected a model or"
              + " nothing; choose another path or remove it by hand.");
    }
  }

  private static UsageException exists(Path target) {
    return new UsageException(
        "Model directory " + target + " exists; choose another path or ask to overwrite it.");
  }

  private static void rename(Path temporary, Path target, IfExists ifExists) throws IOException {
    if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
      return;
    }
    if (ifExists == IfExists.REFUSE) {
      throw exists(target);
    }
    Path old = sibling(target, "old");
    Files.move(target, old, StandardCopyOption.ATOMIC_MOVE);
    try {
      Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      Files.move(old, target, StandardCopyOption.ATOMIC_MOVE);
      throw e;
    }
    deleteQuietly(old);
  }

  private static Path sibling(Path target, String suffix) {
    return target.resolveSibling(
        "." + target.getFileName() + "." + suffix + "-" + UUID.randomUUID());
  }

  /** What is left behind is hidden and harmless, and must not hide the error that came first. */
  private static void deleteQuietly(Path directory) {
    if (!Files.exists(directory)) {
      return;
    }
    try {
      Files.walkFileTree(
          directory,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              Files.delete(file);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException error)
                throws IOException {
              Files.delete(visited);
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      org.slf4j.LoggerFactory.getLogger(DirectoryReplacement.class)
          .warn("Temporary directory {} is left behind: {}", directory, e.toString());
    }
  }
}
