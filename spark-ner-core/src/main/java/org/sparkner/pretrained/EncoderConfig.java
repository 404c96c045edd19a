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

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.sparkner.error.BadModelException;

/**
 * The architecture of a transformer encoder and its sizes, as {@code config.json} of HuggingFace's
 * transformers gives them.
 *
 * @param architecture which kind it is
 * @param vocabulary pieces that have an embedding
 * @param embedding floats of a piece's embedding; other than {@code hidden} for small ELECTRAs
 * @param hidden floats of a vector
 * @param layers of attention and feed-forward
 * @param heads of attention, a divisor of {@code hidden}
 * @param intermediate floats between the two products of a feed-forward part
 * @param activation between the two products
 * @param epsilon added to the variance in normalisations
 * @param positionRows rows of the table of position embeddings
 * @param positionOffset the row of a text's first piece
 * @param relativeBuckets classes of distances of two pieces, each with a bias of the attention; 0
 *     for none
 * @param padding number of the piece that fills batches up
 */
@RecordBuilder
public record EncoderConfig(
    EncoderArchitecture architecture,
    int vocabulary,
    int embedding,
    int hidden,
    int layers,
    int heads,
    int intermediate,
    Activation activation,
    double epsilon,
    int positionRows,
    int positionOffset,
    int relativeBuckets,
    int padding)
    implements EncoderConfigBuilder.With {
  /** Rows of the embedding of capitalisation, where there is one. */
  public static final int CAPITALISATIONS = 8;

  private static final int MOST = 1 << 24;
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Pieces that it reads at once. */
  public int positions() {
    return positionRows - positionOffset;
  }

  /** Floats of a head of attention. */
  public int headSize() {
    return hidden / heads;
  }

  /**
   * Reads {@code config.json}.
   *
   * @param json of the file
   * @param location of the file, for messages
   * @throws BadModelException if it is none, or of an architecture whose weights are not known
   */
  public static EncoderConfig parse(byte[] json, String location) {
    PretrainedEncoderFault fault = new PretrainedEncoderFault(location);
    return new Fields(root(json, fault), fault).config();
  }

  /** Whether {@code config.json} names an architecture whose weights are known. */
  static boolean isKnown(byte[] json, String location) {
    JsonNode root = root(json, new PretrainedEncoderFault(location));
    return EncoderArchitecture.ofModelType(root.path("model_type").asText()).isPresent();
  }

  private static JsonNode root(byte[] json, PretrainedEncoderFault fault) {
    try {
      JsonNode root = JSON.readTree(json);
      if (root == null || !root.isObject()) {
        throw fault.of("no JSON object", "the encoder's sizes as a JSON object");
      }
      return root;
    } catch (JsonProcessingException e) {
      throw fault.of("no JSON (" + e.getOriginalMessage() + ")", "JSON", e);
    } catch (IOException e) {
      throw fault.of("what cannot be read", "JSON", e);
    }
  }

  /**
   * The shape of each weight by its canonical name, which is that of HuggingFace's {@code
   * BertModel}; matrices of products are [outputs × inputs].
   *
   * @param layersUsed 0 to {@link #layers}: those above are left out
   */
  public Map<String, int[]> shapes(int layersUsed) {
    Map<String, int[]> shapes = new LinkedHashMap<>();
    shapes.put(EncoderWeights.WORDS, new int[] {vocabulary, embedding});
    shapes.put(EncoderWeights.POSITIONS, new int[] {positionRows, embedding});
    putNormalization(shapes, "embeddings.LayerNorm", embedding);
    if (embedding != hidden) {
      putProduct(shapes, EncoderWeights.PROJECTION, hidden, embedding);
    }
    if (relativeBuckets > 0) {
      shapes.put(EncoderWeights.RELATIVE_BIAS, new int[] {relativeBuckets, heads});
    }
    for (int i = 0; i < layersUsed; i++) {
      String layer = EncoderWeights.layer(i);
      putProduct(shapes, layer + "attention.self.query", hidden, hidden);
      putProduct(shapes, layer + "attention.self.key", hidden, hidden);
      putProduct(shapes, layer + "attention.self.value", hidden, hidden);
      putProduct(shapes, layer + "attention.output.dense", hidden, hidden);
      putNormalization(shapes, layer + "attention.output.LayerNorm", hidden);
      putProduct(shapes, layer + "intermediate.dense", intermediate, hidden);
      putProduct(shapes, layer + "output.dense", hidden, intermediate);
      putNormalization(shapes, layer + "output.LayerNorm", hidden);
    }
    return shapes;
  }

  private static void putProduct(Map<String, int[]> shapes, String name, int outputs, int inputs) {
    shapes.put(name + ".weight", new int[] {outputs, inputs});
    shapes.put(name + ".bias", new int[] {outputs});
  }

  private static void putNormalization(Map<String, int[]> shapes, String name, int size) {
    shapes.put(name + ".weight", new int[] {size});
    shapes.put(name + ".bias", new int[] {size});
  }

  private record Fields(JsonNode root, PretrainedEncoderFault fault) {
    EncoderConfig config() {
      EncoderArchitecture architecture = architecture();
      boolean distil = architecture == EncoderArchitecture.DISTILBERT;
      if (!root.path("position_embedding_type").asText("absolute").equals("absolute")) {
        throw fault.of(
            "position_embedding_type " + root.path("position_embedding_type"), "absolute");
      }
      int hidden = size(distil ? "dim" : "hidden_size");
      int heads = size(distil ? "n_heads" : "num_attention_heads");
      if (hidden % heads != 0) {
        throw fault.of(heads + " heads for " + hidden + " floats", "a divisor of the floats");
      }
      boolean shifted =
          architecture == EncoderArchitecture.ROBERTA || architecture == EncoderArchitecture.MPNET;
      int padding = optional("pad_token_id", shifted ? 1 : 0, 0);
      // MPNet counts from 2 on, whatever its padding.
      int counted = architecture == EncoderArchitecture.MPNET ? 1 : padding;
      int offset = shifted ? counted + 1 : 0;
      int rows = size("max_position_embeddings");
      if (rows - offset < 1) {
        throw fault.of(
            "max_position_embeddings " + rows, "more than the " + offset + " that are not used");
      }
      return EncoderConfigBuilder.builder()
          .architecture(architecture)
          .vocabulary(size("vocab_size"))
          .embedding(
              architecture == EncoderArchitecture.ELECTRA
                  ? optional("embedding_size", hidden, 1)
                  : hidden)
          .hidden(hidden)
          .layers(size(distil ? "n_layers" : "num_hidden_layers"))
          .heads(heads)
          .intermediate(size(distil ? "hidden_dim" : "intermediate_size"))
          .activation(activation(distil ? "activation" : "hidden_act"))
          .epsilon(epsilon())
          .positionRows(rows)
          .positionOffset(offset)
          .relativeBuckets(
              architecture == EncoderArchitecture.MPNET
                  ? optional("relative_attention_num_buckets", 32, 4)
                  : 0)
          .padding(padding)
          .build();
    }

    private EncoderArchitecture architecture() {
      String type = root.path("model_type").asText("");
      return EncoderArchitecture.ofModelType(type)
          .orElseThrow(
              () ->
                  fault.of(
                      type.isEmpty() ? "no model_type" : "model_type " + type,
                      "one whose weights are known ("
                          + EncoderArchitecture.modelTypes()
                          + "), or else a graph in ONNX, which is run as it is"));
    }

    private Activation activation(String field) {
      String name = root.path(field).asText("gelu");
      return Activation.named(name)
          .orElseThrow(() -> fault.of(field + " " + name, "one of " + Activation.names()));
    }

    private double epsilon() {
      double epsilon = root.path("layer_norm_eps").asDouble(1e-12);
      if (!(epsilon > 0 && epsilon < 1)) {
        throw fault.of("layer_norm_eps " + epsilon, "above 0 and below 1");
      }
      return epsilon;
    }

    private int size(String field) {
      if (!root.has(field)) {
        throw fault.of("no " + field, "a whole number");
      }
      return optional(field, 0, 1);
    }

    private int optional(String field, int otherwise, int least) {
      JsonNode node = root.path(field);
      if (node.isMissingNode() || node.isNull()) {
        return otherwise;
      }
      if (!node.isIntegralNumber()
          || !node.canConvertToInt()
          || node.intValue() < least
          || node.intValue() > MOST) {
        throw fault.of(field + " " + node, "a whole number from " + least + " to " + MOST);
      }
      return node.intValue();
    }
  }
}
