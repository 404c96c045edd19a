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
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReliabilityTest {
  private final Reliability.Builder builder = new Reliability.Builder();

  @Test
  void errorIsTheDistanceOfConfidenceAndAccuracyWeighedByTheBins() {
    builder.add(0.95, true);
    builder.add(0.95, true);
    builder.add(0.91, false);
    builder.add(0.25, false);

    Reliability reliability = builder.build();

    assertThat(reliability.predictions()).isEqualTo(4);
    assertThat(reliability.right()).isEqualTo(2);
    Reliability.Bin last = reliability.bins().get(9);
    assertThat(last.predictions()).isEqualTo(3);
    assertThat(last.confidence()).isCloseTo((0.95 + 0.95 + 0.91) / 3, within(1e-12));
    assertThat(last.accuracy()).isCloseTo(2.0 / 3, within(1e-12));
    double ofLast = (0.95 + 0.95 + 0.91) / 3 - 2.0 / 3;
    assertThat(reliability.expectedCalibrationError())
        .isCloseTo(3.0 / 4 * ofLast + 1.0 / 4 * 0.25, within(1e-12));
  }

  @Test
  void logLossIsTheMeanSurprise() {
    builder.add(0.8, true);
    builder.add(0.4, false);

    assertThat(builder.build().logLoss())
        .isCloseTo(-(Math.log(0.8) + Math.log(0.6)) / 2, within(1e-12));
  }

  @Test
  void certaintyBelongsToTheLastBinAndCostsAFiniteLossWhereItIsWrong() {
    builder.add(1, false);
    builder.add(0, true);

    Reliability reliability = builder.build();

    assertThat(reliability.bins().get(9).predictions()).isEqualTo(1);
    assertThat(reliability.bins().get(0).predictions()).isEqualTo(1);
    assertThat(reliability.logLoss()).isBetween(20.0, 21.0);
    assertThat(reliability.expectedCalibrationError()).isEqualTo(1);
  }

  @Test
  void nothingHasNoError() {
    assertThat(builder.build().predictions()).isZero();
    assertThat(builder.build().expectedCalibrationError()).isZero();
    assertThat(builder.build().logLoss()).isZero();
  }

  @Test
  void binsWithoutPredictionsStandInTheMiddleOfTheirRange() {
    builder.add(0.95, true);

    assertThat(builder.build().bins().get(3).confidence()).isCloseTo(0.35, within(1e-12));
    assertThat(builder.build().bins().get(3).accuracy()).isZero();
  }

  @Test
  void isToldInTableAndMap() {
    builder.add(0.75, true);
    builder.add(0.75, false);

    assertThat(builder.build().toMarkdown())
        .contains("calibration error 0.2500", "| 0.7 to 0.8 |     2 |            0.75 |   0.5 |")
        .doesNotContain("0.6 to 0.7");
    assertThat(builder.build().toMap()).containsEntry("expected_calibration_error", 0.25);
    assertThat((List<?>) builder.build().toMap().get("bins")).hasSize(Reliability.BINS);
  }
}
