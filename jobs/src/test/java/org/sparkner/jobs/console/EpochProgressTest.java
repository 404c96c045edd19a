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

package org.sparkner.jobs.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.sparkner.train.TrainingListener;

class EpochProgressTest {
  @Test
  void tellsTheEpochItsShareAndTheTimeLeft() {
    EpochProgress progress =
        new EpochProgress(new TrainingListener.Progress(2, 500, 2000, 9000.4, 190), 8);

    assertThat(progress).hasToString("epoch 2 of 8 · 25 % · 9,000 tokens/s · 3 m 10 s left");
    assertThat(progress.share()).isCloseTo(1.25 / 8, within(1e-9));
  }

  @Test
  void anEpochWithoutTokensHasNotBegun() {
    assertThat(new EpochProgress(new TrainingListener.Progress(1, 0, 0, 0, 0), 1).share()).isZero();
  }
}
