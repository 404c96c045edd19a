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
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * A constant.
 *
 * @param name as which nodes read it; may be empty in an attribute
 * @param elements what it consists of
 * @param shape sizes of its dimensions, slowest first; empty for a single number
 * @param values row-major, little-endian, {@link ElementType#bytes} for each element; empty for
 *     types of 0 bytes, whose elements are among the other fields. Its position must not be moved:
 *     read a duplicate
 * @param other fields that this record does not name
 */
public record ConstantTensor(
    String name, ElementType elements, List<Long> shape, ByteBuffer values, ByteBuffer other) {
  private static final int NAME_FIELD = 8;
  private static final int RAW_FIELD = 9;
  private static final int LOCATION_FIELD = 14;

  public ConstantTensor {
    shape = List.copyOf(shape);
    if (elements.bytes() > 0 && !fits(elements, shape, values.remaining())) {
      throw new IllegalArgumentException(
          name + " of " + elements + shape + " has " + values.remaining() + " bytes");
    }
  }

  /** A constant of these values, little-endian. */
  public static ConstantTensor of(
      String name, ElementType elements, List<Long> shape, ByteBuffer values) {
    return new ConstantTensor(name, elements, shape, values.asReadOnlyBuffer(), OtherFields.NONE);
  }

  /** A constant of numbers in single precision. */
  public static ConstantTensor of(String name, float[] values, long... shape) {
    ByteBuffer bytes = buffer((long) values.length * Float.BYTES);
    bytes.asFloatBuffer().put(values);
    return of(name, ElementType.FLOAT, list(shape), bytes);
  }

  /** A constant of whole numbers of 64 bits. */
  public static ConstantTensor of(String name, long[] values, long... shape) {
    ByteBuffer bytes = buffer((long) values.length * Long.BYTES);
    bytes.asLongBuffer().put(values);
    return of(name, ElementType.INT64, list(shape), bytes);
  }

  private static ByteBuffer buffer(long bytes) {
    return ByteBuffer.allocate(Math.toIntExact(bytes)).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static List<Long> list(long... shape) {
    List<Long> sizes = new ArrayList<>();
    for (long size : shape) {
      sizes.add(size);
    }
    return sizes;
  }

  /** Its elements. */
  public long size() {
    return shape.stream().reduce(1L, Math::multiplyExact);
  }

  private static boolean fits(ElementType elements, List<Long> shape, long bytes) {
    if (shape.stream().anyMatch(dimension -> dimension < 0)) {
      return false;
    }
    if (shape.contains(0L)) {
      return bytes == 0;
    }
    long size = elements.bytes();
    for (long dimension : shape) {
      if (dimension > bytes / size) {
        return false;
      }
      size *= dimension;
    }
    return size == bytes;
  }

  void write(ProtobufOutput out) {
    shape.forEach(size -> out.wholeNumber(1, size));
    out.wholeNumber(2, elements.code());
    if (!name.isEmpty()) {
      out.text(NAME_FIELD, name);
    }
    if (elements.bytes() > 0) {
      out.content(RAW_FIELD, values);
    }
    out.bytes(other);
  }

  static ConstantTensor read(ProtobufInput in) {
    long begin = in.position();
    String name = "";
    long code = 0;
    List<Long> shape = new ArrayList<>();
    ConstantValues values = new ConstantValues();
    OtherFields other = new OtherFields();
    while (in.next()) {
      switch (in.number()) {
        case 1 -> {
          if (in.wireType() == ProtobufInput.LENGTH_DELIMITED) {
            ProtobufInput packed = in.message();
            while (packed.hasMore()) {
              shape.add(packed.varint());
            }
          } else {
            shape.add(in.wholeNumber());
          }
        }
        case 2 -> code = in.wholeNumber();
        case NAME_FIELD -> name = in.text();
        case 4, 5, 6, 7, RAW_FIELD, 10, 11 -> values.add(in);
        case LOCATION_FIELD -> {
          if (in.wholeNumber() != 0) {
            throw in.faultAtTag("weights in a file of their own", "a graph in one file");
          }
        }
        default -> other.skip(in);
      }
    }
    long found = code;
    ElementType elements =
        ElementType.of(code)
            .orElseThrow(
                () ->
                    in.fault()
                        .at(
                            begin,
                            "elements of type " + found,
                            "at most " + (ElementType.values().length - 1)));
    ByteBuffer decoded = values.of(elements, other, in.fault(), begin);
    if (elements.bytes() > 0 && !fits(elements, shape, decoded.remaining())) {
      throw in.fault()
          .at(
              begin,
              decoded.remaining()
                  + " bytes of "
                  + elements
                  + " in a tensor '"
                  + name
                  + "' of shape "
                  + shape,
              "as many as its shape says");
    }
    return new ConstantTensor(name, elements, shape, decoded, other.toBuffer());
  }
}
