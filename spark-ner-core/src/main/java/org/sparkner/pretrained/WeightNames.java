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

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Gives weights of HuggingFace's encoders the names that they have in its {@code BertModel}. */
final class WeightNames {
  /** What comes before is the name of the encoder within a model for some task. */
  private static final Pattern ENCODER =
      Pattern.compile("(?:.*\\.)?((?:embeddings|embeddings_project|encoder|transformer)\\..+)");

  private static final Pattern DISTIL_LAYER =
      Pattern.compile("transformer\\.layer\\.(\\d+)\\.(.+)");

  private WeightNames() {}

  /** The canonical name, or nothing if it is no name of an encoder's weight. */
  static Optional<String> of(EncoderArchitecture architecture, String name) {
    Matcher matcher = ENCODER.matcher(name);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String found = matcher.group(1);
    found = found.replace("LayerNorm.gamma", "LayerNorm.weight");
    found = found.replace("LayerNorm.beta", "LayerNorm.bias");
    return Optional.of(
        switch (architecture) {
          case MPNET -> ofMpnet(found);
          case DISTILBERT -> ofDistil(found);
          default -> found;
        });
  }

  private static String ofMpnet(String name) {
    return name.replace(".attention.attn.q.", ".attention.self.query.")
        .replace(".attention.attn.k.", ".attention.self.key.")
        .replace(".attention.attn.v.", ".attention.self.value.")
        .replace(".attention.attn.o.", ".attention.output.dense.")
        .replace(".attention.LayerNorm.", ".attention.output.LayerNorm.");
  }

  private static String ofDistil(String name) {
    Matcher matcher = DISTIL_LAYER.matcher(name);
    if (!matcher.matches()) {
      return name;
    }
    String inLayer =
        matcher
            .group(2)
            .replace("attention.q_lin.", "attention.self.query.")
            .replace("attention.k_lin.", "attention.self.key.")
            .replace("attention.v_lin.", "attention.self.value.")
            .replace("attention.out_lin.", "attention.output.dense.")
            .replace("sa_layer_norm.", "attention.output.LayerNorm.")
            .replace("ffn.lin1.", "intermediate.dense.")
            .replace("ffn.lin2.", "output.dense.")
            .replace("output_layer_norm.", "output.LayerNorm.");
    return EncoderWeights.layer(Integer.parseInt(matcher.group(1))) + inLayer;
  }
}
