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

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.sparkner.error.UsageException;
import org.sparkner.onnx.OnnxFile;

/**
 * An encoder in another precision, and how far its vectors moved.
 *
 * @param encoder the new one
 * @param pieces that the vectors were compared on
 * @param difference distance of the new vectors from the old ones, as a share of the old ones'
 *     distance from their mean; root mean squares over these pieces
 * @param cosine mean over these pieces of the cosine between the new vector and the old one
 */
public record EncoderConversion(
    PretrainedEncoder encoder, long pieces, double difference, double cosine) {
  /** Pieces that scales are fitted to; more change nothing that matters. */
  private static final int MOST_PIECES = 20_000;

  /** Of how many windows one is kept for the comparison. */
  private static final int COMPARED = 5;

  /**
   * Converts an encoder in single precision.
   *
   * @param texts of the kind that it will read, each a sentence, or a document if the encoder reads
   *     documents; scales of 8 bits are fitted to some of them, and the vectors compared on others
   * @throws UsageException if there are no texts
   * @throws org.sparkner.error.BadModelException if its weights are not recognised, or are in 8
   *     bits
   */
  public static EncoderConversion of(
      PretrainedEncoder encoder, EncoderPrecision precision, List<List<String>> texts) {
    PretrainedEncoderFault fault = new PretrainedEncoderFault(encoder.location());
    EncoderWeights weights = weights(encoder, fault);
    List<EncoderInput> windows = windows(encoder, texts);
    byte[] graph =
        switch (precision) {
          case F32 -> TransformerGraph.write(weights);
          case F16 -> TransformerGraph.writeHalf(weights);
          case INT8 -> TransformerGraph.writeEightBit(weights, ranges(weights, windows, fault));
        };
    return compare(encoder.withGraph(graph), windows, encoder, fault);
  }

  /** Throws what {@link #of} would, before anything is computed. */
  public static void require(PretrainedEncoder encoder, List<List<String>> texts) {
    weights(encoder, new PretrainedEncoderFault(encoder.location()));
    windows(encoder, texts);
  }

  private static List<EncoderInput> windows(PretrainedEncoder encoder, List<List<String>> texts) {
    List<EncoderInput> windows =
        texts.stream().flatMap(text -> encoder.inputs(text).stream()).toList();
    if (windows.size() < 2) {
      throw new UsageException(
          "An encoder is converted with text of the kind that it will read, found "
              + windows.size()
              + " windows of it, expected 2 or more: give more text");
    }
    return windows;
  }

  private static EncoderWeights weights(PretrainedEncoder encoder, PretrainedEncoderFault fault) {
    byte[] graph = encoder.files().graph();
    if (!TransformerGraph.isWrittenHere(OnnxFile.read(graph, encoder.location()))) {
      throw fault.of(
          "a graph whose weights are not recognised",
          "an encoder that was read with a config.json of a known architecture");
    }
    return EncoderWeights.of(encoder.files(), encoder.location());
  }

  private static boolean isCompared(int window) {
    return window % COMPARED == 0;
  }

  private static Map<String, ActivationRange> ranges(
      EncoderWeights weights, List<EncoderInput> windows, PretrainedEncoderFault fault) {
    OnnxGraph tapped =
        OnnxGraph.open(TransformerGraph.writeTapped(weights), EncoderDevice.CPU, fault);
    Map<String, ActivationRange> ranges = new HashMap<>();
    int seen = 0;
    for (int i = 0; i < windows.size() && seen < MOST_PIECES; i++) {
      if (!isCompared(i)) {
        int pieces = windows.get(i).pieces().length;
        seen += pieces;
        tapped.visit(
            windows.get(i),
            (output, values) ->
                ranges
                    .computeIfAbsent(
                        output, unused -> new ActivationRange(values.remaining() / pieces))
                    .add(values));
      }
    }
    return ranges;
  }

  private static EncoderConversion compare(
      PretrainedEncoder found,
      List<EncoderInput> windows,
      PretrainedEncoder before,
      PretrainedEncoderFault fault) {
    OnnxGraph old = OnnxGraph.open(before.files().graph(), EncoderDevice.CPU, fault);
    OnnxGraph other = OnnxGraph.open(found.files().graph(), EncoderDevice.CPU, fault);
    VectorDifference difference = new VectorDifference(before.vectors().dimension());
    IntStream.range(0, windows.size())
        .filter(EncoderConversion::isCompared)
        .limit(MOST_PIECES / COMPARED)
        .forEach(
            i ->
                difference.add(
                    old.runAll(windows.get(i), TransformerGraph.VECTORS),
                    other.runAll(windows.get(i), TransformerGraph.VECTORS)));
    return new EncoderConversion(
        found, difference.rows(), difference.relative(), difference.cosine());
  }
}
