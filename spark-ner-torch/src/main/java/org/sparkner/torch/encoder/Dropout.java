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

import java.util.Random;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.sparkner.torch.HostArrays;
import org.sparkner.torch.TorchDevice;

/**
 * Which values are dropped: a function of the seed, the step and the place in the network, the same
 * on every device. A value's number is multiplied and added to, with a factor and a summand of the
 * step and place, and the upper bits of the result decide (multiply-shift hashing, Dietzfelbinger
 * et al. 1997). The numbers themselves are random.
 */
final class Dropout implements AutoCloseable {
  private static final long NUMBERS = 0x5DEECE66DL;

  private final TorchDevice device;
  private final long seed;
  private final double probability;
  private final HeldTensors held = new HeldTensors();
  private Tensor numbers;

  Dropout(TorchDevice device, long seed, double probability) {
    this.device = device;
    this.seed = seed;
    this.probability = probability;
  }

  /**
   * The values without those that are dropped, the others greater by as much.
   *
   * @param values [rows × columns], or one row
   * @param before rows before these, which may be dropped from apart
   * @param place in the network, different for each
   */
  Tensor apply(Tensor values, int before, long step, int place) {
    return probability == 0 ? values : values.mul(mask(values, before, step, place));
  }

  private Tensor mask(Tensor values, int before, long step, int place) {
    int count = Math.toIntExact(values.numel());
    int first = Math.toIntExact(before * values.size(-1));
    Random random = new Random(mixed(mixed(mixed(seed) + step) + place));
    int factor = random.nextInt() | 1;
    int summand = random.nextInt();
    int threshold = (int) Math.round(probability * 0x1p32 + Integer.MIN_VALUE);
    return numbers(Math.addExact(first, count))
        .narrow(0, first, count)
        .mul(new Scalar(factor))
        .add_(new Scalar(summand))
        .ge(new Scalar(threshold))
        .to(values.scalar_type())
        .mul_(new Scalar(1 / (1 - probability)))
        .view_as(values);
  }

  /** At least as many random numbers, which are the same whatever was asked for before. */
  private Tensor numbers(int count) {
    if (numbers == null || numbers.numel() < count) {
      long[] values = new Random(NUMBERS).ints(grown(count)).asLongStream().toArray();
      held.close();
      numbers = null; // should there be no memory for others
      numbers = held.hold(HostArrays.toDevice(values, device, values.length).to(ScalarType.Int));
    }
    return numbers;
  }

  private static int grown(int count) {
    return Math.max(1 << 16, count + count / 4);
  }

  /** SplitMix64 (Steele et al. 2014). */
  private static long mixed(long value) {
    long z = value + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  @Override
  public void close() {
    held.close();
  }
}
