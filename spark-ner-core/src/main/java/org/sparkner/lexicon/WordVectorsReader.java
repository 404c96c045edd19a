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

package org.sparkner.lexicon;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.sparkner.corpus.InputFile;
import org.sparkner.error.BadDataException;

/**
 * Reads pretrained word vectors: GloVe text, word2vec text and binary, fastText {@code .vec}; plain
 * or gzipped. Which it is shows in the content: a first line of two whole numbers is the header of
 * word2vec and fastText, and bytes after the first word that no text row has are word2vec's binary
 * form.
 *
 * <p>Of a word that comes twice the first row counts. Rows with too few or too many values, a value
 * that is no number, NaN or infinity are left out and reported. A word of a text file may hold
 * spaces, as some GloVe files have: the last values are the vector.
 */
public final class WordVectorsReader {
  private static final int MAX_WORD_BYTES = 1 << 16;
  private static final int MAX_DIMENSION = 1 << 14;

  private WordVectorsReader() {}

  /** Reads every word. */
  public static LoadedVectors read(Path file) {
    return read(file, Integer.MAX_VALUE);
  }

  /**
   * Reads the first words.
   *
   * @param maxWords words after which reading stops, at least 1
   * @throws BadDataException if the file is missing, unreadable, damaged, or holds no vectors
   */
  public static LoadedVectors read(Path file, int maxWords) {
    try (InputStream in = InputFile.open(file)) {
      return read(in, file.toString(), maxWords);
    } catch (IOException e) {
      throw new BadDataException(file + ": cannot be read (" + e.getMessage() + ").", e);
    }
  }

  /**
   * Reads the first words of a stream, which stays open.
   *
   * @param name of the file, for messages
   * @param maxWords words after which reading stops, at least 1
   */
  public static LoadedVectors read(InputStream in, String name, int maxWords) {
    ByteSource source = new ByteSource(InputFile.unzipped(in, name), name);
    skipMark(source, name);
    long[] header = header(source);
    if (header == null) {
      return TextVectors.read(source, name, maxWords);
    }
    if (header[0] < 1 || header[1] < 1 || header[1] > MAX_DIMENSION) {
      throw new BadDataException(
          name
              + ":1: found a header of "
              + header[0]
              + " words and "
              + header[1]
              + " values, expected at least one word and 1 to "
              + MAX_DIMENSION
              + " values.");
    }
    VectorsBuilder vectors = new VectorsBuilder(name, (int) header[1], maxWords, header[0]);
    return isBinary(source, vectors.dimension())
        ? BinaryVectors.read(source, name, vectors, header[0])
        : TextVectors.read(source, name, vectors, 1);
  }

  /** Goes past the byte-order mark of UTF-8, which editors on Windows put before a text. */
  private static void skipMark(ByteSource source, String name) {
    if (source.startsWith((byte) 0xff, (byte) 0xfe)
        || source.startsWith((byte) 0xfe, (byte) 0xff)) {
      throw new BadDataException(
          name + ":1: found a UTF-16 byte-order mark, expected UTF-8; convert the file.");
    }
    if (source.startsWith(TextVectors.MARK)) {
      source.position(source.position() + TextVectors.MARK.length);
    }
  }

  /** The words and values that a first line of two numbers says, or null without moving on. */
  private static long[] header(ByteSource source) {
    int length = source.find((byte) '\n', 64);
    if (length < 0 || length == 64) {
      return null;
    }
    String line =
        new String(source.bytes(), source.position(), length, StandardCharsets.ISO_8859_1).strip();
    if (!line.matches("[0-9]{1,18}[ \t]+[0-9]{1,9}")) {
      return null;
    }
    String[] fields = line.split("[ \t]+", -1);
    source.position(source.position() + length + 1);
    return new long[] {Long.parseLong(fields[0]), Long.parseLong(fields[1])};
  }

  /** Whether the four bytes a value after the first word are no text. */
  private static boolean isBinary(ByteSource source, int dimension) {
    int word = source.find((byte) ' ', MAX_WORD_BYTES);
    if (word < 0 || word == MAX_WORD_BYTES) {
      return false;
    }
    int length = Math.min(Float.BYTES * dimension, 64);
    source.require(word + 1 + length);
    int end = Math.min(source.limit(), source.position() + word + 1 + length);
    for (int i = source.position() + word + 1; i < end; i++) {
      byte b = source.bytes()[i];
      if (b == '\n' || b == '\r') {
        return false;
      }
      if ((b < ' ' && b != '\t') || b > '~') {
        return true;
      }
    }
    return false;
  }
}
