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

import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.bytedeco.pytorch.Tensor;
import org.sparkner.torch.HostArrays;
import org.sparkner.torch.TorchDevice;

/**
 * Windows of a batch in a rectangle [windows × longest], where attention compares the pieces of a
 * window. What is computed and kept grows with the square of its width, so that on a processor
 * short windows do not share one with long ones.
 */
final class WindowRectangle {
  /** Windows of so many pieces, and shorter ones, are of like length. */
  private static final int SHORT = 8;

  private final TorchDevice device;
  private final int[] begins;
  private final int[] lengths;
  private final int longest;

  /**
   * @param begins the first row of each window in the batch
   * @param lengths pieces of each
   */
  private WindowRectangle(int[] begins, int[] lengths, TorchDevice device) {
    this.begins = begins;
    this.lengths = lengths;
    this.device = device;
    this.longest = Arrays.stream(lengths).max().orElse(0);
  }

  /**
   * Windows by their length: up to {@value #SHORT} pieces, up to twice as many, and so on. On a GPU
   * they all are in one, for its kernels read them at once.
   *
   * @param lengths pieces of each window of the batch
   */
  static List<WindowRectangle> of(int[] lengths, TorchDevice device) {
    SortedMap<Integer, IntStream.Builder> widths = new TreeMap<>();
    for (int w = 0; w < lengths.length; w++) {
      int width = device.isGpu() ? 0 : Math.max(SHORT, Integer.highestOneBit(2 * lengths[w] - 1));
      widths.computeIfAbsent(width, any -> IntStream.builder()).add(w);
    }
    int[] begins = new int[lengths.length];
    for (int w = 1; w < lengths.length; w++) {
      begins[w] = begins[w - 1] + lengths[w - 1];
    }
    return widths.values().stream()
        .map(IntStream.Builder::build)
        .map(IntStream::toArray)
        .map(windows -> new WindowRectangle(at(begins, windows), at(lengths, windows), device))
        .toList();
  }

  private static int[] at(int[] values, int[] places) {
    return Arrays.stream(places).map(place -> values[place]).toArray();
  }

  /** Windows that it has. */
  int count() {
    return lengths.length;
  }

  /** Pieces of the longest window. */
  int longest() {
    return longest;
  }

  /** Whether all windows have as many pieces. */
  boolean isFull() {
    return Arrays.stream(lengths).allMatch(length -> length == longest);
  }

  /** The rows of the batch that it has, window by window. */
  IntStream rows() {
    return IntStream.range(0, count())
        .flatMap(w -> IntStream.range(begins[w], begins[w] + lengths[w]));
  }

  /** As {@link #rows}. */
  Tensor rowsOfBatch() {
    return tensor(rows().asLongStream());
  }

  /** Of each of the {@link #rows}, its place in the rectangle. */
  Tensor places() {
    return tensor(
        IntStream.range(0, count())
            .boxed()
            .flatMapToLong(
                w -> IntStream.range(0, lengths[w]).mapToLong(t -> (long) w * longest + t)));
  }

  /** What is added to attention [windows × 1 × 1 × longest]: −∞ where there is no piece, else 0. */
  Tensor mask() {
    float[] values = new float[count() * longest];
    for (int w = 0; w < count(); w++) {
      Arrays.fill(values, w * longest + lengths[w], (w + 1) * longest, Float.NEGATIVE_INFINITY);
    }
    return HostArrays.toDevice(values, device, count(), 1, 1, longest);
  }

  private Tensor tensor(LongStream values) {
    long[] array = values.toArray();
    return HostArrays.toDevice(array, device, array.length);
  }
}
