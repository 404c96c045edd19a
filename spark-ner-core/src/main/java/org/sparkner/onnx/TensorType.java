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

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The type of an input or output that is a tensor.
 *
 * @param elements what it consists of
 * @param shape its dimensions, slowest first; empty if even their number is unknown
 */
public record TensorType(ElementType elements, Optional<List<Dimension>> shape) {
  void write(ProtobufOutput out) {
    out.message(
        1,
        tensor -> {
          tensor.wholeNumber(1, elements.code());
          shape.ifPresent(
              dimensions ->
                  tensor.message(
                      2, list -> dimensions.forEach(one -> list.message(1, one::write))));
        });
  }

  /** The type, or nothing if it is of another kind or has fields that this record does not. */
  static Optional<TensorType> read(ProtobufInput in) {
    Optional<TensorType> found = Optional.empty();
    while (in.next()) {
      if (in.number() != 1 || found.isPresent()) {
        return Optional.empty();
      }
      found = tensor(in.message());
      if (found.isEmpty()) {
        return found;
      }
    }
    return found;
  }

  private static Optional<TensorType> tensor(ProtobufInput in) {
    ElementType elements = ElementType.UNDEFINED;
    Optional<List<Dimension>> shape = Optional.empty();
    while (in.next()) {
      if (in.number() == 1) {
        Optional<ElementType> type = ElementType.of(in.wholeNumber());
        if (type.isEmpty()) {
          return Optional.empty();
        }
        elements = type.get();
      } else if (in.number() == 2 && shape.isEmpty()) {
        shape = shape(in.message());
        if (shape.isEmpty()) {
          return Optional.empty();
        }
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(new TensorType(elements, shape));
  }

  private static Optional<List<Dimension>> shape(ProtobufInput in) {
    List<Dimension> dimensions = new ArrayList<>();
    while (in.next()) {
      if (in.number() != 1) {
        return Optional.empty();
      }
      ProtobufInput message = in.message();
      Dimension dimension = Dimension.named("");
      while (message.next()) {
        switch (message.number()) {
          case 1 -> dimension = Dimension.of(message.wholeNumber());
          case 2 -> dimension = Dimension.named(message.text());
          default -> {
            return Optional.empty();
          }
        }
      }
      if (dimension.size() < Dimension.ANY) {
        return Optional.empty();
      }
      dimensions.add(dimension);
    }
    return Optional.of(List.copyOf(dimensions));
  }
}
