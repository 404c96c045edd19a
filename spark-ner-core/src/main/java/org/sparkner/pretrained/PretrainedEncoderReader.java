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
import java.util.Optional;

/**
 * Reads encoders as they are published: a directory of {@code model.onnx} (or {@code
 * onnx/model.onnx}), {@code vocab.txt} and, where they are there, {@code tokenizer_config.json} and
 * {@code config.json}.
 */
public final class PretrainedEncoderReader {
  private static final String GRAPH = "model.onnx";
  private static final String VOCABULARY = "vocab.txt";
  private static final ObjectMapper JSON = new ObjectMapper();

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
   * @param lowerCase whether its vocabulary is of lower case; null for what {@code
   *     tokenizer_config.json} says, or else true
   * @param wholeDocument see {@link ContextualVectors}
   */
  public record Options(String output, Boolean lowerCase, boolean wholeDocument) {
    /** The last layer, and what the encoder's own files say. */
    public static final Options DEFAULT = new Options(null, null, false);
  }

  /**
   * Reads an encoder and tries it.
   *
   * @throws org.sparkner.error.UsageException if ONNX Runtime is not on the class path
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
    byte[] vocabulary =
        bytes(VOCABULARY)
            .orElseThrow(() -> fault(VOCABULARY).of("no such file", "word pieces, one a line"));
    OnnxLibrary.require();
    OnnxGraph opened = OnnxGraph.open(graph, fault(GRAPH));
    String output = opened.output(options.output());
    JsonNode tokenizer = settings("tokenizer_config.json");
    boolean lowerCase =
        options.lowerCase() == null
            ? tokenizer.path("do_lower_case").asBoolean(true)
            : options.lowerCase();
    BasicTokenizer words = new BasicTokenizer(lowerCase, lowerCase);
    WordPieceTokenizer pieces = new WordPieceTokenizer(vocabulary, words, fault(VOCABULARY));
    int dimension = opened.run(new long[] {pieces.begin(), pieces.end()}, output).dimension();
    return new PretrainedEncoder(
        vectors(output, dimension, lowerCase, tokenizer, options.wholeDocument()),
        graph,
        vocabulary,
        folder.locate(GRAPH),
        Runtime.getRuntime().maxMemory() / 4);
  }

  private ContextualVectors vectors(
      String output, int dimension, boolean lowerCase, JsonNode tokenizer, boolean wholeDocument) {
    try {
      return new ContextualVectors(
          output,
          dimension,
          lowerCase,
          tokenizer.path("strip_accents").asBoolean(lowerCase),
          settings("config.json").path("max_position_embeddings").asInt(POSITIONS),
          wholeDocument);
    } catch (IllegalArgumentException e) {
      throw fault(GRAPH).of(e.getMessage(), "an encoder of text", e);
    }
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
