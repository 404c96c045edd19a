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
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.sparkner.error.UsageException;

/**
 * A text file of this machine that a run writes: under another name, which is renamed when it is
 * whole.
 */
public final class OutputFile {
  private final Location target;
  private final boolean overwrite;

  private OutputFile(Location target, boolean overwrite) {
    this.target = target;
    this.overwrite = overwrite;
  }

  /**
   * A file that may be written.
   *
   * @param option that names it, for messages
   * @param overwrite whether what is there may go
   * @throws UsageException if it is not on this machine, something is there that may not go, or it
   *     is a directory
   */
  public static OutputFile of(String option, Location target, boolean overwrite) {
    if (!target.isLocal()) {
      throw new UsageException(
          option + " " + target + " is not on this machine; give a file that is");
    }
    target.requireFree(overwrite);
    if (target.isDirectory()) {
      throw new UsageException(option + " " + target + " is a directory; give the name of a file");
    }
    return new OutputFile(target, overwrite);
  }

  /** Writes the file. */
  public interface Writing {
    /**
     * @param out takes UTF-8; closed by the caller too
     */
    void to(Writer out) throws IOException;
  }

  /**
   * Writes the file, which appears whole or not at all.
   *
   * @throws UsageException if it cannot be written
   */
  public void write(Writing writing) {
    Path path = target.path().toAbsolutePath().normalize();
    Path unfinished = path.resolveSibling(path.getFileName() + ".unfinished");
    Runnable removal = Location.of(unfinished.toString())::deleteIfPossible;
    Leftovers.add(removal);
    try {
      Files.createDirectories(path.getParent());
      try (Writer out = TextFile.open(unfinished)) {
        writing.to(out);
      }
      target.requireFree(overwrite);
      Files.move(
          unfinished, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw WriteFailure.orItself(target, e);
    } finally {
      removal.run();
      Leftovers.remove(removal);
    }
  }

  @Override
  public String toString() {
    return target.toString();
  }
}
