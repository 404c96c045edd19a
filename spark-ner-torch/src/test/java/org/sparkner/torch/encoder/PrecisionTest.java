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

package org.sparkner.torch.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sparkner.torch.TorchDevice;

class PrecisionTest {
  @ParameterizedTest
  @CsvSource({
    "vendor_id : AuthenticAMD flags : avx512f avx512_bf16 avx512_vnni, BRAIN",
    "vendor_id : AuthenticAMD flags : avx2, SINGLE",
    "vendor_id : GenuineIntel flags : avx512f avx512_bf16 avx512_fp16, SINGLE",
    "vendor_id : GenuineIntel flags : avx512_bf16 amx_bf16 amx_tile, BRAIN",
    "'', SINGLE"
  })
  void processorsThatGainBySixteenBitsUseThem(String description, Precision precision) {
    assertThat(Precision.ofProcessor(description)).isEqualTo(precision);
  }

  @Test
  void gpusUseHalfPrecisionWhereItIsAllowed() {
    TorchDevice gpu = new TorchDevice("cuda:0");

    assertThat(Precision.of(true, gpu)).isEqualTo(Precision.HALF);
    assertThat(Precision.of(false, gpu)).isEqualTo(Precision.SINGLE);
  }
}
