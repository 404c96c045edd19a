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

import java.io.InputStream;
import java.util.Arrays;
import org.sparkner.corpus.InputFile;

/** A window of bytes over a stream that moves forward and widens where asked. */
final class ByteSource {
  private final InputStream in;
  private final String name;
  private byte[] buffer = new byte[1 << 20];
  private int position;
  private int limit;
  private boolean ended;

  ByteSource(InputStream in, String name) {
    this.in = in;
    this.name = name;
  }

  /** The bytes; those from {@link #position} to {@link #limit} are yet to be read. */
  byte[] bytes() {
    return buffer;
  }

  int position() {
    return position;
  }

  int limit() {
    return limit;
  }

  /** Moves on to an index of {@link #bytes}. */
  void position(int index) {
    position = index;
  }

  /**
   * Sees to it that {@code count} bytes are there, if the stream has as many. Moves what is there.
   */
  boolean require(int count) {
    while (limit - position < count && !ended) {
      if (position > 0) {
        System.arraycopy(buffer, position, buffer, 0, limit - position);
        limit -= position;
        position = 0;
      }
      if (count > buffer.length) {
        buffer = Arrays.copyOf(buffer, Math.max(count, 2 * buffer.length));
      }
      int read = InputFile.read(in, buffer, limit, buffer.length - limit, name);
      ended = read < 0;
      limit += Math.max(0, read);
    }
    return limit - position >= count;
  }

  /** Whether these bytes come next. Moves what is there. */
  boolean startsWith(byte... expected) {
    if (!require(expected.length)) {
      return false;
    }
    return Arrays.equals(
        buffer, position, position + expected.length, expected, 0, expected.length);
  }

  /**
   * The distance to the next such byte, or -1 if the stream ends before; looks at most {@code most}
   * bytes ahead and gives {@code most} if it is not among them.
   */
  int find(byte expected, int most) {
    int seen = 0;
    while (seen < most && require(seen + 1)) {
      int end = Math.min(limit, position + most);
      for (int i = position + seen; i < end; i++) {
        if (buffer[i] == expected) {
          return i - position;
        }
      }
      seen = end - position;
    }
    return seen < most ? -1 : most;
  }
}
