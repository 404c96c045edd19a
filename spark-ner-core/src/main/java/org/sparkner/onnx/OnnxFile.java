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
import org.sparkner.error.BadModelException;

/**
 * The format ONNX: a {@code ModelProto} of Protocol Buffers, as the <a
 * href="https://github.com/onnx/onnx/blob/main/onnx/onnx.proto">schema of ONNX</a> describes it.
 */
public final class OnnxFile {
  private OnnxFile() {}

  /**
   * Reads a model. Nothing is allocated by a length that the file claims; what is kept are views of
   * the bytes where it can be.
   *
   * @param bytes of the whole file, which must not change any more
   * @param location of the file, for messages
   * @throws BadModelException if it is no model in the format, or its weights are in other files
   */
  public static OnnxModel read(byte[] bytes, String location) {
    ByteBuffer content = ByteBuffer.wrap(bytes).asReadOnlyBuffer();
    return OnnxModel.read(new ProtobufInput(content, 0, new OnnxFault(location)));
  }

  /**
   * Writes a model; its constants as raw data.
   *
   * @throws BadModelException if it has 2 GiB or more
   */
  public static byte[] write(OnnxModel model) {
    ProtobufOutput out = new ProtobufOutput();
    model.write(out);
    try {
      return out.toByteArray();
    } catch (ArithmeticException e) {
      throw new BadModelException(
          "A model in the format ONNX has 2 GiB or more, found in writing it; the format takes"
              + " less: take an encoder with fewer weights or halve them to 16 bits.",
          e);
    }
  }
}
