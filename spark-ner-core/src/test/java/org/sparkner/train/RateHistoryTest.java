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

package org.sparkner.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RateHistoryTest {
  private static final double MOMENTUM = 0.9;

  private final RateHistory history = new RateHistory();
  private final double[] rates = new double[1000];

  /** Rates that stay for none to four steps each. */
  private void fill() {
    Random random = new Random(3);
    history.begin(0.5);
    double rate = 0.5;
    for (int step = 0; step < rates.length; step++) {
      if (random.nextInt(3) == 0) {
        rate = random.nextDouble();
        history.add(step, rate);
      }
      rates[step] = rate;
    }
  }

  private double summed(int first, int steps) {
    double sum = 0;
    for (int j = 1; j <= steps; j++) {
      sum += rates[first + j - 1] * Math.pow(MOMENTUM, j);
    }
    return sum;
  }

  @Test
  void aVelocityCarriesByTheRateOfEachStep() {
    fill();

    for (int first = 0; first < 900; first += 7) {
      for (int steps : new int[] {1, 2, 5, 30, rates.length - first}) {
        assertThat(history.carried(first, steps, MOMENTUM))
            .as("%d steps from %d", steps, first)
            .isCloseTo(summed(first, steps), within(1e-10));
      }
    }
  }

  @Test
  void oneRateIsAGeometricSeries() {
    history.begin(0.25);

    assertThat(history.carried(17, 3, 0.5)).isEqualTo(0.25 * (0.5 + 0.25 + 0.125));
    assertThat(history.carried(17, 3, 0)).isZero();
  }

  @Test
  void theLastOfTwoRatesOfAStepHolds() {
    history.begin(1);
    history.add(4, 2);
    history.add(4, 3);

    assertThat(history.last()).isEqualTo(3);
    assertThat(history.carried(3, 2, 0.5)).isEqualTo(1 * 0.5 + 3 * 0.25);
  }

  @Test
  void whatIsWrittenIsReadAgain() throws IOException {
    fill();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    history.write(new DataOutputStream(bytes));
    RateHistory read = new RateHistory();
    read.begin(7);
    read.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));

    RateHistory taken = new RateHistory();
    taken.take(history.changes());

    assertThat(taken.last()).isEqualTo(history.last());
    assertThat(taken.carried(100, 300, MOMENTUM)).isEqualTo(history.carried(100, 300, MOMENTUM));
    assertThat(read.last()).isEqualTo(history.last());
    assertThat(read.carried(100, 300, MOMENTUM)).isEqualTo(history.carried(100, 300, MOMENTUM));
  }
}
