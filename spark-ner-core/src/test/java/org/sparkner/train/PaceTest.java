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

import org.junit.jupiter.api.Test;

class PaceTest {
  @Test
  void ofAResumedRunCountsWhatWasDoneSince() {
    Pace resumed = new Pace(1.4, 9_000);

    assertThat(resumed.secondsFor(2.5, 1.5, 9_060)).isCloseTo(1_500, within(1e-6));
  }

  @Test
  void fromTheBeginningCountsAll() {
    assertThat(Pace.FROM_THE_BEGINNING.secondsFor(3, 1, 60)).isEqualTo(180);
  }

  @Test
  void beforeTheFirstStepIsThatOfTheRun() {
    assertThat(new Pace(2, 100).secondsFor(3, 2, 100)).isEqualTo(150);
  }
}
