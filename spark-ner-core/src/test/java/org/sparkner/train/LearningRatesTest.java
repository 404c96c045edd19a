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

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sparkner.option.TrainingOption;

class LearningRatesTest {
  private static final Recipe LINEAR =
      Recipe.DEFAULT
          .with()
          .epochs(4)
          .learningRate(0.001)
          .encoderLearningRate(5e-5)
          .learningRateSchedule(TrainingOption.LINEAR)
          .warmUpShare(0.1)
          .build();

  @Test
  void linearRisesOverItsShareOfTheStepsAndFallsToNothing() {
    LearningRates rates = new LearningRates(LINEAR, 1, 25);
    double[] all =
        IntStream.range(0, 100).mapToDouble(i -> rates.ofNetwork(i / 25, i % 25)).toArray();

    assertThat(all[0]).isCloseTo(0.001 / 11, within(1e-12));
    assertThat(all[10]).isEqualTo(0.001);
    assertThat(all[99]).isCloseTo(0.001 / 90, within(1e-12));
    for (int i = 1; i < 100; i++) {
      assertThat(all[i]).isPositive();
      assertThat(Math.signum(all[i] - all[i - 1])).isEqualTo(i <= 10 ? 1 : -1);
    }
    assertThat(rates.ofNetwork(4, 0)).as("after the last step").isZero();
  }

  @Test
  void theEncodersRateChangesInTheSameWayButNotWithTheWorkers() {
    LearningRates rates = new LearningRates(LINEAR, 3, 25);

    assertThat(rates.ofNetwork(2, 7)).isCloseTo(60 * rates.ofEncoder(2, 7), within(1e-12));
  }

  @Test
  void inverseChangesFromEpochToEpoch() {
    Recipe recipe = Recipe.DEFAULT.with().learningRateWarmUp(2).learningRateDecay(0.5).build();
    LearningRates rates = new LearningRates(recipe, 2, 25);

    assertThat(rates.ofNetwork(0, 3)).isEqualTo(0.03 / 3);
    assertThat(rates.ofNetwork(1, 24)).isCloseTo(0.03 / 1.5 * 2 / 3, within(1e-12));
    assertThat(rates.ofNetwork(2, 0)).isEqualTo(0.015);
    assertThat(rates.ofEncoder(2, 0)).isEqualTo(2.5e-5);
  }
}
