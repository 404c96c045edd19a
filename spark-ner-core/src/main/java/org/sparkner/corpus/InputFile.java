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

package org.sparkner.corpus;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.sparkner.error.BadDataException;

/** A file that a user named for reading, plain or gzipped, and what can be wrong with it. */
public final class InputFile {
  private static final int GZIP_MAGIC = 0x1f8b;

  private InputFile() {}

  /**
   * Opens a file as it is, not unzipped.
   *
   * @throws BadDataException if there is no such file, it is a directory, or it cannot be read
   */
  public static InputStream open(Path file) {
    if (!Files.exists(file)) {
      throw new BadDataException(file + ": no such file; check the path.");
    }
    if (Files.isDirectory(file)) {
      throw new BadDataException(file + ": found a directory, expected a file.");
    }
    try {
      return Files.newInputStream(file);
    } catch (IOException e) {
      throw unreadable(file.toString(), e);
    }
  }

  /**
   * The content of a stream, unzipped if it begins as gzip does.
   *
   * @param name of the file, for messages
   */
  public static InputStream unzipped(InputStream in, String name) {
    try {
      BufferedInputStream buffered = new BufferedInputStream(in, 1 << 16);
      buffered.mark(2);
      int magic = buffered.read() << 8 | buffered.read();
      buffered.reset();
      return magic == GZIP_MAGIC ? new GZIPInputStream(buffered, 1 << 16) : buffered;
    } catch (IOException e) {
      throw unreadable(name, e);
    }
  }

  /**
   * Reads some bytes.
   *
   * @param name of the file, for messages
   * @return the number of bytes, at least 1, or -1 at the end
   * @throws BadDataException if the file cannot be read or its gzip stream is damaged
   */
  public static int read(InputStream in, byte[] buffer, int from, int length, String name) {
    try {
      return in.read(buffer, from, length);
    } catch (IOException e) {
      throw unreadable(name, e);
    }
  }

  static BadDataException unreadable(String name, IOException e) {
    return e instanceof EOFException || e instanceof ZipException
        ? new BadDataException(
            name
                + ": found a damaged or truncated gzip stream, expected a whole one; get it again.",
            e)
        : new BadDataException(name + ": cannot be read (" + e.getMessage() + ").", e);
  }
}
