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

package org.sparkner.kernel;

/** IEEE 754 binary16 in a short: 11 significant bits, from 6e-8 to 65504. */
public final class HalfFloat {
  private static final int LARGEST = 0x7bff;
  private static final int INFINITY = 0x7c00;

  /** Bits of a float's significand that a half has not. */
  private static final int DROPPED = 13;

  /** 2¹¹², between the exponent biases of the two. */
  private static final float BIAS = 0x1p112f;

  private static final float UNBIAS = 0x1p-112f;

  private HalfFloat() {}

  /** The nearest half, ties to even; what is finite stays finite. */
  public static short of(float value) {
    int bits = Float.floatToRawIntBits(value);
    int sign = bits >>> 16 & 0x8000;
    if (Float.isNaN(value)) {
      return (short) (sign | INFINITY | 0x200);
    }
    if (Float.isInfinite(value)) {
      return (short) (sign | INFINITY);
    }
    float size = Math.abs(value);
    if (size < 0x1p-14f) {
      // Below the normal numbers a half is a whole number of 2⁻²⁴.
      return (short) (sign | (int) Math.rint(size * 0x1p24));
    }
    int scaled = Float.floatToRawIntBits(size * UNBIAS);
    int tie = (1 << DROPPED - 1) - 1 + (scaled >>> DROPPED & 1);
    return (short) (sign | Math.min(scaled + tie >>> DROPPED, LARGEST));
  }

  /** The float of the same value. */
  public static float toFloat(short half) {
    int sign = (half & 0x8000) << 16;
    int size = half & 0x7fff;
    int bits =
        size >= INFINITY
            ? 0x7f800000 | size << DROPPED
            : Float.floatToRawIntBits(Float.intBitsToFloat(size << DROPPED) * BIAS);
    return Float.intBitsToFloat(sign | bits);
  }
}
