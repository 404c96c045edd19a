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

package org.sparkner.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.sparkner.error.BadModelException;

class OnnxFileTest {
  /** Made by Python's package onnx; the script is beside it. */
  private static final Path MADE_BY_PYTHON = Path.of("src/test/resources/onnx/model.onnx");

  @Test
  void readsWhatPythonWrites() throws IOException {
    OnnxModel model = OnnxFile.read(Files.readAllBytes(MADE_BY_PYTHON), "model");

    assertThat(model.irVersion()).isEqualTo(9);
    assertThat(model.producer()).isEqualTo("make");
    assertThat(model.operatorSets())
        .containsExactly(new OperatorSet("", 20), new OperatorSet("com.microsoft", 1));
    assertThat(model.metadata()).isEqualTo(Map.of("key", "value"));
    assertThat(model.graph().nodes())
        .extracting(Node::operator)
        .containsExactly("MatMul", "If", "Add", "Transpose", "Gelu");
    assertThat(model.graph().nodes().get(0).name()).isEqualTo("the product");
    assertThat(model.graph().nodes().get(0).inputs()).containsExactly("x", "raw");
    assertThat(model.graph().nodes().get(3).attribute("perm"))
        .contains(new AttributeValue.Wholes(List.of(1L, 0L)));
    assertThat(model.graph().nodes().get(4).attribute("approximate"))
        .contains(
            new AttributeValue.Text(ByteBuffer.wrap("tanh".getBytes(StandardCharsets.UTF_8))));
    assertThat(model.graph().inputs())
        .containsExactly(
            ValueInfo.of("x", ElementType.FLOAT, Dimension.named("rows"), Dimension.of(2)));
    assertThat(model.graph().outputs())
        .containsExactly(
            ValueInfo.of("y", ElementType.FLOAT, Dimension.of(3), Dimension.named("")));
  }

  @Test
  void readsNumbersHoweverTheyAreWritten() throws IOException {
    Graph graph = OnnxFile.read(Files.readAllBytes(MADE_BY_PYTHON), "model").graph();

    assertThat(values(graph, "raw").asFloatBuffer().get(5)).isEqualTo(5f);
    assertThat(values(graph, "floats").asFloatBuffer().get(1)).isEqualTo(-1.5f);
    assertThat(values(graph, "halves").asShortBuffer().get(1)).isEqualTo((short) 0xbe00);
    assertThat(values(graph, "bytes").get(0)).isEqualTo((byte) -128);
    assertThat(values(graph, "unsigned bytes").get(1)).isEqualTo((byte) 255);
    assertThat(values(graph, "integers").asIntBuffer().get(0)).isEqualTo(-7);
    assertThat(values(graph, "integers").asIntBuffer().get(1)).isEqualTo(1 << 30);
    assertThat(values(graph, "long integers").asLongBuffer().get(0)).isEqualTo(-7);
    assertThat(values(graph, "long integers").asLongBuffer().get(1)).isEqualTo(1L << 40);
    assertThat(values(graph, "doubles").asDoubleBuffer().get(0)).isEqualTo(0.1);
    assertThat(graph.initializer("texts").orElseThrow().elements()).isEqualTo(ElementType.STRING);
  }

  private static ByteBuffer values(Graph graph, String name) {
    return graph
        .initializer(name)
        .orElseThrow()
        .values()
        .duplicate()
        .order(ByteOrder.LITTLE_ENDIAN);
  }

  @Test
  void keepsWhatItDoesNotName() throws IOException {
    byte[] bytes = Files.readAllBytes(MADE_BY_PYTHON);

    OnnxModel model = OnnxFile.read(bytes, "model");
    byte[] written = OnnxFile.write(model);

    assertThat(OnnxFile.read(written, "again")).isEqualTo(model);
    for (String text : List.of("a model", "a graph", "a sum", "then_branch", "else_branch")) {
      assertThat(new String(written, StandardCharsets.ISO_8859_1)).contains(text);
    }
  }

  @Property(tries = 200)
  void readsWhatItWrites(@ForAll("models") OnnxModel model) {
    assertThat(OnnxFile.read(OnnxFile.write(model), "model")).isEqualTo(model);
  }

  @Property(tries = 500)
  void readsOrRefusesAnyBytes(@ForAll byte[] bytes) {
    readsOrRefuses(bytes);
  }

  @Property(tries = 2000)
  void readsOrRefusesBrokenModels(@ForAll long seed) throws IOException {
    Random random = new Random(seed);
    byte[] bytes = Files.readAllBytes(MADE_BY_PYTHON);
    for (int i = 0; i < 1 + random.nextInt(4); i++) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
    }
    readsOrRefuses(
        random.nextBoolean() ? bytes : Arrays.copyOf(bytes, random.nextInt(bytes.length)));
  }

  private static void readsOrRefuses(byte[] bytes) {
    try {
      OnnxFile.write(OnnxFile.read(bytes, "broken"));
    } catch (BadModelException e) {
      assertThat(e).hasMessageStartingWith("ONNX file broken cannot be read: found ");
      assertThat(e.getMessage()).contains(" at byte ").doesNotContain("\n");
    }
  }

  @Test
  void saysWhereAFileIsBroken() throws IOException {
    byte[] bytes = Files.readAllBytes(MADE_BY_PYTHON);

    assertThatThrownBy(() -> OnnxFile.read(Arrays.copyOf(bytes, 100), "cut.onnx"))
        .isInstanceOf(BadModelException.class)
        .hasMessageContaining("ONNX file cut.onnx cannot be read")
        .hasMessageContaining("at byte")
        .hasMessageContaining("that are left");
    assertThatThrownBy(() -> OnnxFile.read(new byte[0], "empty"))
        .hasMessageContaining("no graph at byte 0");
  }

  @Test
  void refusesShapesThatItsBytesDoNotFill() {
    ConstantTensor tensor = ConstantTensor.of("t", new float[] {1, 2}, 2);
    byte[] bytes = OnnxFile.write(model(tensor));
    int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("\u0008\u0002\u0010\u0001");
    bytes[at + 1] = 127;

    assertThatThrownBy(() -> OnnxFile.read(bytes, "model"))
        .hasMessageContaining("8 bytes of FLOAT in a tensor 't' of shape [127]");
  }

  private static OnnxModel model(ConstantTensor tensor) {
    return OnnxModel.of(
        9,
        "",
        List.of(),
        Map.of(),
        Graph.of("g", List.of(), List.of(tensor), List.of(), List.of()));
  }

  @Provide
  Arbitrary<OnnxModel> models() {
    Arbitrary<Map<String, String>> metadata = Arbitraries.maps(names(), names()).ofMaxSize(3);
    Arbitrary<List<OperatorSet>> sets =
        Combinators.combine(names(), Arbitraries.longs()).as(OperatorSet::new).list().ofMaxSize(3);
    return Combinators.combine(Arbitraries.longs(), names(), sets, metadata, graphs())
        .as(OnnxModel::of);
  }

  private static Arbitrary<Graph> graphs() {
    return Combinators.combine(
            names(),
            nodes().list().ofMaxSize(4),
            tensors().list().ofMaxSize(4),
            infos().list().ofMaxSize(3),
            infos().list().ofMaxSize(3))
        .as(Graph::of);
  }

  private static Arbitrary<Node> nodes() {
    return Combinators.combine(
            names(),
            names(),
            names().list().ofMaxSize(3),
            names().list().ofMaxSize(3),
            attributes().list().ofMaxSize(3))
        .as(
            (domain, operator, inputs, outputs, attributes) ->
                Node.of(domain, operator, inputs, outputs, attributes.toArray(Attribute[]::new)));
  }

  private static Arbitrary<Attribute> attributes() {
    Arbitrary<AttributeValue> values =
        Arbitraries.oneOf(
            Arbitraries.floats().map(AttributeValue.Real::new),
            Arbitraries.longs().map(AttributeValue.Whole::new),
            names()
                .map(text -> ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)))
                .map(AttributeValue.Text::new),
            tensors().map(AttributeValue.Constant::new),
            Arbitraries.floats().list().ofMaxSize(4).map(AttributeValue.Reals::new),
            Arbitraries.longs().list().ofMaxSize(4).map(AttributeValue.Wholes::new));
    return Combinators.combine(names(), values).as(Attribute::of);
  }

  private static Arbitrary<ValueInfo> infos() {
    Arbitrary<Dimension> dimensions =
        Arbitraries.oneOf(
            Arbitraries.longs().greaterOrEqual(0).map(Dimension::of),
            names().map(Dimension::named));
    return Combinators.combine(
            names(), Arbitraries.of(ElementType.class), dimensions.list().ofMaxSize(3).optional())
        .as(
            (name, elements, shape) ->
                new ValueInfo(
                    name, Optional.of(new TensorType(elements, shape)), OtherFields.NONE));
  }

  private static Arbitrary<ConstantTensor> tensors() {
    Arbitrary<ElementType> elements =
        Arbitraries.of(ElementType.class).filter(type -> type.bytes() > 0);
    Arbitrary<List<Long>> shapes = Arbitraries.longs().between(0, 3).list().ofMaxSize(3);
    return Combinators.combine(names(), elements, shapes, Arbitraries.randoms())
        .as(
            (name, type, shape, random) -> {
              long size = shape.stream().reduce((long) type.bytes(), Math::multiplyExact);
              byte[] values = new byte[(int) size];
              random.nextBytes(values);
              return ConstantTensor.of(name, type, shape, ByteBuffer.wrap(values));
            });
  }

  private static Arbitrary<String> names() {
    return Arbitraries.strings().withCharRange('a', 'z').withChars('é', '/', '語').ofMaxLength(6);
  }
}
