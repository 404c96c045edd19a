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
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * The fields of a message of Protocol Buffers, one after the other. It makes no copies: what it
 * gives are views of the input.
 */
final class ProtobufInput {
  static final int VARINT = 0;
  static final int EIGHT_BYTES = 1;
  static final int LENGTH_DELIMITED = 2;
  static final int FOUR_BYTES = 5;

  private static final int MOST_VARINT_BYTES = 10;

  private final ByteBuffer bytes;
  private final long begin;
  private final OnnxFault fault;
  private int tagPosition;
  private int number;
  private int wireType;

  /**
   * @param bytes of the message, from its position to its limit
   * @param begin place in the file of the first byte of the buffer's array or view
   */
  ProtobufInput(ByteBuffer bytes, long begin, OnnxFault fault) {
    this.bytes = bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
    this.begin = begin;
    this.fault = fault;
  }

  /** Goes on to the next field, which must then be read or skipped; false at the end. */
  boolean next() {
    if (!bytes.hasRemaining()) {
      return false;
    }
    tagPosition = bytes.position();
    long tag = varint();
    number = (int) (tag >>> 3);
    wireType = (int) (tag & 7);
    if (tag >>> 3 < 1 || tag >>> 3 > (1 << 29) - 1) {
      throw faultAtTag("a field numbered " + (tag >>> 3), "a number from 1 to 536870911");
    }
    return true;
  }

  /** The number of the field. */
  int number() {
    return number;
  }

  int wireType() {
    return wireType;
  }

  /** Whether values are left, of a packed field. */
  boolean hasMore() {
    return bytes.hasRemaining();
  }

  /** Place in the file. */
  long position() {
    return begin + bytes.position();
  }

  OnnxFault fault() {
    return fault;
  }

  RuntimeException faultAtTag(String found, String expected) {
    return fault.at(begin + tagPosition, found, expected);
  }

  long wholeNumber() {
    require(VARINT);
    return varint();
  }

  float realNumber() {
    require(FOUR_BYTES);
    return Float.intBitsToFloat(fourBytes());
  }

  String text() {
    long at = position();
    ByteBuffer encoded = content();
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(encoded).toString();
    } catch (CharacterCodingException e) {
      throw fault.at(at, "a name that is not UTF-8", "UTF-8");
    }
  }

  /** A view of the bytes of a field of strings, bytes, messages or packed numbers. */
  ByteBuffer content() {
    require(LENGTH_DELIMITED);
    long length = varint();
    return view(length);
  }

  /** A message in the field. */
  ProtobufInput message() {
    ByteBuffer content = content();
    return new ProtobufInput(content, position() - content.remaining(), fault);
  }

  /** Passes over the field and gives its bytes, with tag. */
  ByteBuffer skip() {
    switch (wireType) {
      case VARINT -> varint();
      case EIGHT_BYTES -> view(Long.BYTES);
      case LENGTH_DELIMITED -> content();
      case FOUR_BYTES -> view(Integer.BYTES);
      default ->
          throw faultAtTag(
              "wire type " + wireType + " of field " + number, "0, 1, 2 or 5: a field of ONNX");
    }
    return bytes.slice(tagPosition, bytes.position() - tagPosition);
  }

  long varint() {
    int start = bytes.position();
    long value = 0;
    for (int i = 0; i < MOST_VARINT_BYTES; i++) {
      if (!bytes.hasRemaining()) {
        throw fault.at(begin + start, "a number that is cut off", "its last byte");
      }
      byte next = bytes.get();
      value |= (next & 0x7fL) << (7 * i);
      if (next >= 0) {
        return value;
      }
    }
    throw fault.at(begin + start, "a number of more than 10 bytes", "at most 10 bytes");
  }

  int fourBytes() {
    return view(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN).getInt();
  }

  long eightBytes() {
    return view(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).getLong();
  }

  private ByteBuffer view(long length) {
    if (length < 0 || length > bytes.remaining()) {
      throw fault.at(
          position(),
          "a field of " + Long.toUnsignedString(length) + " bytes",
          "at most the " + bytes.remaining() + " bytes that are left");
    }
    ByteBuffer content = bytes.slice(bytes.position(), (int) length);
    bytes.position(bytes.position() + (int) length);
    return content;
  }

  private void require(int type) {
    if (wireType != type) {
      throw faultAtTag("wire type " + wireType + " of field " + number, "wire type " + type);
    }
  }
}
