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

/** Collects the fields of a message that its record does not name, to be written again. */
final class OtherFields {
  static final ByteBuffer NONE = ByteBuffer.allocate(0).asReadOnlyBuffer();

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  void skip(ProtobufInput in) {
    add(in.skip());
  }

  void add(ByteBuffer field) {
    byte[] copy = new byte[field.remaining()];
    field.duplicate().get(copy);
    bytes.writeBytes(copy);
  }

  /** The fields, with tags. */
  ByteBuffer toBuffer() {
    return bytes.size() == 0 ? NONE : ByteBuffer.wrap(bytes.toByteArray()).asReadOnlyBuffer();
  }
}
