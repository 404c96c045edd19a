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

package org.sparkner.torch.encoder;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.sparkner.torch.HostArrays;
import org.sparkner.torch.TorchDevice;

/** Tensors of floats in a stream, part by part, so that no whole copy is made in the heap. */
final class TensorStream {
  private static final int PART = 1 << 18;

  private TensorStream() {}

  /** Writes the values of a tensor of one dimension. */
  static void write(Tensor tensor, DataOutputStream out) throws IOException {
    long size = tensor.numel();
    for (long begin = 0; begin < size; begin += PART) {
      float[] values = new float[(int) Math.min(PART, size - begin)];
      try (PointerScope scope = new PointerScope()) {
        HostArrays.toHost(tensor.narrow(0, begin, values.length), values, 0);
      }
      ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES);
      bytes.asFloatBuffer().put(values);
      out.write(bytes.array());
    }
  }

  /** Overwrites the values of a tensor of one dimension. */
  static void read(Tensor tensor, TorchDevice device, DataInputStream in) throws IOException {
    long size = tensor.numel();
    for (long begin = 0; begin < size; begin += PART) {
      float[] values = new float[(int) Math.min(PART, size - begin)];
      byte[] bytes = new byte[values.length * Float.BYTES];
      in.readFully(bytes);
      ByteBuffer.wrap(bytes).asFloatBuffer().get(values);
      try (PointerScope scope = new PointerScope()) {
        tensor
            .narrow(0, begin, values.length)
            .copy_(HostArrays.toDevice(values, device, values.length));
      }
    }
  }
}
