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
import org.sparkner.option.TrainingOption;

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
        "scheme needs one of IOB1, IOB2, BIOES, found bioes; did you mean BIOES?");
    refused(() -> stage.setPrecision("fp64"), "precision needs one of auto, f32, int8, found fp64");
    refused(
        () -> stage.setAlgorithm("nueral"),
        "algorithm needs one of neural, hmm, memm, crf, found nueral; did you mean" + " neural?");
    refused(
        () -> new EntityEvaluator().setMetricName("F1"),
        "metricName needs one of f1, precision, recall, accuracy, found F1; did you" + " mean f1?");
  }

  @Test
  void aNumberOutOfRangeIsToldTheRange() {
    refused(() -> stage.setHidden(0), "hidden needs a whole number from 1 to 16384, found 0");
    refused(
        () -> stage.setVectorChannels(3),
        "vectorChannels needs a whole number from 1 to 2, found 3");
    refused(
        () -> stage.setWindowWidth(4),
        "windowWidth needs an odd whole number from 1 to 16384, found 4");
    refused(() -> stage.setDropout(1), "dropout needs a number from 0 to below 1, found 1");
    for (double value : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      refused(
          () -> stage.setLearningRate(value),
          "learningRate needs a number above 0, found "
              + TrainingOption.LEARNING_RATE.kind().text(value));
    }
    refused(
        () -> stage.setTimeLimit("90"), "timeLimit needs a time such as 90s, 15m or 2h, found 90");
    refused(
        () -> stage.setCharacterWidths("3,4"),
        "characterWidths needs odd, different numbers separated by commas, found 3,4");
    refused(
        () -> new ParamMap().put(stage.epochs().w(0)),
        "epochs needs a whole number of at least 1, found 0");
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
