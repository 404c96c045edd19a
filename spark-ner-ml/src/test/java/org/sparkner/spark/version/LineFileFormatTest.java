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

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineFileFormatTest {
  @ParameterizedTest
  @ValueSource(strings = {"inferSchema", "buildReader"})
  void hasTheMethodsThatEitherSparkCalls(String name) {
    for (Class<?> sequence :
        List.of(scala.collection.Seq.class, scala.collection.immutable.Seq.class)) {
      assertThat(LineFileFormat.class.getMethods())
          .as("%s", sequence)
          .filteredOn(method -> method.getName().equals(name))
          .anyMatch(method -> Arrays.asList(method.getParameterTypes()).contains(sequence));
    }
  }
}
