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

package org.sparkner.spark.version;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sparkner.error.UsageException;

class SparkVersionTest {
  @Test
  void theSparkThatTheTestsRunOnIsTheOneItIsBuiltFor() {
    assertThatCode(SparkVersion::require).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({"3.5.0, 2.12.18", "3.5.7, 2.12.20", "3.5.1-amzn-0, 2.12.17", "3.5, 2.12"})
  void everySpark35WithScala212Does(String spark, String scala) {
    assertThatCode(() -> SparkVersion.require(spark, scala)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "4.0.1, 2.13.16",
    "3.5.7, 2.13.8",
    "3.4.1, 2.12.17",
    "3.50.0, 2.12.18",
    "4.1.0-preview1, 2.13.16"
  })
  void anotherIsRefusedInOneLineThatNamesBoth(String spark, String scala) {
    assertThatThrownBy(() -> SparkVersion.require(spark, scala))
        .isInstanceOf(UsageException.class)
        .hasMessageContainingAll("found Spark " + spark + " with Scala " + scala, "Spark 3.5")
        .hasMessageNotContaining("\n");
  }
}
