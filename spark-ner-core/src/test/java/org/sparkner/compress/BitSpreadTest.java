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

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparkner.kernel.QuantisedRows;
import org.sparkner.kernel.RowBits;

class BitSpreadTest {
  @Test
  void sizesRiseAndLoseLessAndLess() {
    double[] importance = new double[200];
    Arrays.setAll(importance, i -> 1000 * Math.pow(0.96, i));

    List<BitSpread.Size> sizes = BitSpread.sizes(importance);

    assertThat(sizes).extracting(BitSpread.Size::bytes).startsWith(12, 14).endsWith(112, 128);
    for (int i = 0; i < sizes.size(); i++) {
      BitSpread.Size size = sizes.get(i);
      List<Integer> bits = size.bits().each();
      assertThat(bits.stream().mapToInt(Integer::intValue).sum()).isEqualTo(8 * size.bytes());
      assertThat(bits).isSortedAccordingTo(Collections.reverseOrder());
      assertThat(size.loss()).isBetween(0.0, i == 0 ? 1.0 : sizes.get(i - 1).loss());
    }
    assertThat(sizes.get(0).loss()).isLessThan(0.25);
    assertThat(sizes.get(sizes.size() - 1).loss()).isLessThan(0.005);
  }

  @Test
  void vectorsOfFewValuesHaveAByteForEach() {
    List<BitSpread.Size> sizes = BitSpread.sizes(new double[] {3, 2, 1});

    assertThat(sizes).hasSize(1);
    assertThat(sizes.get(0).bits()).isEqualTo(RowBits.each(List.of(8, 8, 8)));
  }

  @Test
  void whatMattersNotAtAllGetsNoBits() {
    double[] importance = new double[20];
    importance[0] = 9;
    importance[1] = 1;

    List<BitSpread.Size> sizes = BitSpread.sizes(importance);

    assertThat(sizes).allMatch(size -> size.bits().each().equals(List.of(8, 8)));
  }

  /** Against all other ways to spend the bits, with values and levels as rows have them. */
  @ParameterizedTest
  @ValueSource(doubles = {0.9, 0.7, 0.5})
  void noExchangeOfTwoBitsLosesLess(double ratio) {
    double[] importance = new double[24];
    Arrays.setAll(importance, i -> Math.pow(ratio, i));
    double[] loss = new double[RowBits.MANY + 1];
    loss[0] = 1;
    for (int width = 1; width <= RowBits.MANY; width++) {
      loss[width] = loss(width);
    }

    for (BitSpread.Size size : BitSpread.sizes(importance)) {
      int[] widths = new int[importance.length];
      for (int i = 0; i < size.bits().each().size(); i++) {
        widths[i] = size.bits().each().get(i);
      }
      double found = lost(importance, widths, loss);
      for (int from = 0; from < widths.length; from++) {
        for (int to = 0; to < widths.length; to++) {
          int[] other = widths.clone();
          other[from]--;
          other[to]++;
          if (other[from] >= 0 && other[to] <= RowBits.MANY) {
            assertThat(lost(importance, other, loss)).isGreaterThan(found * 0.97);
          }
        }
      }
    }
  }

  private static double lost(double[] importance, int[] widths, double[] loss) {
    double lost = 0;
    for (int i = 0; i < widths.length; i++) {
      lost += importance[i] * loss[widths[i]];
    }
    return lost;
  }

  /** What rounding normally distributed values leaves of their mean square, at the best scale. */
  private static double loss(int width) {
    int samples = 4000;
    float[] row = new float[samples];
    Random random = new Random(width);
    for (int i = 0; i < samples; i++) {
      row[i] = (float) random.nextGaussian();
    }
    RowBits bits = RowBits.each(Collections.nCopies(samples, width));
    float[] rounded = new float[samples];
    QuantisedRows.of(row, bits, samples).copy(0, rounded, 0);
    double error = 0;
    double squares = 0;
    for (int i = 0; i < samples; i++) {
      error += (row[i] - rounded[i]) * (row[i] - rounded[i]);
      squares += row[i] * row[i];
    }
    return error / squares;
  }
}
