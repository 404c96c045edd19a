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

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes word vectors in word2vec's formats, which {@link WordVectorsReader} reads. */
public final class WordVectorsWriter {
  private WordVectorsWriter() {}

  /**
   * Writes a header of the number of words and values, and a line for each word, its values in as
   * many digits as tell them from others. The stream stays open.
   */
  public static void writeText(WordVectors vectors, OutputStream out) throws IOException {
    OutputStream buffered = new BufferedOutputStream(out);
    buffered.write(header(vectors));
    StringBuilder line = new StringBuilder();
    for (int row = 0; row < vectors.words().size(); row++) {
      line.setLength(0);
      line.append(vectors.words().get(row));
      for (int i = 0; i < vectors.dimension(); i++) {
        line.append(' ').append(vectors.table()[row * vectors.dimension() + i]);
      }
      buffered.write(line.append('\n').toString().getBytes(StandardCharsets.UTF_8));
    }
    buffered.flush();
  }

  /** Writes the same header, and each word before its values as floats. The stream stays open. */
  public static void writeBinary(WordVectors vectors, OutputStream out) throws IOException {
    OutputStream buffered = new BufferedOutputStream(out);
    buffered.write(header(vectors));
    ByteBuffer values =
        ByteBuffer.allocate(Float.BYTES * vectors.dimension()).order(ByteOrder.LITTLE_ENDIAN);
    for (int row = 0; row < vectors.words().size(); row++) {
      buffered.write((vectors.words().get(row) + " ").getBytes(StandardCharsets.UTF_8));
      values.asFloatBuffer().put(vectors.table(), row * vectors.dimension(), vectors.dimension());
      buffered.write(values.array());
      buffered.write('\n');
    }
    buffered.flush();
  }

  private static byte[] header(WordVectors vectors) {
    return (vectors.words().size() + " " + vectors.dimension() + "\n")
        .getBytes(StandardCharsets.UTF_8);
  }
}
