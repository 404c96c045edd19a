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
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import org.sparkner.error.NerException;
import org.sparkner.error.UsageException;

/** What keeps a run from writing, in one line. */
public final class WriteFailure {
  private WriteFailure() {}

  /** Names what was to be written and the first cause. */
  public static UsageException of(Location output, Throwable failure) {
    return new UsageException(
        output
            + ": cannot be written ("
            + reason(Causes.root(failure))
            + "); free the disk, or give a path that can be written",
        failure);
  }

  /** The failure itself, unless it is one of writing. */
  public static RuntimeException orItself(Location output, Exception failure) {
    Throwable root = Causes.root(failure);
    // What could not be read says so itself.
    boolean known = Causes.of(failure).stream().anyMatch(NerException.class::isInstance);
    if (root instanceof IOException && !known && !isInterrupt(root)) {
      return of(output, failure);
    }
    return failure instanceof RuntimeException unchecked
        ? unchecked
        : new IllegalStateException(failure.getMessage(), failure);
  }

  private static boolean isInterrupt(Throwable root) {
    return root instanceof InterruptedIOException || root instanceof ClosedByInterruptException;
  }

  /** Java says of some failures only which file it was. */
  public static String reason(Throwable failure) {
    if (failure instanceof AccessDeniedException) {
      return "Permission denied: " + failure.getMessage();
    }
    if (failure instanceof NoSuchFileException) {
      return "No such directory can be made: " + failure.getMessage();
    }
    if (failure instanceof NotDirectoryException
        || failure instanceof java.nio.file.FileAlreadyExistsException) {
      return "Not a directory: " + failure.getMessage();
    }
    if (failure instanceof FileSystemException named && named.getReason() != null) {
      return named.getReason() + ": " + named.getFile();
    }
    return Causes.text(failure);
  }

  /** Whether a disk has no place left for a file. */
  public static boolean isFullDisk(Throwable failure) {
    String message = failure instanceof IOException ? String.valueOf(failure.getMessage()) : "";
    return message.contains("No space left on device") || message.contains("quota exceeded");
  }
}
