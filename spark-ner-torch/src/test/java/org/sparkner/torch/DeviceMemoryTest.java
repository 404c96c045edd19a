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

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparkner.error.UsageException;

class DeviceMemoryTest {
  private static RuntimeException refusal(RuntimeException failure) {
    return DeviceMemory.refusal(failure, new TorchDevice("cuda:1"), "a batch", "make it smaller");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CUDA out of memory. Tried to allocate 2.00 GiB. GPU 0 has a total capacity of 15.77 GiB.",
        "CUDA error: out of memory",
        "CUDA error: CUBLAS_STATUS_ALLOC_FAILED when calling `cublasCreate(handle)`",
        "[enforce fail at alloc_cpu.cpp:127] err == 0. DefaultCPUAllocator: can't allocate memory:"
            + " you tried to allocate 400000000000 bytes."
      })
  void fullMemoryIsKnownByItsTextAndRefusedInOneLine(String said) {
    RuntimeException failure = new RuntimeException(said + "\nException raised from malloc at");

    assertThat(DeviceMemory.isExhausted(failure)).isTrue();
    assertThat(refusal(failure))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "Device cuda:1 has not memory enough for a batch ("
                + said
                + "): make it smaller, or free memory on it, which other processes may hold (see"
                + " nvidia-smi).");
  }

  @Test
  void anotherFailureStaysWhatItIs() {
    RuntimeException failure = new IllegalStateException();

    assertThat(DeviceMemory.isExhausted(failure)).isFalse();
    assertThat(refusal(failure)).isSameAs(failure);
  }
}
