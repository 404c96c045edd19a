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

package org.sparkner.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TrainingSummaryTest {
  private static TrainingSummary summary(Map<String, Double> metrics) {
    return new TrainingSummary("sv", "IOB2", 3, 40, "abc", -5, 2, metrics);
  }

  @Test
  void nothingWasFoundWhereNoEntityOfTheValidationDataWasRight() {
    assertThat(summary(Map.of("valid_f1", 0.0)).foundNothing()).isTrue();
    assertThat(summary(Map.of("valid_f1", 0.1)).foundNothing()).isFalse();
  }

  @Test
  void withoutValidationDataItIsNotSaidThatNothingWasFound() {
    assertThat(summary(Map.of()).foundNothing()).isFalse();
    assertThat(summary(Map.of("train_f1", 0.0)).foundNothing()).isFalse();
    assertThat(summary(Map.of("valid_f1", Double.NaN)).foundNothing()).isFalse();
  }

  @Test
  void otherScoresChangeNothingElse() {
    Map<String, Double> scores = Map.of("valid_f1", 12.5);

    assertThat(summary(Map.of("loss", 1.0)).withMetrics(scores)).isEqualTo(summary(scores));
  }
}
