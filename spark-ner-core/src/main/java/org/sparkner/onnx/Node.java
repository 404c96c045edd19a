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
 * An operation of a graph.
 *
 * @param inputs names of values; empty for one that is left out
 * @param outputs names of values; empty for one that is left out
 * @param name may be empty
 * @param operator such as {@code MatMul}
 * @param domain of its operator set; empty for that of ONNX itself
 * @param other fields that this record does not name
 */
public record Node(
    List<String> inputs,
    List<String> outputs,
    String name,
    String operator,
    String domain,
    List<Attribute> attributes,
    ByteBuffer other) {
  public Node {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    attributes = List.copyOf(attributes);
  }

  /** An operation without a name. */
  public static Node of(
      String domain,
      String operator,
      List<String> inputs,
      List<String> outputs,
      Attribute... attributes) {
    return new Node(inputs, outputs, "", operator, domain, List.of(attributes), OtherFields.NONE);
  }

  /** An attribute, if it is given. */
  public Optional<AttributeValue> attribute(String wanted) {
    return attributes.stream()
        .filter(attribute -> attribute.name().equals(wanted))
        .map(Attribute::value)
        .findFirst();
  }

  void write(ProtobufOutput out) {
    inputs.forEach(input -> out.text(1, input));
    outputs.forEach(output -> out.text(2, output));
    if (!name.isEmpty()) {
      out.text(3, name);
    }
    out.text(4, operator);
    attributes.forEach(attribute -> out.message(5, attribute::write));
    if (!domain.isEmpty()) {
      out.text(7, domain);
    }
    out.bytes(other);
  }

  static Node read(ProtobufInput in) {
    List<String> inputs = new ArrayList<>();
    List<String> outputs = new ArrayList<>();
    String name = "";
    String operator = "";
    String domain = "";
    List<Attribute> attributes = new ArrayList<>();
    OtherFields other = new OtherFields();
    while (in.next()) {
      switch (in.number()) {
        case 1 -> inputs.add(in.text());
        case 2 -> outputs.add(in.text());
        case 3 -> name = in.text();
        case 4 -> operator = in.text();
        case 5 -> attributes.add(Attribute.read(in.message()));
        case 7 -> domain = in.text();
        default -> other.skip(in);
      }
    }
    return new Node(inputs, outputs, name, operator, domain, attributes, other.toBuffer());
  }
}
