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

import java.util.Map;
import java.util.function.Consumer;
import org.sparkner.error.Outcome;

/** Any bytes in place of the files beside an encoder's graph. */
public final class EncoderFileTargets {
  private EncoderFileTargets() {}

  /** What reads the bytes, by name. */
  public static Map<String, Consumer<byte[]>> all() {
    return Map.of(
        "tokenizer", EncoderFileTargets::tokenizer,
        "vocabulary", EncoderFileTargets::vocabulary,
        "encoder-config", EncoderFileTargets::config,
        "encoder-weights", EncoderFileTargets::weights);
  }

  private static final PretrainedEncoderFault FAULT = new PretrainedEncoderFault("dir/file");

  private static void tokenizer(byte[] file) {
    Outcome.readOrRefused(() -> TokenizerFacts.of(file, FAULT));
  }

  private static void vocabulary(byte[] file) {
    Outcome.readOrRefused(() -> new VocabularyFile(file, FAULT).tokenizer(true, true));
  }

  private static void config(byte[] file) {
    Outcome.readOrRefused(() -> EncoderConfig.parse(file, "dir/config.json"));
  }

  private static void weights(byte[] file) {
    Outcome.readOrRefused(() -> SafetensorsFile.read(file, FAULT));
  }
}
