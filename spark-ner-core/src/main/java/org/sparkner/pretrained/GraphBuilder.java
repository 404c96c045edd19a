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

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sparkner.kernel.HalfFloat;
import org.sparkner.onnx.Attribute;
import org.sparkner.onnx.ConstantTensor;
import org.sparkner.onnx.ElementType;
import org.sparkner.onnx.Graph;
import org.sparkner.onnx.Node;
import org.sparkner.onnx.OnnxModel;
import org.sparkner.onnx.OperatorSet;
import org.sparkner.onnx.ValueInfo;

/** A graph as it is put together. Values get their names from the operators that make them. */
final class GraphBuilder {
  /** The operators of ONNX Runtime that are not of ONNX. */
  static final String RUNTIME = "com.microsoft";

  static final String ONNX = "";

  /** An optional input that is left out. */
  static final String NONE = "";

  private static final long IR_VERSION = 8;
  private static final long ONNX_VERSION = 17;

  private final ElementType floats;
  private final List<Node> nodes = new ArrayList<>();
  private final Map<String, ConstantTensor> constants = new LinkedHashMap<>();

  /**
   * @param floats type of the graph's floats, {@code FLOAT} or {@code FLOAT16}
   */
  GraphBuilder(ElementType floats) {
    this.floats = floats;
  }

  /** Adds a constant, in the graph's type of floats if it is of floats. */
  String constant(ConstantTensor tensor) {
    boolean narrow = floats == ElementType.FLOAT16 && tensor.elements() == ElementType.FLOAT;
    return exactly(narrow ? narrowed(tensor) : tensor);
  }

  /** Adds a constant as it is. */
  String exactly(ConstantTensor tensor) {
    constants.putIfAbsent(tensor.name(), tensor);
    return tensor.name();
  }

  String constant(String name, float[] values, long... shape) {
    return constant(ConstantTensor.of(name, values, shape));
  }

  String constant(String name, long[] values, long... shape) {
    return exactly(ConstantTensor.of(name, values, shape));
  }

  /** The same constant in half precision. */
  static ConstantTensor narrowed(ConstantTensor tensor) {
    FloatBuffer from = tensor.values().duplicate().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
    ByteBuffer to =
        ByteBuffer.allocate(from.remaining() * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    while (from.hasRemaining()) {
      to.putShort(HalfFloat.of(from.get()));
    }
    return ConstantTensor.of(tensor.name(), ElementType.FLOAT16, tensor.shape(), to.flip());
  }

  /** Adds an operation of one output, whose name it gives. */
  String node(String domain, String operator, List<String> inputs, Attribute... attributes) {
    String output = operator + "_" + nodes.size();
    add(domain, operator, inputs, output, attributes);
    return output;
  }

  /** Adds an operation whose output has a name. */
  void add(
      String domain, String operator, List<String> inputs, String output, Attribute... attributes) {
    nodes.add(Node.of(domain, operator, inputs, List.of(output), attributes));
  }

  OnnxModel build(
      String producer,
      Map<String, String> metadata,
      List<ValueInfo> inputs,
      List<ValueInfo> outputs) {
    return OnnxModel.of(
        IR_VERSION,
        producer,
        List.of(new OperatorSet(ONNX, ONNX_VERSION), new OperatorSet(RUNTIME, 1)),
        metadata,
        Graph.of("encoder", nodes, List.copyOf(constants.values()), inputs, outputs));
  }
}
