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

package org.sparkner.train.rounds;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Writes numbers into a byte array of a size known before, little end first. */
final class BlockOutput {
  private final ByteBuffer buffer;

  BlockOutput(int bytes) {
    this.buffer = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  void putInt(int value) {
    buffer.putInt(value);
  }

  void putLong(long value) {
    buffer.putLong(value);
  }

  void putDouble(double value) {
    buffer.putDouble(value);
  }

  void putInts(int[] values) {
    buffer.asIntBuffer().put(values);
    advance(values.length * Integer.BYTES);
  }

  void putLongs(long[] values) {
    buffer.asLongBuffer().put(values);
    advance(values.length * Long.BYTES);
  }

  void putFloats(float[] values) {
    buffer.asFloatBuffer().put(values);
    advance(values.length * Float.BYTES);
  }

  /** As 16-bit floats, if {@code half}. */
  void putFloats(float[] values, boolean half) {
    if (half) {
      HalfFloats.write(values, this);
    } else {
      putFloats(values);
    }
  }

  void putShorts(short[] values) {
    buffer.asShortBuffer().put(values);
    advance(values.length * Short.BYTES);
  }

  private void advance(int bytes) {
    buffer.position(buffer.position() + bytes);
  }

  /** The array, which must be full. */
  byte[] toBytes() {
    if (buffer.hasRemaining()) {
      throw new IllegalStateException(
          "The block was to have "
              + buffer.capacity()
              + " bytes, found "
              + buffer.position()
              + ".");
    }
    return buffer.array();
  }
}
