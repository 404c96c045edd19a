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

package org.sparkner.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;

class BootstrapTest {
  @Test
  void isAsWideAsTheBinomialDistributionSays() {
    // A gold and a predicted span a sentence: F1 is the share of right sentences.
    Map<Counts, Long> sentences = Map.of(new Counts(1, 1, 1), 800L, new Counts(1, 1, 0), 200L);
    double deviation = Math.sqrt(0.8 * 0.2 / 1000);

    Interval interval = new Bootstrap(sentences).f1Interval(4000, 1);

    assertThat(interval.low()).isCloseTo(0.8 - 1.96 * deviation, within(0.003));
    assertThat(interval.high()).isCloseTo(0.8 + 1.96 * deviation, within(0.003));
    assertThat(interval.radius()).isCloseTo(1.96 * deviation, within(0.002));
  }

  @Test
  void isAPointWhereAllSentencesAreAlike() {
    assertThat(new Bootstrap(Map.of(new Counts(2, 2, 2), 10L)).f1Interval(100, 1))
        .isEqualTo(new Interval(1, 1));
  }

  @Test
  void isZeroWithoutSentences() {
    assertThat(new Bootstrap(Map.of()).f1Interval(100, 1)).isEqualTo(new Interval(0, 0));
  }

  @Test
  void wantsAtLeastOneResample() {
    assertThatThrownBy(() -> new Bootstrap(Map.of()).f1Interval(0, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("found 0");
  }
}
