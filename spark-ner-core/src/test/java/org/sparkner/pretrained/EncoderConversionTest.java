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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparkner.error.BadModelException;
import org.sparkner.error.UsageException;
import org.sparkner.onnx.Node;
import org.sparkner.onnx.OnnxFile;

class EncoderConversionTest {
  @TempDir private Path folder;

  static List<String> architectures() {
    return SmallEncoder.NAMES;
  }

  private static List<List<String>> texts() {
    Random random = new Random(1);
    List<List<String>> texts = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      List<String> text = new ArrayList<>();
      for (int t = 0; t < 1 + random.nextInt(10); t++) {
        text.add(String.valueOf((char) ('a' + random.nextInt(15))));
      }
      texts.add(text);
    }
    return texts;
  }

  @ParameterizedTest
  @MethodSource("architectures")
  void eightBitsMoveVectorsLittle(String name) throws IOException {
    PretrainedEncoder encoder = new SmallEncoder(name).read(folder);

    EncoderConversion converted = EncoderConversion.of(encoder, EncoderPrecision.INT8, texts());

    assertThat(converted.pieces()).isGreaterThan(100);
    assertThat(converted.difference()).isBetween(1e-4, 0.1);
    assertThat(converted.cosine()).isBetween(0.99, 0.99999999);
    float[] found = converted.encoder().encode(List.of("a", "b", "c"))[1];
    float[] before = encoder.encode(List.of("a", "b", "c"))[1];
    TransformerGraphTest.assertClose(found, before, 0.5f);
    assertThat(found).isNotEqualTo(before);
    List<Node> nodes = OnnxFile.read(converted.encoder().files().graph(), "graph").graph().nodes();
    assertThat(nodes.stream().map(Node::operator).filter("MatMulIntegerToFloat"::equals))
        .hasSize(3 * 6);
    assertThat(nodes.stream().filter(node -> node.operator().equals("Mul")))
        .as("factors of averages of values are in the values")
        .isNotEmpty()
        .noneMatch(node -> node.inputs().get(1).contains("attention.output"));
  }

  @ParameterizedTest
  @EnumSource(
      value = EncoderPrecision.class,
      names = {"F32", "F16"})
  void otherPrecisionsMoveThemLess(EncoderPrecision precision) throws IOException {
    PretrainedEncoder encoder = new SmallEncoder("mpnet").read(folder);

    EncoderConversion converted = EncoderConversion.of(encoder, precision, texts());

    assertThat(converted.difference()).isLessThan(5e-3);
    assertThat(converted.cosine()).isGreaterThan(0.99999);
    assertThat(EncoderPrecision.of(OnnxFile.read(converted.encoder().files().graph(), "graph")))
        .isEqualTo(precision);
  }

  @Test
  void inEightBitsATextDoesNotDependOnItsNeighbours() throws IOException, OrtException {
    PretrainedEncoder encoder = new SmallEncoder("bert").read(folder);
    byte[] graph =
        EncoderConversion.of(encoder, EncoderPrecision.INT8, texts()).encoder().files().graph();

    float[] together =
        GraphRunner.run(
            graph, TransformerGraph.VECTORS, new long[][] {{2, 18, 18, 3}, {2, 5, 6, 3}}, null);
    float[] alone =
        GraphRunner.run(graph, TransformerGraph.VECTORS, new long[][] {{2, 5, 6, 3}}, null);

    TransformerGraphTest.assertClose(
        Arrays.copyOfRange(together, alone.length, 2 * alone.length), alone, 1e-5f);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2})
  void knowsCapitalisationInEightBits(int level) throws IOException {
    PretrainedEncoder encoder = new SmallEncoder("bert").read(folder);
    float[] shapes = new float[64];
    for (int i = 0; i < shapes.length; i++) {
      shapes[i] = (i * 7 % 11 - 5) / 5f;
    }
    EncoderWeights told =
        EncoderWeights.of(encoder.files(), "encoder")
            .with(Map.of(EncoderWeights.capitalisation(level), shapes));

    EncoderConversion converted =
        EncoderConversion.of(
            encoder.withGraph(TransformerGraph.write(told)), EncoderPrecision.INT8, texts());

    assertThat(converted.difference()).isLessThan(0.1);
    float[] lower = converted.encoder().encode(List.of("a", "b"))[0];
    float[] upper = converted.encoder().encode(List.of("A", "b"))[0];
    assertThat(upper).isNotEqualTo(lower);
  }

  @Test
  void refusesWhatItCannotConvert() throws IOException {
    PretrainedEncoder encoder = new SmallEncoder("bert").read(folder);
    PretrainedEncoder small =
        EncoderConversion.of(encoder, EncoderPrecision.INT8, texts()).encoder();

    assertThatThrownBy(() -> EncoderConversion.of(small, EncoderPrecision.F16, texts()))
        .isInstanceOf(BadModelException.class)
        .hasMessageContaining(
            "found weights in 8 bits, expected the encoder as it was before, in 16 or 32 bits");
    assertThatThrownBy(
            () -> EncoderConversion.of(encoder, EncoderPrecision.INT8, List.of(List.of("a"))))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("found 1 windows of it, expected 2 or more");
    assertThatThrownBy(
            () -> EncoderConversion.of(TinyEncoder.read(), EncoderPrecision.INT8, texts()))
        .isInstanceOf(BadModelException.class)
        .hasMessageContaining("a graph whose weights are not recognised");
  }
}
