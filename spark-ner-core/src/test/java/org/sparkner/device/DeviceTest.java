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

package org.sparkner.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparkner.error.UsageException;

class DeviceTest {
  @ParameterizedTest
  @CsvSource({
    "cpu, , cpu",
    "cpu, 3, cpu",
    "cuda, , cuda:0",
    "cuda, 3, cuda:3",
    "cuda, ' 2 ', cuda:2",
    "cuda:1, , cuda:1",
    "cuda:1, 3, cuda:1"
  })
  void cudaIsTheGpuThatIsGivenAndANumberIsThatGpu(String value, String address, String device) {
    assertThat(Device.of(value, address)).hasToString(device);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gpu", "cuda:", "cuda:x", "cuda:-1", "CPU", ""})
  void whatIsNoDeviceIsRefused(String value) {
    assertThatThrownBy(() -> Device.of(value, null))
        .isInstanceOf(UsageException.class)
        .hasMessage("trainingDevice needs cpu, cuda or cuda:N, found " + value);
  }

  @Test
  void anAddressThatIsNoNumberIsRefused() {
    assertThatThrownBy(() -> Device.of("cuda", "GPU-a1"))
        .isInstanceOf(UsageException.class)
        .hasMessageContainingAll("'GPU-a1'", "gpu-discovery.sh");
  }
}
