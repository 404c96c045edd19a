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

package org.sparkner.torch;

import org.bytedeco.pytorch.MemoryFormatOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/** Arrays of the heap on their way to tensors of a device and back. */
public final class HostArrays {
  private static final TorchDevice HOST = new TorchDevice("cpu");

  private HostArrays() {}

  /** A new tensor of these values, row-major in this shape. */
  public static Tensor toDevice(float[] values, TorchDevice device, long... shape) {
    Tensor host = onHost(ScalarType.Float, values.length, shape);
    host.data_ptr_float().put(values, 0, values.length);
    return move(host, ScalarType.Float, device);
  }

  /** A new tensor of these whole numbers, row-major in this shape. */
  public static Tensor toDevice(long[] values, TorchDevice device, long... shape) {
    Tensor host = onHost(ScalarType.Long, values.length, shape);
    host.data_ptr_long().put(values, 0, values.length);
    return move(host, ScalarType.Long, device);
  }

  private static Tensor onHost(ScalarType type, int count, long... shape) {
    Tensor host = torch.empty(shape, HOST.options(type), new MemoryFormatOptional());
    if (host.numel() != count) {
      throw new IllegalArgumentException(count + " values for " + host.numel());
    }
    return host;
  }

  /** Copies a tensor of floats, row-major, into an array from an offset on. */
  public static void toHost(Tensor values, float[] into, int offset) {
    Tensor host = move(values.detach(), ScalarType.Float, HOST).contiguous();
    host.data_ptr_float().get(into, offset, Math.toIntExact(host.numel()));
  }

  private static Tensor move(Tensor tensor, ScalarType type, TorchDevice device) {
    return tensor.to(device.options(type), false, false, new MemoryFormatOptional());
  }
}
