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

package org.sparkner.network;

import java.util.SplittableRandom;

/**
 * Inverted dropout whose mask depends only on the seed, the training step and the place, so that a
 * resumed run draws what the unbroken one would have drawn. The probability is rounded to 1/65536.
 *
 * @param probability to drop, 0 to below 1
 * @param seed of the run and the place
 */
public record Dropout(double probability, long seed) {
  /** Drops nothing. */
  static final Dropout NONE = new Dropout(0, 0);

  private static final int LEVELS = 1 << 16;
  private static final FloatArithmetic FLOATS = new FloatArithmetic();

  /**
   * Factors for {@code length} values: 0 where dropped, else 1 / (1 − probability). Null where
   * nothing is dropped.
   *
   * @param step of the training
   * @param into where it is long enough; may be null
   */
  public float[] mask(int length, long step, float[] into) {
    return mask(FLOATS, length, step, into);
  }

  /**
   * Factors for {@code length} values: 0 where dropped, else 1 / (1 − probability). Null where
   * nothing is dropped.
   *
   * @param into where there is room enough in it; may be null
   */
  <A> A mask(Arithmetic<A, ?> arithmetic, int length, long step, A into) {
    int threshold = (int) Math.round(probability * LEVELS);
    if (threshold == 0) {
      return null;
    }
    double kept = (double) LEVELS / (LEVELS - threshold);
    A mask = arithmetic.room(into, length);
    SplittableRandom random = new SplittableRandom(seed ^ (step + 1) * 0x9E3779B97F4A7C15L);
    for (int i = 0; i < length; i += 4) {
      long bits = random.nextLong();
      for (int j = i; j < Math.min(i + 4, length); j++) {
        // The sign of the difference, not a branch: half of the branches would be mispredicted.
        long drop = ((bits & (LEVELS - 1)) - threshold) >>> 63;
        arithmetic.set(mask, j, kept * (1 - drop));
        bits >>>= 16;
      }
    }
    return mask;
  }

  /** Multiplies values by a mask; does nothing where it is null. */
  static <A> void apply(Arithmetic<A, ?> arithmetic, A values, A mask, int length) {
    if (mask != null) {
      arithmetic.scale(values, mask, length);
    }
  }
}
