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

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sparkner.kernel.RowBits;
import org.sparkner.lexicon.WordTier;

class WordSizesTest {
  private static final List<BitSpread.Size> SIZES =
      List.of(size(1, 0.4), size(2, 0.2), size(3, 0.1), size(4, 0.05));

  private static BitSpread.Size size(int bytes, double loss) {
    return new BitSpread.Size(bytes, RowBits.each(List.of(2 * bytes)), loss);
  }

  /** Words of rows 1, 2, ... with these weights. */
  private static WordUse use(double... weights) {
    double[] ofRows = new double[weights.length + 1];
    System.arraycopy(weights, 0, ofRows, 1, weights.length);
    return new WordUse(IntStream.rangeClosed(1, weights.length).toArray(), ofRows);
  }

  private static List<Integer> bytes(List<WordTier> tiers) {
    List<Integer> bytes = new ArrayList<>();
    for (WordTier tier : tiers) {
      for (int row = 0; row < tier.rows(); row++) {
        bytes.add(tier.bits().each().get(0) / 2);
      }
    }
    return bytes;
  }

  @Test
  void atTheHighestPriceAllAreSmallAndAtTheLowestLarge() {
    WordSizes sizes = new WordSizes(SIZES, use(9, 3, 1));

    assertThat(bytes(sizes.tiers(3, 0))).containsExactly(1, 1, 1, 1);
    assertThat(bytes(sizes.tiers(3, WordSizes.PRICES))).startsWith(4, 4, 4).hasSize(4);
    assertThat(bytes(sizes.tiers(1, 0))).containsExactly(1, 1);
    assertThat(bytes(sizes.tiers(0, WordSizes.PRICES))).containsExactly(1);
  }

  @Test
  void noOtherSizesOfAsManyBytesLoseLess() {
    double[] weights = {40, 7, 5, 1};
    WordSizes sizes = new WordSizes(SIZES, use(weights));

    for (int price = 0; price <= WordSizes.PRICES; price += 10) {
      List<Integer> found = bytes(sizes.tiers(weights.length, price));
      List<Integer> ofWords = found.subList(1, found.size());
      int spent = ofWords.stream().mapToInt(Integer::intValue).sum();
      for (int code = 0; code < 256; code++) {
        int rest = code;
        Integer[] other = new Integer[weights.length];
        for (int i = 0; i < other.length; i++) {
          other[i] = 1 + rest % 4;
          rest /= 4;
        }
        if (Arrays.stream(other).mapToInt(Integer::intValue).sum() <= spent) {
          assertThat(lost(weights, Arrays.asList(other)))
              .isGreaterThanOrEqualTo(lost(weights, ofWords) - 1e-12);
        }
      }
    }
  }

  private static double lost(double[] weights, List<Integer> bytes) {
    double lost = 0;
    for (int i = 0; i < weights.length; i++) {
      lost += weights[i] * SIZES.get(bytes.get(i) - 1).loss();
    }
    return lost;
  }
}
