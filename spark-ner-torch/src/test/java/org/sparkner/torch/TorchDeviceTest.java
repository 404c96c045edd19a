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

package org.sparkner.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparkner.error.UsageException;

class TorchDeviceTest {

  /** A machine on which computing fails with a message, or not. */
  private record Machine(boolean builtForGpus, int gpus, String failure)
      implements TorchDevice.Machine {
    @Override
    public void attempt(String device) {
      if (failure != null) {
        throw new IllegalStateException(failure);
      }
    }
  }

  @Test
  void theProcessorOfThisMachineComputes() {
    assertThat(TorchDevice.of("cpu").isGpu()).isFalse();
  }

  @Test
  void aGpuThatComputesIsTaken() {
    assertThat(TorchDevice.of("cuda:1", new Machine(true, 2, null)))
        .isEqualTo(new TorchDevice("cuda:1"))
        .matches(TorchDevice::isGpu);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gpu", "cuda", "cuda:x", "CPU", ""})
  void anotherNameIsRefused(String name) {
    assertThatThrownBy(() -> TorchDevice.of(name, new Machine(true, 2, null)))
        .isInstanceOf(UsageException.class)
        .hasMessage("Device " + name + " is not known: expected cpu, or cuda:N such as cuda:0.");
  }

  @Test
  void aGpuIsRefusedByThisBuildForProcessors() {
    assertThatThrownBy(() -> TorchDevice.of("cuda:0"))
        .isInstanceOf(UsageException.class)
        .hasMessageContainingAll("cuda:0", "the build for processors", "--torch=cuda");
  }

  @ParameterizedTest
  @CsvSource({
    "cuda:0, 0, CUDA shows no GPU: this build of libtorch needs an NVIDIA driver for CUDA 13",
    "cuda:1, 1, 'CUDA shows 1 GPU, counted from cuda:0'",
    "cuda:7, 2, 'CUDA shows 2 GPUs, counted from cuda:0'"
  })
  void aGpuThatIsNotThereIsRefused(String name, int gpus, String reason) {
    assertThatThrownBy(() -> TorchDevice.of(name, new Machine(true, gpus, null)))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("Device " + name + " is asked for, but " + reason);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CUDA error: no kernel image is available for execution on the device.",
        "CUDA out of memory. Tried to allocate 2.00 MiB."
      })
  void aGpuThatCannotComputeIsRefusedWithItsReasonInOneLine(String reason) {
    assertThatThrownBy(
            () -> TorchDevice.of("cuda:0", new Machine(true, 1, reason + "\nException raised")))
        .isInstanceOf(UsageException.class)
        .hasMessage("Device cuda:0 cannot be used: " + reason + " Use another one, or cpu.");
  }

  @ParameterizedTest
  @CsvSource({", 1", "2, 2", "' 3 ', 3", "0, 1", "many, 1", "'4,2', 1"})
  void threadsAreThoseOfTheEnvironmentOrOne(String setting, int threads) {
    assertThat(TorchLibrary.threads(setting)).isEqualTo(threads);
  }
}
