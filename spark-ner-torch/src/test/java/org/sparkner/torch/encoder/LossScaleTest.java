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

package org.sparkner.torch.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.sparkner.error.UsageException;

class LossScaleTest {
  @Test
  void inHalfPrecisionTheFactorIsHalvedAndTheStepCounted() {
    LossScale scale = new LossScale(Precision.HALF);
    double first = scale.factor();

    scale.onOverflow();
    scale.onFinite();
    scale.onOverflow();

    assertThat(scale.factor()).isEqualTo(first / 4);
    assertThat(scale.skipped()).isEqualTo(2);
  }

  @Test
  void inSinglePrecisionTheStepIsCountedAndTheFactorStays() {
    LossScale scale = new LossScale(Precision.SINGLE);

    scale.onOverflow();

    assertThat(scale.factor()).isEqualTo(1);
    assertThat(scale.skipped()).isEqualTo(1);
  }

  @Test
  void twentyInARowEndTheTrainingAndFewerDoNot() {
    LossScale scale = new LossScale(Precision.HALF);
    for (int i = 0; i < 19; i++) {
      scale.onOverflow();
    }
    scale.onFinite();
    for (int i = 0; i < 19; i++) {
      scale.onOverflow();
    }

    assertThatThrownBy(scale::onOverflow)
        .isInstanceOf(UsageException.class)
        .hasMessageContainingAll("not finite in 20 steps in a row", "lower its learning rate");
    assertThat(scale.skipped()).isEqualTo(39);
  }
}
