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

import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantisedRowsTest {
  private static final int ROWS = 50;

  @ParameterizedTest
  @CsvSource({"8, 127, 10", "8, 127, 7", "4, 7, 10", "4, 7, 7", "4, 7, 1"})
  void everyValueIsOffByHalfAStepAtMost(int bits, int steps, int dimension) {
    float[] table = table(dimension);

    QuantisedRows rows = QuantisedRows.of(table, RowBits.equal(bits), dimension);

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
    QuantisedRows once = QuantisedRows.of(table(dimension), RowBits.equal(bits), dimension);
    float[] values = new float[ROWS * dimension];
    for (int r = 0; r < ROWS; r++) {
      once.copy(r, values, r * dimension);
    }

    QuantisedRows twice = QuantisedRows.of(values, RowBits.equal(bits), dimension);

    assertThat(twice.bytes()).isEqualTo(once.bytes());
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 8})
  void aRowOfZerosStaysOne(int bits) {
    QuantisedRows rows =
        QuantisedRows.of(new float[] {0, 0, 0, 1, -1, 0.5f}, RowBits.equal(bits), 3);
    float[] sum = {5, 6, 7};

    rows.add(0, 3, sum, 0);
    assertThat(sum).containsExactly(5, 6, 7);

    rows.add(1, 2, sum, 0);
    assertThat(sum[0]).isEqualTo(7);
    assertThat(sum[1]).isEqualTo(4);
  }

  @Test
  void valuesOfOwnBitsAreHalvesOfTheScale() {
    RowBits bits = RowBits.each(List.of(8, 5, 3, 3, 1, 1));
    float[] levels = {-127.5f, 15.5f, -3.5f, 0.5f, -0.5f, 0.5f};
    float[] table = new float[levels.length * 2];
    for (int i = 0; i < levels.length; i++) {
      table[i] = levels[i] * 2;
      table[levels.length + i] = levels[i] * 0.25f;
    }

    QuantisedRows rows = QuantisedRows.of(table, bits, levels.length);

    assertThat(rows.bytes()).hasSize(2 * 3);
    assertThat(rows.scales()).containsExactly(2, 0.25f);
    float[] read = new float[table.length];
    rows.copy(0, read, 0);
    rows.copy(1, read, levels.length);
    assertThat(read).containsExactly(table);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7})
  void theScaleOfOwnBitsIsTheOneOfTheSmallestError(int seed) {
    RowBits bits = RowBits.each(List.of(7, 6, 4, 4, 3, 2, 2, 1, 1, 1));
    int dimension = bits.each().size();
    Random random = new Random(seed);
    float[] row = new float[dimension];
    for (int i = 0; i < dimension; i++) {
      row[i] = (float) (random.nextGaussian() * (1 << bits.each().get(i)));
    }

    QuantisedRows rows = QuantisedRows.of(row, bits, dimension);

    float[] read = new float[dimension];
    rows.copy(0, read, 0);
    double found = 0;
    for (int i = 0; i < dimension; i++) {
      found += (row[i] - read[i]) * (row[i] - read[i]);
    }
    double least = Double.POSITIVE_INFINITY;
    for (double scale = 0.05; scale < 20; scale *= 1.02) {
      double error = 0;
      for (int i = 0; i < dimension; i++) {
        double most = (1 << bits.each().get(i) - 1) - 0.5;
        double level = Math.floor(row[i] / scale) + 0.5;
        double nearest = Math.max(-most, Math.min(most, level)) * scale;
        error += (row[i] - nearest) * (row[i] - nearest);
      }
      least = Math.min(least, error);
    }
    assertThat(found).isLessThanOrEqualTo(least * 1.25);
  }

  @Test
  void aRowOfZerosStaysOneWithOwnBits() {
    QuantisedRows rows = QuantisedRows.of(new float[3], RowBits.each(List.of(3, 1, 1)), 3);
    float[] sum = {5, 6, 7};

    rows.add(0, 3, sum, 0);

    assertThat(sum).containsExactly(5, 6, 7);
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
