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

package org.sparkner.train.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sparkner.error.UsageException;

class AveragingOptionsTest {

  @ParameterizedTest
  @CsvSource({
    "1,0.25,10",
    "2,0.25,8",
    "4,0.25,7",
    "8,0.25,6",
    "8,0.5,4",
    "8,0,10",
    "8,1,1",
    "100,1,1"
  })
  void batchOfAWorkerShrinksWithTheWorkers(int workers, double scaling, int batch) {
    assertThat(
            AveragingOptions.of(workers)
                .withRecipe(recipe -> recipe.withBatchScaling(scaling))
                .workerBatch(10))
        .isEqualTo(batch);
  }

  @Test
  void roundsGrowFromOneStepToTheirFullSize() {
    AveragingOptions averaging =
        AveragingOptions.of(2)
            .withRecipe(recipe -> recipe.withAveragingInterval(6).withAveragingWarmUp(10));

    assertThat(averaging.stepsOfRound(0)).isEqualTo(1);
    assertThat(averaging.stepsOfRound(10)).isEqualTo(2);
    assertThat(averaging.stepsOfRound(20)).isEqualTo(4);
    assertThat(averaging.stepsOfRound(30)).isEqualTo(6);
    assertThat(averaging.withRecipe(recipe -> recipe.withAveragingWarmUp(0)).stepsOfRound(0))
        .isEqualTo(6);
  }

  @ParameterizedTest
  @CsvSource({"1,128", "2,128", "3,56", "4,32", "8,16", "100000,16"})
  void fewWorkersMakeMoreStepsBetweenTwoAveragings(int workers, int interval) {
    assertThat(AveragingOptions.of(workers).interval()).isEqualTo(interval);
  }

  @Test
  void aNegativeIntervalIsRefused() {
    assertThatThrownBy(
            () -> AveragingOptions.of(2).withRecipe(recipe -> recipe.withAveragingInterval(-1)))
        .isInstanceOf(UsageException.class)
        .hasMessage("averagingInterval needs a whole number of at least 0, found -1");
  }

  @Test
  void aTrainingWithoutWorkersIsRefused() {
    assertThatThrownBy(() -> AveragingOptions.of(0))
        .isInstanceOf(UsageException.class)
        .hasMessage("numWorkers needs to be at least 1 to train on executors, found 0");
  }

  @Test
  void negativeScalingIsRefused() {
    assertThatThrownBy(
            () -> AveragingOptions.of(2).withRecipe(recipe -> recipe.withBatchScaling(-1)))
        .isInstanceOf(UsageException.class)
        .hasMessage("batchScaling needs a number of at least 0, found -1");
  }
}
