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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparkner.onnx.OnnxFile;

class TransformerGraphTest {
  private static final float SAME = 1e-5f;

  static List<String> architectures() {
    return SmallEncoder.NAMES;
  }

  @ParameterizedTest
  @MethodSource("architectures")
  void computesWhatTransformersComputes(String name) throws IOException, OrtException {
    SmallEncoder encoder = new SmallEncoder(name);

    byte[] graph = TransformerGraph.write(encoder.weights());

    for (SmallEncoder.Expected expected : encoder.expected()) {
      assertClose(run(graph, expected.pieces()), expected.layers().get(2), SAME);
    }
  }

  @ParameterizedTest
  @MethodSource("architectures")
  void givesTheMeanOfLayersAndLeavesThoseAboveOut(String name) throws IOException, OrtException {
    SmallEncoder encoder = new SmallEncoder(name);

    EncoderWeights weights = encoder.weights().withLayers(new LayerRange(1, 2));
    byte[] graph = TransformerGraph.write(weights);

    assertThat(weights.names()).noneMatch(weight -> weight.startsWith("encoder.layer.2."));
    for (SmallEncoder.Expected expected : encoder.expected()) {
      float[] mean = expected.layers().get(0).clone();
      for (int i = 0; i < mean.length; i++) {
        mean[i] = (mean[i] + expected.layers().get(1)[i]) / 2;
      }
      assertClose(run(graph, expected.pieces()), mean, SAME);
    }
  }

  @ParameterizedTest
  @MethodSource("architectures")
  void itsWeightsAreReadAgain(String name) throws IOException {
    SmallEncoder encoder = new SmallEncoder(name);
    EncoderWeights weights = encoder.weights().withLayers(new LayerRange(1, 2));

    byte[] graph = TransformerGraph.write(weights);
    EncoderWeights again = EncoderWeights.ofGraph(graph, encoder.config(), "graph");

    assertThat(again.layers()).isEqualTo(new LayerRange(1, 2));
    assertThat(again.names()).isEqualTo(weights.names());
    for (String weight : again.names()) {
      assertThat(again.values(weight)).as(weight).isEqualTo(weights.values(weight));
      assertThat(again.shape(weight)).as(weight).isEqualTo(weights.shape(weight));
    }
    assertThat(TransformerGraph.write(again)).isEqualTo(graph);
  }

  @Test
  void findsTheWeightsOfExportedGraphs() throws IOException, OrtException {
    SmallEncoder encoder = new SmallEncoder("bert");
    byte[] exported = encoder.file("model.onnx");

    EncoderWeights weights = EncoderWeights.ofGraph(exported, encoder.config(), "model.onnx");

    EncoderWeights published = encoder.weights();
    assertThat(weights.names()).isEqualTo(published.names());
    for (String weight : weights.names()) {
      assertThat(weights.values(weight)).as(weight).isEqualTo(published.values(weight));
    }
    long[][] pieces = encoder.expected().get(1).pieces();
    assertClose(
        run(TransformerGraph.write(weights), pieces),
        GraphRunner.run(exported, "last_hidden_state", pieces, null),
        SAME);
  }

  @Test
  void addsTheVectorOfCapitalisationToThatOfThePiece() throws IOException, OrtException {
    SmallEncoder encoder = new SmallEncoder("bert");
    EncoderWeights weights = encoder.weights();
    float[] capitalisation = new float[8 * 8];
    Random random = new Random(1);
    for (int i = 0; i < capitalisation.length; i++) {
      capitalisation[i] = (float) random.nextGaussian();
    }
    long[][] pieces = {{2, 7, 9, 3}};
    // Pieces 7 and 9 with the vectors of classes 4 and 1 are what other pieces would be.
    float[] words = weights.values(EncoderWeights.WORDS);
    for (int i = 0; i < 8; i++) {
      for (int[] change : new int[][] {{2, 0}, {7, 4}, {9, 1}, {3, 0}}) {
        words[change[0] * 8 + i] += capitalisation[change[1] * 8 + i];
      }
    }

    EncoderWeights told = weights.with(Map.of(EncoderWeights.capitalisation(0), capitalisation));
    byte[] graph = TransformerGraph.write(told);
    float[] vectors =
        GraphRunner.run(graph, TransformerGraph.VECTORS, pieces, new long[][] {{0, 4, 1, 0}});

    byte[] changed = TransformerGraph.write(weights.with(Map.of(EncoderWeights.WORDS, words)));
    assertClose(vectors, run(changed, pieces), SAME);
    EncoderWeights again = EncoderWeights.ofGraph(graph, encoder.config(), "graph");
    assertThat(again.values(EncoderWeights.capitalisation(0))).isEqualTo(capitalisation);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void addsTheVectorOfCapitalisationToWhatALayerReads(int layer) throws IOException, OrtException {
    SmallEncoder encoder = new SmallEncoder("mpnet");
    EncoderWeights weights = encoder.weights();
    int hidden = encoder.config().hidden();
    float[] classes = new float[EncoderConfig.CAPITALISATIONS * hidden];
    Random random = new Random(1);
    for (int i = 0; i < classes.length; i++) {
      classes[i] = (float) random.nextGaussian();
    }
    // Where all pieces are of one class, its vector is a part of the bias of the layer below.
    String below = EncoderWeights.layer(layer - 1) + "output.LayerNorm.bias";
    float[] bias = weights.values(below);
    for (int i = 0; i < hidden; i++) {
      bias[i] += classes[4 * hidden + i];
    }
    String name = EncoderWeights.capitalisation(layer + 1);
    EncoderWeights told = weights.with(Map.of(name, classes));
    long[][] pieces = {{2, 7, 9, 3}};

    byte[] graph = TransformerGraph.write(told);
    float[] vectors =
        GraphRunner.run(graph, TransformerGraph.VECTORS, pieces, new long[][] {{4, 4, 4, 4}});

    byte[] expected = TransformerGraph.write(weights.with(Map.of(below, bias)));
    assertClose(vectors, run(expected, pieces), SAME);
    EncoderWeights again = EncoderWeights.ofGraph(graph, encoder.config(), "graph");
    assertThat(again.values(name)).isEqualTo(classes);
    assertThat(TransformerGraph.write(again)).isEqualTo(graph);
    assertThat(again.hasCapitalisation()).isTrue();
    assertThat(again.withLayers(new LayerRange(layer, layer)).hasCapitalisation()).isFalse();
  }

  @ParameterizedTest
  @MethodSource("architectures")
  void computesInHalfPrecision(String name) throws IOException, OrtException {
    SmallEncoder encoder = new SmallEncoder(name);
    byte[] graph = TransformerGraph.writeHalf(encoder.weights());

    SmallEncoder.Expected expected = encoder.expected().get(2);
    assertClose(run(graph, expected.pieces()), expected.layers().get(2), 5e-2f);
    assertThat(graph.length).isLessThan(TransformerGraph.write(encoder.weights()).length);
    assertThat(EncoderPrecision.of(OnnxFile.read(graph, "graph"))).isEqualTo(EncoderPrecision.F16);
  }

  @Test
  void aTextDoesNotDependOnItsNeighbours() throws IOException, OrtException {
    SmallEncoder encoder = new SmallEncoder("mpnet");
    byte[] graph = TransformerGraph.write(encoder.weights());
    long[][] both = encoder.expected().get(1).pieces();

    float[] together = run(graph, both);
    float[] alone = run(graph, new long[][] {both[1]});

    assertClose(Arrays.copyOfRange(together, alone.length, 2 * alone.length), alone, SAME);
  }

  private static float[] run(byte[] graph, long[][] pieces) throws OrtException {
    return GraphRunner.run(graph, TransformerGraph.VECTORS, pieces, null);
  }

  static void assertClose(float[] found, float[] expected, float difference) {
    assertThat(found).hasSameSizeAs(expected);
    for (int i = 0; i < found.length; i++) {
      assertThat(found[i]).as("value %d", i).isCloseTo(expected[i], within(difference));
    }
  }
}
