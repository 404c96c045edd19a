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

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ConfidenceCurveTest {
  @Test
  void eachPointCountsThePredictionsOfItsConfidenceOrMore() {
    Random random = new Random(1);
    int gold = 700;
    double[] confidences = new double[500];
    boolean[] right = new boolean[500];
    ConfidenceCurve.Builder builder = new ConfidenceCurve.Builder();
    for (int i = 0; i < confidences.length; i++) {
      confidences[i] = random.nextInt(90) / 100.0 + 0.004;
      right[i] = random.nextDouble() < confidences[i];
      builder.add(confidences[i], right[i]);
    }
    ConfidenceCurve curve = builder.build(gold);

    assertThat(curve.points()).hasSize(90);
    for (ConfidenceCurve.Point point : curve.points()) {
      long predicted = 0;
      long correct = 0;
      for (int i = 0; i < confidences.length; i++) {
        predicted += confidences[i] >= point.confidence() ? 1 : 0;
        correct += confidences[i] >= point.confidence() && right[i] ? 1 : 0;
      }
      assertThat(point.counts()).isEqualTo(new Counts(gold, predicted, correct));
    }
    assertThat(curve.points()).allMatch(point -> point.counts().f1() <= curve.best().counts().f1());
  }

  @Test
  void theBestPointIsTheFirstOfThoseThatAreAsGood() {
    Counts good = new Counts(4, 2, 2);
    ConfidenceCurve curve =
        new ConfidenceCurve(
            List.of(
                new ConfidenceCurve.Point(0.1, new Counts(4, 4, 1)),
                new ConfidenceCurve.Point(0.4, good),
                new ConfidenceCurve.Point(0.8, good)));

    assertThat(curve.best().confidence()).isEqualTo(0.4);
  }

  @Test
  void isAListOfRoundedShares() {
    ConfidenceCurve curve =
        new ConfidenceCurve(List.of(new ConfidenceCurve.Point(0.25, new Counts(7, 3, 2))));

    assertThat(curve.toList())
        .containsExactly(
            Map.of(
                "confidence",
                0.25,
                "precision",
                0.6667,
                "recall",
                0.2857,
                "f1",
                0.4,
                "predicted",
                3L));
  }

  @Test
  void withoutPredictionsThereIsNoPoint() {
    ConfidenceCurve curve = new ConfidenceCurve.Builder().build(3);

    assertThat(curve.points()).isEmpty();
    assertThat(curve.best()).isNull();
  }
}
