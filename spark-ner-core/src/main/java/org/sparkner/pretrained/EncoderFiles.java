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

import java.io.Serializable;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The files that an encoder is, none of which may be written any more. They are neither copied nor
 * compared, as they may have hundreds of megabytes.
 *
 * @param graph in the format ONNX
 * @param tokenizer {@code tokenizer.json} of HuggingFace's tokenizers: how text becomes pieces
 * @param config {@code config.json} of HuggingFace's transformers: the architecture; an empty JSON
 *     object where nothing is known of it
 */
public record EncoderFiles(byte[] graph, byte[] tokenizer, byte[] config) implements Serializable {
  /** 64 hexadecimal digits, equal for equal files. */
  String fingerprint() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(tokenizer);
      digest.update(config);
      return HexFormat.of().formatHex(digest.digest(graph));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
