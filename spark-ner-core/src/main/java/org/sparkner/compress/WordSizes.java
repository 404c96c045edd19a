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
import org.sparkner.lexicon.Lexicon;
import org.sparkner.lexicon.WordTier;

/**
 * Vectors of larger sizes for words in more use. At a price for a byte, a word gets the size at
 * which what it loses, times its weight, and what its bytes cost are the least together: of all
 * ways to spend as many bytes, none loses less over all words (Shoham &amp; Gersho 1988, "Efficient
 * bit allocation for an arbitrary set of quantizers").
 */
final class WordSizes {
  /** Prices from the one at which all words have the smallest size to that of the largest. */
  static final int PRICES = 400;

  private final List<BitSpread.Size> sizes;

  /** Of words by their use, never rising. */
  private final double[] weights;

  private final double highest;
  private final double ratio;

  /**
   * @param sizes that there are, the smallest first
   */
  WordSizes(List<BitSpread.Size> sizes, WordUse use) {
    this.sizes = sizes;
    weights = new double[use.order().length];
    double least = Double.POSITIVE_INFINITY;
    for (int rank = 0; rank < weights.length; rank++) {
      least = Math.min(least, use.weights()[use.order()[rank]]);
      weights[rank] = least;
    }
    double steepest = sizes.size() > 1 ? gain(0) : 1;
    double flattest = sizes.size() > 1 ? gain(sizes.size() - 2) : 1;
    highest = weights.length > 0 ? weights[0] * steepest : 1;
    double lowest = weights.length > 0 ? least * flattest : 1;
    ratio = Math.pow(lowest / highest, 1.0 / PRICES);
  }

  /** Values that the largest vectors have. */
  int dimension() {
    return sizes.get(sizes.size() - 1).bits().each().size();
  }

  /** What a byte more than a size lowers the loss. */
  private double gain(int size) {
    BitSpread.Size one = sizes.get(size);
    BitSpread.Size next = sizes.get(size + 1);
    return (one.loss() - next.loss()) / (next.bytes() - one.bytes());
  }

  /**
   * The first words by their sizes, the largest first; that of unknown words is the first of all.
   *
   * @param words how many, those in most use
   * @param price from 0, at which all have the smallest size, to {@link #PRICES}
   */
  List<WordTier> tiers(int words, int price) {
    double perByte = highest * Math.pow(ratio, price);
    List<WordTier> tiers = new ArrayList<>();
    int from = 0;
    for (int size = sizes.size() - 1; size >= 0; size--) {
      int end = from;
      while (end < words && (size == 0 || weights[end] * gain(size - 1) > perByte)) {
        end++;
      }
      int unknown = tiers.isEmpty() && (end > from || size == 0) ? Lexicon.UNKNOWN_WORD + 1 : 0;
      if (end > from || unknown > 0) {
        tiers.add(new WordTier(end - from + unknown, sizes.get(size).bits()));
      }
      from = end;
    }
    return tiers;
  }
}
