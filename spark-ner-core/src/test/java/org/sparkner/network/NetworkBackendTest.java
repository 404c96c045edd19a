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

package org.sparkner.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.sparkner.device.Device;
import org.sparkner.error.UsageException;

class NetworkBackendTest {
  @Test
  void theBackendOfTheCoreIsAlwaysThere() {
    assertThat(NetworkBackend.named("java").name()).isEqualTo("java");
  }

  @Test
  void aBackendThatIsNotOnTheClassPathIsNamedWithWhatToAdd() {
    assertThatThrownBy(() -> NetworkBackend.named("torch"))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "The training backend torch is not on the class path; run bin/spark-ner with --torch, add"
                + " org.sparkner:spark-ner-torch to a program, or train with the backend java.");
  }

  @Test
  void theBackendOfTheCoreRefusesAGpuThatItsBuildCannotUse() {
    assertThatThrownBy(() -> NetworkBackend.named("java").use(new Device(0)))
        .isInstanceOf(UsageException.class)
        .hasMessageContainingAll("nd4j-native", "backend torch");
  }
}
