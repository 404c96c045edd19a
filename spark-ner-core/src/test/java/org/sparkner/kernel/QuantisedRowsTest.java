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

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantisedRowsTest {
  private static final int ROWS = 50;

  @ParameterizedTest
  @CsvSource({"8, 127, 10", "8, 127, 7", "4, 7, 10", "4, 7, 7", "4, 7, 1"})
  void everyValueIsOffByHalfAStepAtMost(int bits, int steps, int dimension) {
    float[] table = table(dimension);

    QuantisedRows rows = QuantisedRows.of(table, bits, dimension);

    float[] row = new float[dimension + 2];
    for (int r = 0; r < ROWS; r++) {
      rows.copy(r, row, 1);
      float largest = 0;
      for (int i = 0; i < dimension; i++) {
        largest = Math.max(largest, Math.abs(table[r * dimension + i]));
      }
      for (int i = 0; i < dimension; i++) {
        assertThat(row[1 + i])
            .isCloseTo(table[r * dimension + i], Offset.offset(largest / steps * 0.5001f));
      }
      assertThat(row[0]).isZero();
      assertThat(row[dimension + 1]).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 8})
  void roundingWhatWasRoundedChangesNothing(int bits) {
    int dimension = 6;
    QuantisedRows once = QuantisedRows.of(table(dimension), bits, dimension);
    float[] values = new float[ROWS * dimension];
    for (int r = 0; r < ROWS; r++) {
      once.copy(r, values, r * dimension);
    }

    QuantisedRows twice = QuantisedRows.of(values, bits, dimension);

    assertThat(twice.bytes()).isEqualTo(once.bytes());
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 8})
  void aRowOfZerosStaysOne(int bits) {
    QuantisedRows rows = QuantisedRows.of(new float[] {0, 0, 0, 1, -1, 0.5f}, bits, 3);
    float[] sum = {5, 6, 7};

    rows.add(0, 3, sum, 0);
    assertThat(sum).containsExactly(5, 6, 7);

    rows.add(1, 2, sum, 0);
    assertThat(sum[0]).isEqualTo(7);
    assertThat(sum[1]).isEqualTo(4);
  }

  /** Rows of very different sizes. */
  private static float[] table(int dimension) {
    Random random = new Random(1);
    float[] table = new float[ROWS * dimension];
    for (int i = 0; i < table.length; i++) {
      table[i] = (float) (random.nextGaussian() * Math.pow(10, i / dimension % 7 - 3));
    }
    return table;
  }
}
