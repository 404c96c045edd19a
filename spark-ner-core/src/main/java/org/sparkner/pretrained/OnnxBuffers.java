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
import java.nio.LongBuffer;
import java.nio.ShortBuffer;
import java.util.HashMap;
import java.util.Map;

/**
 * Memory outside of the heap that a graph reads its inputs from and writes its output to, used
 * again for each batch of a thread. It grows with the largest batch.
 */
final class OnnxBuffers {
  private final Map<String, ByteBuffer> inputs = new HashMap<>();
  private ByteBuffer output = direct(0);

  /** Of an input by its name, from its first element to its end. */
  LongBuffer input(String name, int size) {
    ByteBuffer bytes =
        inputs.compute(name, (n, before) -> enough(before, size * (long) Long.BYTES));
    return bytes.asLongBuffer().limit(size);
  }

  /** Of an output in single precision. */
  FloatBuffer floats(int size) {
    output = enough(output, size * (long) Float.BYTES);
    return output.asFloatBuffer().limit(size);
  }

  /** Of an output in half precision. */
  ShortBuffer halves(int size) {
    output = enough(output, size * (long) Short.BYTES);
    return output.asShortBuffer().limit(size);
  }

  private static ByteBuffer enough(ByteBuffer buffer, long bytes) {
    return buffer != null && buffer.capacity() >= bytes
        ? buffer
        : direct(Math.toIntExact(bytes + bytes / 4));
  }

  private static ByteBuffer direct(int bytes) {
    return ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
  }
}
