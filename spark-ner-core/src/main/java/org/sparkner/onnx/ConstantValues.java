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

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The fields of a constant that hold its elements: raw bytes, or numbers as the format has them.
 */
final class ConstantValues {
  private static final int FLOATS = 4;
  private static final int WHOLE_32 = 5;
  private static final int WHOLE_64 = 7;
  private static final int RAW = 9;
  private static final int DOUBLES = 10;
  private static final int UNSIGNED_64 = 11;

  private final List<ByteBuffer> fields = new ArrayList<>();
  private final List<Long> positions = new ArrayList<>();

  /** Takes the field that the input is at. */
  void add(ProtobufInput in) {
    ByteBuffer field = in.skip();
    fields.add(field);
    positions.add(in.position() - field.remaining());
  }

  /**
   * The elements, little-endian, once all fields are known.
   *
   * @param other gets the fields if the type's elements are not held
   * @param begin place of the constant in the file
   */
  ByteBuffer of(ElementType elements, OtherFields other, OnnxFault fault, long begin) {
    if (elements.bytes() == 0) {
      fields.forEach(other::add);
      return OtherFields.NONE;
    }
    if (fields.size() == 1) {
      ProtobufInput only = input(0, fault);
      if (isPlain(only, elements)) {
        return only.content().asReadOnlyBuffer();
      }
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < fields.size(); i++) {
      ProtobufInput field = input(i, fault);
      if (field.number() != expected(elements)) {
        throw fault.at(
            positions.get(i),
            "a field " + field.number() + " of a constant of " + elements,
            "raw data alone or fields " + expected(elements));
      }
      decode(field, elements.bytes(), bytes);
    }
    return ByteBuffer.wrap(bytes.toByteArray()).asReadOnlyBuffer();
  }

  private ProtobufInput input(int field, OnnxFault fault) {
    ProtobufInput in = new ProtobufInput(fields.get(field), positions.get(field), fault);
    in.next();
    return in;
  }

  /** Whether the content of the field is the elements as they are. */
  private static boolean isPlain(ProtobufInput in, ElementType elements) {
    boolean ofFloats = in.number() == FLOATS || in.number() == DOUBLES;
    return in.number() == RAW
        || ofFloats
            && in.number() == expected(elements)
            && in.wireType() == ProtobufInput.LENGTH_DELIMITED;
  }

  private static int expected(ElementType elements) {
    return switch (elements) {
      case FLOAT -> FLOATS;
      case DOUBLE -> DOUBLES;
      case INT64 -> WHOLE_64;
      case UINT32, UINT64 -> UNSIGNED_64;
      default -> WHOLE_32;
    };
  }

  private static void decode(ProtobufInput in, int size, ByteArrayOutputStream bytes) {
    if (in.wireType() != ProtobufInput.LENGTH_DELIMITED) {
      put(number(in), size, bytes);
      return;
    }
    ProtobufInput packed = in.message();
    while (packed.hasMore()) {
      long value =
          switch (in.number()) {
            case FLOATS -> packed.fourBytes();
            case DOUBLES -> packed.eightBytes();
            default -> packed.varint();
          };
      put(value, size, bytes);
    }
  }

  private static long number(ProtobufInput in) {
    return switch (in.wireType()) {
      case ProtobufInput.VARINT -> in.varint();
      case ProtobufInput.FOUR_BYTES -> in.fourBytes();
      case ProtobufInput.EIGHT_BYTES -> in.eightBytes();
      default -> throw in.faultAtTag("wire type " + in.wireType(), "a number");
    };
  }

  private static void put(long value, int size, ByteArrayOutputStream bytes) {
    for (int i = 0; i < size; i++) {
      bytes.write((int) (value >>> (Byte.SIZE * i)));
    }
  }
}
