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

package org.sparkner.feature;

/**
 * 64-bit fingerprints of names: polynomials of their characters modulo 2⁶⁴ (Rabin &amp; Karp 1987),
 * so that the fingerprint of a concatenation follows from those of its parts and no name need be
 * built. Two of a million names share one with a probability of about 3 in 10⁸; such features would
 * share their weights.
 */
public final class Fingerprint {
  private static final long BASE = 0x9E3779B97F4A7C15L;
  private static final int KEPT_POWERS = 64;
  private static final long[] POWERS = new long[KEPT_POWERS];

  static {
    POWERS[0] = 1;
    for (int i = 1; i < KEPT_POWERS; i++) {
      POWERS[i] = POWERS[i - 1] * BASE;
    }
  }

  private Fingerprint() {}

  /** The fingerprint of a name. */
  public static long of(CharSequence name) {
    long value = 0;
    for (int i = 0; i < name.length(); i++) {
      value = append(value, name.charAt(i));
    }
    return value;
  }

  /** Of a name with one more character. */
  static long append(long name, char character) {
    return name * BASE + character + 1;
  }

  /** Of a name followed by another, by its fingerprint and the {@link #power} of its length. */
  static long append(long name, long tail, long tailPower) {
    return name * tailPower + tail;
  }

  /** The power of a length in characters. */
  static long power(int length) {
    long power = POWERS[length % KEPT_POWERS];
    for (int i = length / KEPT_POWERS; i > 0; i--) {
      power *= POWERS[KEPT_POWERS - 1] * BASE;
    }
    return power;
  }

  /** A place in a table of a power of two places; the low bits of a fingerprint alone are poor. */
  static int place(long fingerprint, int mask) {
    long mixed = (fingerprint ^ fingerprint >>> 32) * 0xD6E8FEB86659FD93L;
    return (int) (mixed >>> 32) & mask;
  }
}
