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
import java.util.List;
import java.util.Optional;

/**
 * An input or output of a graph.
 *
 * @param name of the value
 * @param type nothing if it is not a plain tensor; then its type is among the other fields
 * @param other fields that this record does not name
 */
public record ValueInfo(String name, Optional<TensorType> type, ByteBuffer other) {
  /** A tensor. */
  public static ValueInfo of(String name, ElementType elements, Dimension... shape) {
    return new ValueInfo(
        name, Optional.of(new TensorType(elements, Optional.of(List.of(shape)))), OtherFields.NONE);
  }

  void write(ProtobufOutput out) {
    out.text(1, name);
    type.ifPresent(known -> out.message(2, known::write));
    out.bytes(other);
  }

  static ValueInfo read(ProtobufInput in) {
    String name = "";
    Optional<TensorType> type = Optional.empty();
    OtherFields other = new OtherFields();
    while (in.next()) {
      if (in.number() == 1) {
        name = in.text();
      } else if (in.number() == 2 && in.wireType() == ProtobufInput.LENGTH_DELIMITED) {
        ByteBuffer field = in.skip();
        ProtobufInput again =
            new ProtobufInput(field, in.position() - field.remaining(), in.fault());
        again.next();
        Optional<TensorType> found = TensorType.read(again.message());
        if (found.isPresent() && type.isEmpty()) {
          type = found;
        } else {
          other.add(field);
        }
      } else {
        other.skip(in);
      }
    }
    return new ValueInfo(name, type, other.toBuffer());
  }
}
