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

import org.sparkner.kernel.HalfFloat;

/**
 * Floats as IEEE 754 binary16 in chunks, each with a factor that brings its largest value near the
 * largest that 16 bits hold: relative error 2⁻¹¹ down to 2⁻²⁹ of the chunk's largest value.
 */
final class HalfFloats {
  private static final int CHUNK = 1024;
  private static final float TOP = 1 << 15;

  private HalfFloats() {}

  /** Bytes that {@code count} floats become. */
  static int bytes(int count) {
    return Short.BYTES * count + Integer.BYTES * ((count + CHUNK - 1) / CHUNK);
  }

  static void write(float[] values, BlockOutput out) {
    for (int from = 0; from < values.length; from += CHUNK) {
      short[] halves = new short[Math.min(CHUNK, values.length - from)];
      float largest = 0;
      for (int i = 0; i < halves.length; i++) {
        largest = Math.max(largest, Math.abs(values[from + i]));
      }
      // A power of two, so that scaling itself rounds nothing.
      float factor =
          largest == 0 ? 1 : Math.scalb(1f, Math.getExponent(TOP) - 1 - exponent(largest));
      for (int i = 0; i < halves.length; i++) {
        halves[i] = HalfFloat.of(values[from + i] * factor);
      }
      out.putInt(Float.floatToIntBits(factor));
      out.putShorts(halves);
    }
  }

  /** Within what keeps the factor and its inverse finite. */
  private static int exponent(float value) {
    return Math.max(-100, Math.min(100, Math.getExponent(value)));
  }

  static float[] read(BlockInput in, int count) {
    float[] values = new float[count];
    for (int from = 0; from < count; from += CHUNK) {
      float factor = Float.intBitsToFloat(in.getInt());
      short[] halves = in.getShorts(Math.min(CHUNK, count - from));
      for (int i = 0; i < halves.length; i++) {
        values[from + i] = HalfFloat.toFloat(halves[i]) / factor;
      }
    }
    return values;
  }
}
