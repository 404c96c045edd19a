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

/** Reads what {@link BlockOutput} wrote. */
final class BlockInput {
  private final ByteBuffer buffer;

  BlockInput(byte[] bytes) {
    this.buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  int getInt() {
    return buffer.getInt();
  }

  long getLong() {
    return buffer.getLong();
  }

  double getDouble() {
    return buffer.getDouble();
  }

  int[] getInts(int count) {
    int[] values = new int[count];
    buffer.asIntBuffer().get(values);
    advance(count * Integer.BYTES);
    return values;
  }

  long[] getLongs(int count) {
    long[] values = new long[count];
    buffer.asLongBuffer().get(values);
    advance(count * Long.BYTES);
    return values;
  }

  float[] getFloats(int count) {
    float[] values = new float[count];
    getFloats(values);
    return values;
  }

  /** Fills an array. */
  void getFloats(float[] values) {
    buffer.asFloatBuffer().get(values);
    advance(values.length * Float.BYTES);
  }

  float[] getFloats(int count, boolean half) {
    return half ? HalfFloats.read(this, count) : getFloats(count);
  }

  short[] getShorts(int count) {
    short[] values = new short[count];
    buffer.asShortBuffer().get(values);
    advance(count * Short.BYTES);
    return values;
  }

  private void advance(int bytes) {
    buffer.position(buffer.position() + bytes);
  }
}
