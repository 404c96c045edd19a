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

package org.sparkner.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AdaptiveGradientTest {
  @Test
  void firstStepsAreOfOneSizeWhateverTheGradients() {
    AdaptiveGradient optimiser = new AdaptiveGradient(2, 0.1);

    optimiser.step(0, new double[] {1000, -10});

    assertThat(optimiser.parameters()[0]).isCloseTo(-0.1, within(1e-4));
    assertThat(optimiser.parameters()[1]).isCloseTo(0.1, within(1e-4));
  }

  /** (x − 3)² / 2 + λ/2·x² is least at 3 / (1 + λ). */
  @Test
  void findsTheMinimumOfLossAndPenalty() {
    AdaptiveGradient optimiser = new AdaptiveGradient(1, 0.1);

    for (int i = 0; i < 20_000; i++) {
      optimiser.step(0, optimiser.parameters()[0] - 3);
      optimiser.shrink(0.5);
    }

    assertThat(optimiser.parameters()[0]).isCloseTo(2, within(1e-3));
  }

  @Test
  void withoutGradientAParameterStaysWhereItIs() {
    AdaptiveGradient optimiser = new AdaptiveGradient(2, 0.1);

    optimiser.step(0, new double[] {1, 0});

    assertThat(optimiser.parameters()[1]).isZero();
  }
}
