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
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.io.compress.CompressionCodec;
import org.apache.hadoop.io.compress.CompressionCodecFactory;
import org.sparkner.error.BadDataException;

/** What Spark throws when it cannot read a file, in one line. */
public final class ReadFailure {
  private static final Pattern FILE = Pattern.compile("file:? ([a-z0-9]+:/[^\\s,]+)");

  private ReadFailure() {}

  /** Names the file, the format it was read as, and the first cause. */
  public static BadDataException of(Location input, Object format, Exception failure) {
    Throwable root = Causes.root(failure);
    return new BadDataException(
        (root instanceof IOException ? damaged(input) : named(input, failure))
            + ": cannot be read as "
            + format
            + " ("
            + WriteFailure.reason(root)
            + ")",
        failure);
  }

  /** The file that Spark names, or the input. */
  private static String named(Location input, Exception failure) {
    for (Throwable cause : Causes.of(failure)) {
      Matcher file = FILE.matcher(String.valueOf(cause.getMessage()));
      if (file.find()) {
        return file.group(1).replaceAll("[.:]+$", "");
      }
    }
    return input.name();
  }

  /**
   * The first file that cannot be read to its end, or the input. Spark does not say which one it
   * was; to read them once more costs time only where a run has failed.
   */
  private static String damaged(Location input) {
    CompressionCodecFactory codecs = new CompressionCodecFactory(HadoopSettings.copy());
    List<Location> files =
        input.isPattern()
            ? input.matches()
            : input.isDirectory()
                ? input.list().stream().map(input::child).toList()
                : List.of(input);
    for (Location file : files) {
      if (!file.isDirectory()) {
        CompressionCodec codec = codecs.getCodec(file.hadoop());
        try (InputStream plain = file.open();
            InputStream in = codec == null ? plain : codec.createInputStream(plain)) {
          in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException | RuntimeException e) {
          return file.name();
        }
      }
    }
    return input.name();
  }
}
