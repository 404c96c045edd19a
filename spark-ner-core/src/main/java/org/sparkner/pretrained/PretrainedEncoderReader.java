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
import java.util.Arrays;
import java.util.Optional;
import org.sparkner.error.BadModelException;
import org.sparkner.error.UsageException;

/**
 * Reads encoders as they are published: a directory of {@code model.onnx} (or {@code
 * onnx/model.onnx}) or {@code model.safetensors}, {@code tokenizer.json} and {@code config.json}.
 * Older ones have {@code vocab.txt} and perhaps {@code tokenizer_config.json} in place of {@code
 * tokenizer.json}.
 *
 * <p>If the weights are recognised, they get a graph of {@link TransformerGraph}. A graph of
 * others, or one that computes something else, is run as it is.
 */
public final class PretrainedEncoderReader {
  private static final String GRAPH = "model.onnx";
  private static final String TOKENIZER = "tokenizer.json";
  private static final String TOKENIZER_CONFIG = "tokenizer_config.json";
  private static final String VOCABULARY = "vocab.txt";
  private static final String CONFIG = "config.json";
  private static final String WEIGHTS = "model.safetensors";
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final byte[] NO_CONFIG = "{}\n".getBytes(StandardCharsets.UTF_8);

  /** Of BERT and most that came after it. */
  private static final int POSITIONS = 512;

  /** Pieces that a published graph and our own are compared on. */
  private static final int PROBE = 12;

  /** The share by which they may differ. */
  private static final float SAME = 1e-3f;

  private final PretrainedEncoderFolder folder;

  private PretrainedEncoderReader(PretrainedEncoderFolder folder) {
    this.folder = folder;
  }

  /**
   * How to read an encoder.
   *
   * @param output name of the ONNX output to take, such as that of an inner layer, of the graph as
   *     it is; null for the last layer's
   * @param layers the layers whose mean is taken, see {@link LayerRange#parse}; null for the last
   * @param lowerCase whether the words of {@code vocab.txt} are of lower case and without accents;
   *     null for what {@code tokenizer_config.json} says, or else true; only null where there is a
   *     {@code tokenizer.json}, which says that itself
   * @param wholeDocument see {@link ContextualVectors}
   */
  public record Options(String output, String layers, Boolean lowerCase, boolean wholeDocument) {
    /** The last layer, and what the encoder's own files say. */
    public static final Options DEFAULT = new Options(null, null, null, false);
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
    if (options.output() != null && options.layers() != null) {
      throw new UsageException(
          "pretrainedEncoderLayers and pretrainedEncoderOutput exclude each other; leave one out");
    }
    Optional<byte[]> published = bytes(GRAPH).or(() -> bytes("onnx/" + GRAPH));
    if (published.isEmpty() && options.output() != null) {
      throw fault(GRAPH).of("no such file", "a graph with the output " + options.output());
    }
    byte[] config = bytes(CONFIG).orElse(NO_CONFIG);
    Optional<EncoderWeights> weights =
        options.output() == null ? weights(published, config) : Optional.empty();
    byte[] tokenizer = tokenizer(options);
    OnnxLibrary.found().require();
    PieceLibrary.require();
    PieceTokenizer pieces = PieceTokenizer.open(tokenizer, fault(TOKENIZER));
    if (weights.isPresent() && published.isPresent() && !agree(published.get(), weights.get())) {
      weights = Optional.empty();
    }
    byte[] graph = graph(published, weights, options.layers());
    String output;
    int dimension;
    try (OnnxGraph opened = OnnxGraph.open(graph, EncoderDevice.CPU, fault(GRAPH))) {
      output = opened.output(options.output());
      dimension = opened.dimension(output, pieces.begin(), pieces.end());
      requireRows(opened, pieces, output);
    }
    int positions = weights.map(each -> each.config().positions()).orElseGet(this::positions);
    return new PretrainedEncoder(
        vectors(output, dimension, positions, options.wholeDocument()),
        new EncoderFiles(graph, tokenizer, config),
        folder.locate(published.isPresent() ? GRAPH : WEIGHTS),
        PretrainedEncoder.trainingCache());
  }

  /** The weights, if they are recognised; they must be where there is no graph. */
  private Optional<EncoderWeights> weights(Optional<byte[]> published, byte[] config) {
    if (published.isEmpty()) {
      byte[] file =
          bytes(WEIGHTS)
              .orElseThrow(
                  () ->
                      fault(GRAPH)
                          .of("no such file", "the encoder's graph, or its weights in " + WEIGHTS));
      EncoderConfig known = EncoderConfig.parse(config, folder.locate(CONFIG));
      return Optional.of(EncoderWeights.ofSafetensors(file, known, folder.locate(WEIGHTS)));
    }
    try {
      EncoderConfig known = EncoderConfig.parse(config, folder.locate(CONFIG));
      return Optional.of(EncoderWeights.ofGraph(published.get(), known, folder.locate(GRAPH)));
    } catch (BadModelException e) {
      return Optional.empty();
    }
  }

  /** Whether a graph computes from its weights what a transformer does. */
  private boolean agree(byte[] published, EncoderWeights weights) {
    int[] pieces = new int[Math.min(PROBE, weights.config().positions())];
    Arrays.setAll(pieces, i -> (int) ((i + 1L) * weights.config().vocabulary() / (PROBE + 1)));
    EncoderInput window = new EncoderInput(pieces, new int[pieces.length], new int[0]);
    byte[] written = TransformerGraph.write(weights);
    float[] expected;
    float[] found;
    try (OnnxGraph theirs = OnnxGraph.open(published, EncoderDevice.CPU, fault(GRAPH));
        OnnxGraph ours = OnnxGraph.open(written, EncoderDevice.CPU, fault(GRAPH))) {
      expected = theirs.runAll(window, theirs.output(null));
      found = ours.runAll(window, TransformerGraph.VECTORS);
    }
    if (found.length != expected.length) {
      return false;
    }
    float largest = 1;
    float difference = 0;
    for (int i = 0; i < found.length; i++) {
      largest = Math.max(largest, Math.abs(expected[i]));
      difference = Math.max(difference, Math.abs(expected[i] - found[i]));
    }
    return difference <= SAME * largest;
  }

  private byte[] graph(
      Optional<byte[]> published, Optional<EncoderWeights> weights, String layers) {
    if (weights.isEmpty()) {
      if (layers != null) {
        throw new UsageException(
            "pretrainedEncoderLayers is for encoders whose weights are recognised, which those of "
                + folder.locate(GRAPH)
                + " are not; name an output by pretrainedEncoderOutput instead");
      }
      return published.orElseThrow();
    }
    EncoderWeights found = weights.get();
    return TransformerGraph.write(
        layers == null ? found : found.withLayers(LayerRange.parse(layers, found.layers().last())));
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

  /** Of a graph that is run as it is. */
  private int positions() {
    try {
      byte[] config = bytes(CONFIG).orElse(NO_CONFIG);
      return EncoderConfig.parse(config, folder.locate(CONFIG)).positions();
    } catch (BadModelException e) {
      return settings(CONFIG).path("max_position_embeddings").asInt(POSITIONS);
    }
  }

  private ContextualVectors vectors(
      String output, int dimension, int positions, boolean wholeDocument) {
    try {
      return new ContextualVectors(output, dimension, positions, wholeDocument);
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
