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

package org.sparkner.pretrained;

import java.util.Arrays;
import java.util.Locale;
import org.sparkner.onnx.OnnxModel;

/** The numbers that an encoder computes with. */
public enum EncoderPrecision {
  /** Single precision. */
  F32,
  /** Half precision, which graphics processors are faster with. */
  F16,
  /** Products of whole numbers of 8 bits, the rest in single precision. */
  INT8;

  private static final String KEY = "precision";

  /** As users write it. */
  public String spelling() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What a graph of {@link TransformerGraph} computes with; single precision for all others. */
  static EncoderPrecision of(OnnxModel model) {
    String found = model.metadata().getOrDefault(KEY, F32.spelling());
    return Arrays.stream(values())
        .filter(each -> each.spelling().equals(found))
        .findFirst()
        .orElse(F32);
  }

  static String key() {
    return KEY;
  }
}
