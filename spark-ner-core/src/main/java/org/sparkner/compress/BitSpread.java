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

package org.sparkner.compress;

import java.util.ArrayList;
import java.util.List;
import org.sparkner.kernel.RowBits;

/**
 * Sizes that the vector of a word may have, and what rounding to each loses. Bits go to one value
 * after the other, each to the value whose error it lowers most, which for values that are rounded
 * one by one is the best that there is (Gersho &amp; Gray 1992, "Vector Quantization and Signal
 * Compression", section 8.4).
 */
final class BitSpread {
  /** Bytes of a vector; where the first are too many, words are left out. */
  private static final List<Integer> BYTES =
      List.of(12, 14, 16, 18, 20, 24, 28, 32, 40, 48, 56, 64, 80, 96, 112, 128);

  /**
   * What rounding to 0, 1, ... 8 bits leaves of the mean square of normally distributed values, at
   * the best distance of levels (Max 1960, "Quantizing for minimum distortion", table 2; those of 6
   * and more bits computed in the same way).
   */
  private static final double[] LOSS = {
    1, 0.3634, 0.1188, 0.03744, 0.01154, 0.003495, 0.001041, 0.0003035, 0.0000872
  };

  private BitSpread() {}

  /**
   * A size.
   *
   * @param bytes of a vector
   * @param bits of its values, falling; values that get none are left out
   * @param loss the part of the mean square of the products that is lost, from 0 to 1
   */
  record Size(int bytes, RowBits bits, double loss) {}

  /**
   * Sizes for vectors of values of a given importance, the smallest first.
   *
   * @param importance of the values, falling; the first above 0
   */
  static List<Size> sizes(double[] importance) {
    int largest = importance.length;
    List<Integer> wanted = new ArrayList<>(BYTES);
    wanted.removeIf(bytes -> bytes >= largest);
    if (largest <= BYTES.get(BYTES.size() - 1)) {
      // A byte for each value.
      wanted.add(largest);
    }
    List<Size> sizes = new ArrayList<>();
    int[] widths = new int[importance.length];
    int spent = 0;
    for (int bytes : wanted) {
      while (spent < bytes * Byte.SIZE && spend(importance, widths)) {
        spent++;
      }
      sizes.add(new Size(bytes, bits(widths), loss(importance, widths)));
    }
    return sizes;
  }

  /** Gives a bit away, if one is worth anything. */
  private static boolean spend(double[] importance, int[] widths) {
    int best = -1;
    double most = 0;
    for (int i = 0; i < widths.length; i++) {
      if (widths[i] < RowBits.MANY) {
        double gain = importance[i] * (LOSS[widths[i]] - LOSS[widths[i] + 1]);
        if (gain > most) {
          most = gain;
          best = i;
        }
      }
    }
    if (best < 0) {
      return false;
    }
    widths[best]++;
    return true;
  }

  private static RowBits bits(int[] widths) {
    List<Integer> bits = new ArrayList<>();
    for (int i = 0; i < widths.length && widths[i] > 0; i++) {
      bits.add(widths[i]);
    }
    return RowBits.each(bits);
  }

  private static double loss(double[] importance, int[] widths) {
    double lost = 0;
    double all = 0;
    for (int i = 0; i < widths.length; i++) {
      lost += importance[i] * LOSS[widths[i]];
      all += importance[i];
    }
    return lost / all;
  }
}
