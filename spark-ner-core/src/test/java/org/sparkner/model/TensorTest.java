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

package org.sparkner.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TensorTest {
  @Test
  void hasAsManyValuesAsItsShape() {
    assertThat(new Tensor("a", new int[] {2, 3}, new float[6]).type()).isEqualTo(ElementType.F32);
    assertThatThrownBy(() -> new Tensor("a", new int[] {2, 3}, new float[5]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a of shape [2, 3] needs 6 values, found 5");
    assertThatThrownBy(() -> new ByteTensor("b", new int[] {4}, new byte[5]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("b of shape [4] needs 4 values, found 5");
  }

  @Test
  void floatsAreNotWrittenAsWholeNumbers() {
    assertThat(new Tensor("a", new int[] {1}, new float[1], ElementType.F16).type())
        .isEqualTo(ElementType.F16);
    assertThatThrownBy(() -> new Tensor("a", new int[] {1}, new float[1], ElementType.I8))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not written as I8");
  }

  @Test
  void theSizeOfAShapeIsTheProductOfItsDimensions() {
    assertThat(Tensor.size(new int[] {1 << 20, 1 << 20, 3})).isEqualTo(3L << 40);
    assertThat(Tensor.size(new int[] {5, 0})).isZero();
    assertThatThrownBy(() -> Tensor.size(new int[] {1 << 30, 1 << 30, 1 << 30}))
        .isInstanceOf(ArithmeticException.class);
  }
}
