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

package org.sparkner.train;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Floats in a checkpoint: their number, then their bits, big end first. */
public final class StateIo {
  private static final int CHUNK = 16_384;

  private StateIo() {}

  /**
   * Writes the first floats of an array.
   *
   * @param length how many
   */
  public static void write(float[] values, int length, DataOutputStream out) throws IOException {
    out.writeInt(length);
    ByteBuffer bytes = ByteBuffer.allocate(CHUNK * Float.BYTES);
    for (int from = 0; from < length; from += CHUNK) {
      int count = Math.min(CHUNK, length - from);
      bytes.clear().asFloatBuffer().put(values, from, count);
      out.write(bytes.array(), 0, count * Float.BYTES);
    }
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @param length how many were written
   * @throws IOException if another number was
   */
  public static void read(float[] values, int length, DataInputStream in) throws IOException {
    int found = in.readInt();
    if (found != length) {
      throw new IOException("expected " + length + " values, found " + found);
    }
    byte[] bytes = new byte[CHUNK * Float.BYTES];
    for (int from = 0; from < length; from += CHUNK) {
      int count = Math.min(CHUNK, length - from);
      in.readFully(bytes, 0, count * Float.BYTES);
      ByteBuffer.wrap(bytes).asFloatBuffer().get(values, from, count);
    }
  }
}
