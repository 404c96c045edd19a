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

package org.sparkner.spark.training.dl4j;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sparkner.error.UsageException;
import org.sparkner.spark.training.DistributedTraining;

@Tag("lines")
class Dl4jAveragingTest {
  @Test
  void isRefusedInOneLineForItExistsForScala212Only() {
    assertThatThrownBy(() -> DistributedTraining.named("dl4j"))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "The worker runtime dl4j needs Spark 3.5, for dl4j-spark exists for Scala 2.12 only;"
                + " choose the worker runtime spark, which trains the same.");
  }
}
