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

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ScoresTest {
  private static final Counts PER = new Counts(8, 4, 3);
  private static final Counts LOC = new Counts(2, 6, 2);
  private static final Counts ORG = new Counts(0, 1, 0);

  private final Scores scores =
      new Scores(
          5,
          40,
          30,
          PER.plus(LOC).plus(ORG),
          new TreeMap<>(Map.of("PER", PER, "LOC", LOC, "ORG", ORG)));

  @Test
  void sharesAreOfTheirDefinitions() {
    assertThat(PER.precision()).isEqualTo(0.75);
    assertThat(PER.recall()).isEqualTo(0.375);
    assertThat(PER.f1())
        .isCloseTo(2 * PER.precision() * PER.recall() / (0.75 + 0.375), within(1e-12));
    assertThat(scores.precision()).isCloseTo(5.0 / 11, within(1e-12));
    assertThat(scores.recall()).isEqualTo(0.5);
    assertThat(scores.f1()).isCloseTo(10.0 / 21, within(1e-12));
    assertThat(scores.accuracy()).isEqualTo(0.75);
    assertThat(scores.macroF1()).isCloseTo((0.5 + 0.5 + 0) / 3, within(1e-12));
  }

  @Test
  void nothingHasSharesOfZero() {
    assertThat(Counts.NONE.precision()).isZero();
    assertThat(Counts.NONE.recall()).isZero();
    assertThat(Counts.NONE.f1()).isZero();
    Scores none = new Scores(0, 0, 0, Counts.NONE, new TreeMap<>());
    assertThat(none.accuracy()).isZero();
    assertThat(none.macroF1()).isZero();
  }

  @Test
  void whatAModelCannotFindIsCountedByTheTypesThatTheGoldDataHave() {
    assertThat(scores.goldSpansOutside(List.of("LOC"))).isEqualTo(Map.of("PER", 8L));
    assertThat(scores.goldSpansOutside(List.of("LOC", "PER"))).isEmpty();
  }

  @Test
  void moreCannotBeRightThanThereAre() {
    assertThatThrownBy(() -> new Counts(3, 2, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("gold 3, predicted 2, correct 3");
    assertThatThrownBy(() -> new Counts(2, 3, -1)).isInstanceOf(IllegalArgumentException.class);
  }
}
