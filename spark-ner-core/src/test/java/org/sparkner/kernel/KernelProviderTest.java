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

package org.sparkner.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.sparkner.error.UsageException;

class KernelProviderTest {
  @Test
  void vectorsAreTakenWhereTheyAre() {
    Kernels expected = VectorKernels.isWorthwhile() ? new VectorKernels() : KernelProvider.plain();
    assertThat(KernelProvider.choose("", true)).hasSameClassAs(expected);
    assertThat(KernelProvider.choose("vector", true)).isInstanceOf(VectorKernels.class);
  }

  @Test
  void plainIsTakenWhereTheModuleIsMissingOrOnRequest() {
    assertThat(KernelProvider.choose("", false)).isInstanceOf(PlainKernels.class);
    assertThat(KernelProvider.choose("plain", true)).isInstanceOf(PlainKernels.class);
  }

  @Test
  void aRequestThatCannotBeMetNamesTheFlag() {
    assertThatThrownBy(() -> KernelProvider.choose("vector", false))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("--add-modules=jdk.incubator.vector");
    assertThatThrownBy(() -> KernelProvider.choose("fast", true))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("plain, vector or onednn, found fast");
  }

  @Test
  void theChoiceIsMadeOnce() {
    assertThat(KernelProvider.best()).isSameAs(KernelProvider.best());
  }
}
