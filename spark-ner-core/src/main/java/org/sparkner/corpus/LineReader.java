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

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.sparkner.error.BadDataException;

/**
 * The lines of a UTF-8 stream, plain or gzipped, with their numbers. Lines end with LF or CRLF; a
 * byte-order mark at the start is left out. Decoding a line at a time is what lets a bad byte be
 * named by its line.
 */
public final class LineReader implements Closeable {
  /** Longest line that is read; beyond it the file is hardly one of lines. */
  static final int MAX_LINE_BYTES = 1 << 28;

  private final InputStream in;
  private final String name;
  private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
  private final byte[] buffer = new byte[1 << 16];
  private int position;
  private int limit;
  private byte[] line = new byte[256];
  private long number;

  /**
   * @param in closed with this reader
   * @param name of the file, for messages
   */
  public LineReader(InputStream in, String name) {
    this.name = name;
    this.in = InputFile.unzipped(in, name);
  }

  /** The name of the file. */
  String name() {
    return name;
  }

  /** The number of the line last read, from 1; 0 before the first. */
  long number() {
    return number;
  }

  /**
   * The next line without its end, or null after the last.
   *
   * @throws BadDataException if it is not UTF-8, too long, or cannot be read
   */
  public String next() {
    int length = 0;
    boolean ended = false;
    while (!ended) {
      if (position == limit && !fill()) {
        break;
      }
      int start = position;
      while (position < limit && buffer[position] != '\n') {
        position++;
      }
      int part = position - start;
      if (length + part > MAX_LINE_BYTES) {
        number++;
        throw error("a line of more than " + MAX_LINE_BYTES + " bytes", "a text file of lines");
      }
      if (length + part > line.length) {
        line = Arrays.copyOf(line, Math.max(2 * line.length, length + part));
      }
      System.arraycopy(buffer, start, line, length, part);
      length += part;
      ended = position < limit;
      position += ended ? 1 : 0;
    }
    if (length == 0 && !ended) {
      return null;
    }
    number++;
    // A CRLF that was written as text of Windows once more is CR, CR, LF.
    while (ended && length > 0 && line[length - 1] == '\r') {
      length--;
    }
    return decode(length);
  }

  private String decode(int length) {
    if (number == 1 && (beginsWith(length, 0xff, 0xfe) || beginsWith(length, 0xfe, 0xff))) {
      throw error("a UTF-16 byte-order mark", "UTF-8; convert the file");
    }
    if (number == 1 && isWide(length)) {
      throw error(
          "NUL bytes, as UTF-16 without a byte-order mark has them", "UTF-8; convert the file");
    }
    int from = 0;
    while (beginsWithMark(from, length) && (number == 1 || isJoin(from, length))) {
      from += 3;
    }
    try {
      return decoder.decode(ByteBuffer.wrap(line, from, length - from)).toString();
    } catch (CharacterCodingException e) {
      throw error("bytes that are not UTF-8", "UTF-8; convert the file");
    }
  }

  /** Files joined into one have a mark where each began; one alone in its column is a token. */
  private boolean isJoin(int from, int length) {
    return length == from + 3 || line[from + 3] != '\t' && line[from + 3] != ' ';
  }

  private boolean beginsWithMark(int from, int length) {
    return length - from >= 3
        && line[from] == (byte) 0xef
        && line[from + 1] == (byte) 0xbb
        && line[from + 2] == (byte) 0xbf;
  }

  /** Whether a good part of the line are NUL bytes. */
  private boolean isWide(int length) {
    int zeros = 0;
    for (int i = 0; i < length; i++) {
      zeros += line[i] == 0 ? 1 : 0;
    }
    return length > 5 && 5 * zeros >= 2 * length;
  }

  private boolean beginsWith(int length, int... bytes) {
    for (int i = 0; i < bytes.length; i++) {
      if (i == length || line[i] != (byte) bytes[i]) {
        return false;
      }
    }
    return true;
  }

  private boolean fill() {
    position = 0;
    limit = Math.max(0, InputFile.read(in, buffer, 0, buffer.length, name));
    return limit > 0;
  }

  /** A complaint about the line last read. */
  public BadDataException error(String found, String expected) {
    return error(number, found, expected);
  }

  /** A complaint about a line. */
  BadDataException error(long number, String found, String expected) {
    return new BadDataException(
        name + ":" + number + ": found " + found + ", expected " + expected + ".");
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw InputFile.unreadable(name, e);
    }
  }
}
