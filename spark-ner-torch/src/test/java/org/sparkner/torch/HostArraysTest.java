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

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;

class HostArraysTest {
  private static final TorchDevice DEVICE = TorchDevice.of("cpu");

  @Test
  void floatsComeBackAsTheyWentRowByRow() {
    float[] back = new float[8];
    try (PointerScope scope = new PointerScope()) {
      Tensor tensor = HostArrays.toDevice(new float[] {1, 2, 3, 4, 5, 6}, DEVICE, 2, 3);
      HostArrays.toHost(tensor.t(), back, 2);
    }
    assertThat(back).containsExactly(0, 0, 1, 4, 2, 5, 3, 6);
  }

  @Test
  void wholeNumbersIndexRows() {
    float[] back = new float[2];
    try (PointerScope scope = new PointerScope()) {
      Tensor rows = HostArrays.toDevice(new float[] {1, 2, 3}, DEVICE, 3, 1);
      Tensor places = HostArrays.toDevice(new long[] {2, 0}, DEVICE, 2);
      HostArrays.toHost(rows.index_select(0, places), back, 0);
    }
    assertThat(back).containsExactly(3, 1);
  }

  @Test
  void anotherCountOfValuesThanTheShapeHasIsAnError() {
    assertThatThrownBy(() -> HostArrays.toDevice(new float[5], DEVICE, 2, 3))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
