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

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.sparkner.error.BadModelException;
import org.sparkner.error.UsageException;

/**
 * Reads encoders as they are published: a directory of {@code model.onnx} (or {@code
 * onnx/model.onnx}), {@code tokenizer.json} and, where it is there, {@code config.json}. Older ones
 * have {@code vocab.txt} and perhaps {@code tokenizer_config.json} in place of {@code
 * tokenizer.json}.
 */
public final class PretrainedEncoderReader {
  private static final String GRAPH = "model.onnx";
  private static final String TOKENIZER = "tokenizer.json";
  private static final String TOKENIZER_CONFIG = "tokenizer_config.json";
  private static final String VOCABULARY = "vocab.txt";
  private static final String CONFIG = "config.json";
  private static final Set<String> OFFSET_POSITIONS =
      Set.of("roberta", "xlm-roberta", "camembert", "mpnet");
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final byte[] NO_CONFIG = "{}\n".getBytes(StandardCharsets.UTF_8);

  /** Of BERT and most that came after it. */
  private static final int POSITIONS = 512;

  private final PretrainedEncoderFolder folder;

  private PretrainedEncoderReader(PretrainedEncoderFolder folder) {
    this.folder = folder;
  }

  /**
   * How to read an encoder.
   *
   * @param output name of the ONNX output to take, such as that of an inner layer; null for the
   *     last layer's
   * @param lowerCase whether the words of {@code vocab.txt} are of lower case and without accents;
   *     null for what {@code tokenizer_config.json} says, or else true; only null where there is a
   *     {@code tokenizer.json}, which says that itself
   * @param wholeDocument see {@link ContextualVectors}
   */
  public record Options(String output, Boolean lowerCase, boolean wholeDocument) {
    /** The last layer, and what the encoder's own files say. */
    public static final Options DEFAULT = new Options(null, null, false);
  }

  /**
   * Reads an encoder and tries it.
   *
   * @throws org.sparkner.error.UsageException if ONNX Runtime or the tokenizers are not on the
   *     class path
   * @throws org.sparkner.error.BadModelException if a file is missing or none of an encoder's
   */
  public static PretrainedEncoder read(PretrainedEncoderFolder folder, Options options) {
    return new PretrainedEncoderReader(folder).read(options);
  }

  private PretrainedEncoder read(Options options) {
    byte[] graph =
        bytes(GRAPH)
            .or(() -> bytes("onnx/" + GRAPH))
            .orElseThrow(() -> fault(GRAPH).of("no such file", "the encoder's graph"));
    byte[] tokenizer = tokenizer(options);
    OnnxLibrary.found().require();
    PieceLibrary.require();
    PieceTokenizer pieces = PieceTokenizer.open(tokenizer, fault(TOKENIZER));
    String output;
    int dimension;
    try (OnnxGraph opened = OnnxGraph.open(graph, EncoderDevice.CPU, fault(GRAPH))) {
      output = opened.output(options.output());
      dimension = opened.dimension(output, pieces.begin(), pieces.end());
      requireRows(opened, pieces, output);
    }
    return new PretrainedEncoder(
        vectors(output, dimension, options.wholeDocument()),
        new EncoderFiles(graph, tokenizer, bytes(CONFIG).orElse(NO_CONFIG)),
        folder.locate(GRAPH),
        Runtime.getRuntime().maxMemory() / 4);
  }

  /** Whether the graph has a row for each piece of the tokenizer. */
  private void requireRows(OnnxGraph graph, PieceTokenizer pieces, String output) {
    try {
      graph.dimension(output, pieces.begin(), pieces.largest(), pieces.end());
    } catch (BadModelException e) {
      throw fault(TOKENIZER)
          .of(
              "pieces up to number " + pieces.largest(),
              "no more than there are vectors in " + folder.locate(GRAPH),
              e);
    }
  }

  private byte[] tokenizer(Options options) {
    Optional<byte[]> tokenizer = bytes(TOKENIZER);
    if (tokenizer.isPresent()) {
      if (options.lowerCase() != null) {
        throw new UsageException(
            "pretrainedEncoderLowerCase is for encoders with "
                + VOCABULARY
                + "; leave it out, as "
                + folder.locate(TOKENIZER)
                + " says itself whether words are in lower case");
      }
      return tokenizer.get();
    }
    byte[] vocabulary =
        bytes(VOCABULARY)
            .orElseThrow(
                () ->
                    fault(TOKENIZER)
                        .of("no such file", "the encoder's tokenizer, or " + VOCABULARY));
    JsonNode settings = settings(TOKENIZER_CONFIG);
    boolean lowerCase =
        options.lowerCase() == null
            ? settings.path("do_lower_case").asBoolean(true)
            : options.lowerCase();
    return new VocabularyFile(vocabulary, fault(VOCABULARY))
        .tokenizer(lowerCase, settings.path("strip_accents").asBoolean(lowerCase));
  }

  private ContextualVectors vectors(String output, int dimension, boolean wholeDocument) {
    try {
      return new ContextualVectors(
          output,
          dimension,
          positions(),
          wholeDocument);
    } catch (IllegalArgumentException e) {
      throw fault(GRAPH).of(e.getMessage(), "an encoder of text", e);
    }
  }

  /** Some architectures number positions from that of padding on, and have fewer for pieces. */
  private int positions() {
    JsonNode config = settings(CONFIG);
    int rows = config.path("max_position_embeddings").asInt(POSITIONS);
    boolean offset = OFFSET_POSITIONS.contains(config.path("model_type").asText());
    return offset ? rows - config.path("pad_token_id").asInt(1) - 1 : rows;
  }

  private PretrainedEncoderFault fault(String name) {
    return new PretrainedEncoderFault(folder.locate(name));
  }

  private Optional<byte[]> bytes(String name) {
    try {
      return folder.read(name);
    } catch (IOException e) {
      throw fault(name).of(String.valueOf(e), "a readable file", e);
    }
  }

  /** A JSON object, or an empty one where there is no such file. */
  private JsonNode settings(String name) {
    Optional<byte[]> json = bytes(name);
    try {
      return json.isPresent() ? JSON.readTree(json.get()) : JSON.createObjectNode();
    } catch (IOException e) {
      throw fault(name).of("no JSON", "JSON", e);
    }
  }
}
