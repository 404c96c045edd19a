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

package org.sparkner.jobs.input;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.io.compress.CompressionCodec;
import org.apache.hadoop.io.compress.CompressionCodecFactory;
import org.apache.hadoop.util.LineReader;
import org.apache.spark.paths.SparkPath;
import org.sparkner.error.BadDataException;
import org.sparkner.jobs.files.HadoopSettings;

/** A file of text as tasks find it: told apart from what is none, and searched for a place. */
final class ReadableFile {
  private static final int MAGIC = 8;
  private static final Map<String, String> NO_TEXT = new LinkedHashMap<>();

  static {
    NO_TEXT.put("\u001f\u008b", "gzip under a name that does not end with .gz; rename the file");
    NO_TEXT.put("BZh", "bzip2 under a name that does not end with .bz2; rename the file");
    NO_TEXT.put("PK\u0003\u0004", "a Zip archive, expected text; unpack it");
    NO_TEXT.put("\u0028\u00b5\u002f\u00fd", "Zstandard, expected text; decompress it");
    NO_TEXT.put("\u00fd7zXZ", "xz, expected text; decompress it");
    NO_TEXT.put("PAR1", "Parquet, expected text; give --input-format parquet");
    NO_TEXT.put("%PDF-", "a PDF document, expected text; convert it");
    NO_TEXT.put("\u00ff\u00fe", "a UTF-16 byte-order mark, expected UTF-8; convert the file");
    NO_TEXT.put("\u00fe\u00ff", "a UTF-16 byte-order mark, expected UTF-8; convert the file");
    NO_TEXT.put("\0\0\u00fe\u00ff", "a UTF-32 byte-order mark, expected UTF-8; convert the file");
  }

  private final Path path;

  ReadableFile(Path path) {
    this.path = path;
  }

  /**
   * @param path as {@code _metadata.file_path} has it
   */
  static ReadableFile ofMetadata(String path) {
    return new ReadableFile(SparkPath.fromUrlString(path).toPath());
  }

  @Override
  public String toString() {
    return InputFiles.shown(path);
  }

  /**
   * The content, decompressed as the ending of the name says.
   *
   * @throws BadDataException if it begins as no text does, or cannot be read
   */
  InputStream open() {
    Configuration configuration = HadoopSettings.copy();
    try {
      InputStream in =
          new BufferedInputStream(path.getFileSystem(configuration).open(path), 1 << 16);
      CompressionCodec codec = new CompressionCodecFactory(configuration).getCodec(path);
      if (codec == null) {
        requireText(head(in));
        return in;
      }
      requireCompressed(codec, head(in));
      InputStream content = new BufferedInputStream(codec.createInputStream(in), 1 << 16);
      requireText(head(content));
      return content;
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /**
   * Looks at its begin.
   *
   * @throws BadDataException if it begins as no text does, or cannot be read
   */
  void requireText() {
    try (InputStream in = open()) {
      in.read();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private static byte[] head(InputStream in) throws IOException {
    in.mark(MAGIC);
    byte[] head = in.readNBytes(MAGIC);
    in.reset();
    return head;
  }

  private void requireCompressed(CompressionCodec codec, byte[] head) {
    String ending = codec.getDefaultExtension();
    String magic = ending.equals(".gz") ? "\u001f\u008b" : ending.equals(".bz2") ? "BZh" : "";
    if (head.length > 0 && !begins(head, magic)) {
      throw new BadDataException(
          this
              + ": found a name that ends with "
              + ending
              + " but no such content, expected both or neither; rename the file");
    }
  }

  private void requireText(byte[] head) {
    String found = whatItIs(head);
    if (found != null) {
      throw new BadDataException(this + ": found " + found);
    }
  }

  /** What bytes are that begin as no UTF-8 text does; null for text. */
  static String whatItIs(byte[] head) {
    for (Map.Entry<String, String> each : NO_TEXT.entrySet()) {
      if (begins(head, each.getKey())) {
        return each.getValue();
      }
    }
    return null;
  }

  private static boolean begins(byte[] bytes, String with) {
    for (int i = 0; i < with.length(); i++) {
      if (i == bytes.length || bytes[i] != (byte) with.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /**
   * What is wrong with the first line that is no text.
   *
   * @param found what was found wrong on the way here
   */
  BadDataException notText(Utf8Text.Problem found) {
    Utf8Text.Problem[] first = {found};
    long number =
        firstLine(
            line -> {
              Utf8Text.Problem problem = Utf8Text.problem(line);
              first[0] = problem == null ? first[0] : problem;
              return problem != null;
            });
    return new BadDataException(this + ":" + Math.max(1, number) + ": " + first[0].message());
  }

  /** The number of the first line that is the first of a text, or that holds it; 0 for none. */
  long lineWith(String text) {
    String expected = text.lines().findFirst().orElse("");
    long number = firstLine(line -> asText(line).strip().equals(expected.strip()));
    return number > 0 ? number : firstLine(line -> asText(line).contains(expected));
  }

  private static String asText(byte[] line) {
    return new String(line, StandardCharsets.UTF_8);
  }

  private long firstLine(Predicate<byte[]> expected) {
    try (LineReader lines = new LineReader(open())) {
      Text line = new Text();
      for (long number = 1; lines.readLine(line) > 0; number++) {
        if (expected.test(Arrays.copyOf(line.getBytes(), line.getLength()))) {
          return number;
        }
      }
      return 0;
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  BadDataException unreadable(IOException e) {
    return new BadDataException(this + ": cannot be read (" + e.getMessage() + ")", e);
  }
}
