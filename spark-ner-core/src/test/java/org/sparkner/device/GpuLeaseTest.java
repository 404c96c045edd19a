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

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.sparkner.error.UsageException;

class GpuLeaseTest {
  @Test
  void twoWorkersDoNotShareAGpuAndTheSecondIsToldWhatToDo() {
    Device gpu = new Device(5);
    try (GpuLease first = GpuLease.take(gpu);
        GpuLease other = GpuLease.take(new Device(6))) {
      assertThatThrownBy(() -> GpuLease.take(gpu))
          .isInstanceOf(UsageException.class)
          .hasMessageStartingWith("GPU 5 is taken by another worker of this process")
          .hasMessageContaining("spark.task.resource.gpu.amount = 1");
    }
    assertThatNoException().isThrownBy(() -> GpuLease.take(gpu).close());
  }

  @Test
  void theProcessorIsEverybodys() {
    try (GpuLease first = GpuLease.take(Device.CPU)) {
      assertThatNoException().isThrownBy(() -> GpuLease.take(Device.CPU).close());
    }
  }
}
