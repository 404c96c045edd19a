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

package org.sparkner.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.spark.ml.param.ParamMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.sparkner.error.UsageException;

class ParamRuleTest {
  private final NerTagger stage = new NerTagger();

  private static void refused(ThrowingCallable setter, String message) {
    assertThatThrownBy(setter)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message)
        .cause()
        .isInstanceOf(UsageException.class)
        .hasMessage(message);
  }

  @Test
  void aWrongChoiceIsToldTheRightOnes() {
    refused(
        () -> stage.setScheme("bioes"),
        "scheme given invalid value bioes; wanted one of IOB1, IOB2, BIOES; did you mean BIOES?");
    refused(
        () -> stage.setPrecision("fp64"),
        "precision given invalid value fp64; wanted one of auto, f32, int8");
    refused(
        () -> stage.setAlgorithm("nueral"),
        "algorithm given invalid value nueral; wanted one of neural, hmm, memm, crf; did you mean"
            + " neural?");
    refused(
        () -> new EntityEvaluator().setMetricName("F1"),
        "metricName given invalid value F1; wanted one of f1, precision, recall, accuracy; did you"
            + " mean f1?");
  }

  @Test
  void aNumberOutOfRangeIsToldTheRange() {
    refused(() -> stage.setHidden(0), "hidden given invalid value 0; wanted a whole number >= 1");
    refused(
        () -> stage.setVectorChannels(3),
        "vectorChannels given invalid value 3; wanted a whole number from 1 to 2");
    refused(
        () -> stage.setWindowWidth(4),
        "windowWidth given invalid value 4; wanted an odd whole number >= 1");
    refused(
        () -> stage.setDropout(1),
        "dropout given invalid value 1.0; wanted a number from 0 to below 1");
    for (double value : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      refused(
          () -> stage.setLearningRate(value),
          "learningRate given invalid value " + value + "; wanted a number > 0.0");
    }
    refused(
        () -> stage.setTimeLimitSeconds(-1),
        "timeLimitSeconds given invalid value -1.0; wanted a number >= 0");
    refused(
        () -> stage.setCharacterWidths("3,4"),
        "characterWidths given invalid value 3,4; wanted odd numbers, each another, separated by"
            + " commas");
    refused(
        () -> new ParamMap().put(stage.epochs().w(0)),
        "epochs given invalid value 0; wanted a whole number >= 1");
    assertThat(List.of(stage.params())).noneMatch(stage::isSet);
  }

  @Test
  void rightValuesAreTaken() {
    stage.setDropout(0).setLearningRate(1e-9).setWindowWidth(7).setScheme("IOB1").setHidden(1);
    stage.setCharacterWidths("3,5");

    assertThat(stage.getDropout()).isZero();
    assertThat(stage.getScheme()).isEqualTo("IOB1");
  }
}
