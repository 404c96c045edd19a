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

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a model computes.
 *
 * @param nodes each after those whose outputs it reads
 * @param initializers constants, by name inputs of nodes
 * @param other fields that this record does not name
 */
public record Graph(
    String name,
    List<Node> nodes,
    List<ConstantTensor> initializers,
    List<ValueInfo> inputs,
    List<ValueInfo> outputs,
    ByteBuffer other) {
  public Graph {
    nodes = List.copyOf(nodes);
    initializers = List.copyOf(initializers);
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
  }

  /** A graph of these parts and no others. */
  public static Graph of(
      String name,
      List<Node> nodes,
      List<ConstantTensor> initializers,
      List<ValueInfo> inputs,
      List<ValueInfo> outputs) {
    return new Graph(name, nodes, initializers, inputs, outputs, OtherFields.NONE);
  }

  /** The initializer of a name, if there is one. */
  public Optional<ConstantTensor> initializer(String wanted) {
    return initializers.stream().filter(tensor -> tensor.name().equals(wanted)).findFirst();
  }

  void write(ProtobufOutput out) {
    nodes.forEach(node -> out.message(1, node::write));
    out.text(2, name);
    initializers.forEach(tensor -> out.message(5, tensor::write));
    inputs.forEach(input -> out.message(11, input::write));
    outputs.forEach(output -> out.message(12, output::write));
    out.bytes(other);
  }

  static Graph read(ProtobufInput in) {
    List<Node> nodes = new ArrayList<>();
    String name = "";
    List<ConstantTensor> initializers = new ArrayList<>();
    List<ValueInfo> inputs = new ArrayList<>();
    List<ValueInfo> outputs = new ArrayList<>();
    OtherFields other = new OtherFields();
    while (in.next()) {
      switch (in.number()) {
        case 1 -> nodes.add(Node.read(in.message()));
        case 2 -> name = in.text();
        case 5 -> initializers.add(ConstantTensor.read(in.message()));
        case 11 -> inputs.add(ValueInfo.read(in.message()));
        case 12 -> outputs.add(ValueInfo.read(in.message()));
        default -> other.skip(in);
      }
    }
    return new Graph(name, nodes, initializers, inputs, outputs, other.toBuffer());
  }
}
