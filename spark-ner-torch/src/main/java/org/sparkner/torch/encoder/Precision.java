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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.sparkner.torch.TorchDevice;

/**
 * What products are computed in; normalisations and sums are in single precision whichever it is.
 */
enum Precision {
  /** 32 bits. */
  SINGLE(ScalarType.Float),
  /** 16 bits with the range of single precision (bfloat16). */
  BRAIN(ScalarType.BFloat16),
  /** 16 bits with a smaller range, so that gradients have to be scaled (IEEE binary16). */
  HALF(ScalarType.Half);

  private static final Path PROCESSOR = Path.of("/proc/cpuinfo");

  private final ScalarType type;

  Precision(ScalarType type) {
    this.type = type;
  }

  /**
   * What a device is faster with.
   *
   * @param mixed whether 16 bits are allowed
   */
  static Precision of(boolean mixed, TorchDevice device) {
    if (!mixed) {
      return SINGLE;
    }
    return device.isGpu() ? HALF : ofProcessor(processor());
  }

  /**
   * Of the processors that have bfloat16, those with AMX and AMD's gain by it. Intel's without AMX
   * multiply at the rate of single precision.
   *
   * @param description what Linux says of the processor
   */
  static Precision ofProcessor(String description) {
    Set<String> words = Arrays.stream(description.split("\\s+", -1)).collect(Collectors.toSet());
    boolean amd = words.contains("AuthenticAMD") && words.contains("avx512_bf16");
    return amd || words.contains("amx_bf16") ? BRAIN : SINGLE;
  }

  private static String processor() {
    try {
      return Files.readString(PROCESSOR);
    } catch (IOException e) {
      return "";
    }
  }

  ScalarType type() {
    return type;
  }

  /** The values in this precision. */
  Tensor of(Tensor values) {
    return values.to(type);
  }
}
