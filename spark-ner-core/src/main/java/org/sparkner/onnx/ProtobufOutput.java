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
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A message of Protocol Buffers as it is written. Long contents are copied only at the end. */
final class ProtobufOutput {
  private static final int COPIED = 1 << 10;

  private final List<ByteBuffer> finished = new ArrayList<>();
  private ByteArrayOutputStream last = new ByteArrayOutputStream();
  private long length;

  void wholeNumber(int number, long value) {
    tag(number, ProtobufInput.VARINT);
    varint(value);
  }

  void realNumber(int number, float value) {
    tag(number, ProtobufInput.FOUR_BYTES);
    fourBytes(Float.floatToRawIntBits(value));
  }

  void text(int number, String value) {
    content(number, ByteBuffer.wrap(value.getBytes(StandardCharsets.UTF_8)));
  }

  void content(int number, ByteBuffer value) {
    tag(number, ProtobufInput.LENGTH_DELIMITED);
    varint(value.remaining());
    bytes(value);
  }

  void message(int number, Consumer<ProtobufOutput> content) {
    ProtobufOutput message = new ProtobufOutput();
    content.accept(message);
    message.finish();
    tag(number, ProtobufInput.LENGTH_DELIMITED);
    varint(message.length);
    message.finished.forEach(this::bytes);
  }

  /** Whole fields as they were read. */
  void bytes(ByteBuffer value) {
    int size = value.remaining();
    length += size;
    if (size <= COPIED) {
      byte[] copy = new byte[size];
      value.duplicate().get(copy);
      last.writeBytes(copy);
    } else {
      finish();
      finished.add(value);
    }
  }

  void varint(long value) {
    long left = value;
    while ((left & ~0x7fL) != 0) {
      oneByte((int) (left & 0x7f) | 0x80);
      left >>>= 7;
    }
    oneByte((int) left);
  }

  void fourBytes(int value) {
    for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
      oneByte(value >>> shift);
    }
  }

  /**
   * All that was written.
   *
   * @throws ArithmeticException if it is 2 GiB or more
   */
  byte[] toByteArray() {
    finish();
    ByteBuffer all = ByteBuffer.allocate(Math.toIntExact(length));
    finished.forEach(part -> all.put(part.duplicate()));
    return all.array();
  }

  private void tag(int number, int wireType) {
    varint((long) number << 3 | wireType);
  }

  private void oneByte(int value) {
    last.write(value);
    length++;
  }

  private void finish() {
    if (last.size() > 0) {
      finished.add(ByteBuffer.wrap(last.toByteArray()));
      last = new ByteArrayOutputStream();
    }
  }
}
