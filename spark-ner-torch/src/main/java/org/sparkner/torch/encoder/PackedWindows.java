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
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.bytedeco.pytorch.Tensor;
import org.sparkner.pretrained.EncoderConfig;
import org.sparkner.pretrained.EncoderInput;
import org.sparkner.torch.HostArrays;
import org.sparkner.torch.TorchDevice;

/**
 * The windows of a batch, one below the other: a row for each piece and none for padding. Attention
 * alone, which compares the pieces of a window, sees them in {@linkplain WindowRectangle
 * rectangles}.
 */
final class PackedWindows {
  private final TorchDevice device;
  private final List<EncoderInput> windows;
  private final int[] lengths;
  private final int longest;
  private final int rows;
  private final int before;
  private final long[] distinct;
  private final List<WindowRectangle> rectangles;

  /**
   * Some windows of a batch.
   *
   * @param before pieces of the windows of the batch that stand before these
   * @throws IllegalArgumentException if a window is empty, or longer than the encoder reads
   */
  PackedWindows(List<EncoderInput> windows, int before, EncoderConfig config, TorchDevice device) {
    this.windows = windows;
    this.before = before;
    this.device = device;
    this.lengths = windows.stream().mapToInt(window -> window.pieces().length).toArray();
    this.longest = Arrays.stream(lengths).max().orElse(0);
    this.rows = Arrays.stream(lengths).sum();
    if (Arrays.stream(lengths).anyMatch(length -> length == 0) || longest > config.positions()) {
      throw new IllegalArgumentException(
          "Windows of "
              + Arrays.toString(lengths)
              + " pieces, expected 1 to "
              + config.positions());
    }
    this.distinct = pieces().distinct().sorted().asLongStream().toArray();
    this.rectangles = WindowRectangle.of(lengths, device);
  }

  private IntStream pieces() {
    return windows.stream().flatMapToInt(window -> Arrays.stream(window.pieces()));
  }

  int count() {
    return windows.size();
  }

  /** Pieces of the longest window. */
  int longest() {
    return longest;
  }

  /** Pieces of all windows. */
  int rows() {
    return rows;
  }

  /** Which row of the whole batch the first row is. */
  int before() {
    return before;
  }

  /** All windows, each in one of them. */
  List<WindowRectangle> rectangles() {
    return rectangles;
  }

  /** The pieces that occur, ascending. */
  long[] distinct() {
    return distinct;
  }

  /** Of each row, the place of its piece among {@link #distinct}. */
  Tensor placesOfPieces() {
    return tensor(pieces().mapToLong(piece -> Arrays.binarySearch(distinct, piece)));
  }

  /** Of each row, its place in its window, from an offset on. */
  Tensor positions(int offset) {
    return tensor(
        Arrays.stream(lengths)
            .flatMap(length -> IntStream.range(0, length))
            .mapToLong(t -> t + offset));
  }

  /** Of each row, the capitalisation of its piece's word. */
  Tensor capitalisation() {
    return tensor(
        windows.stream()
            .flatMapToInt(window -> Arrays.stream(window.capitalisation()))
            .asLongStream());
  }

  /** The rows of the first pieces of all tokens. */
  Tensor firsts() {
    return tensor(
        IntStream.range(0, count())
            .boxed()
            .flatMapToLong(
                w ->
                    Arrays.stream(windows.get(w).firsts())
                        .mapToLong(first -> (long) first + begin(w))));
  }

  private int begin(int window) {
    return Arrays.stream(lengths, 0, window).sum();
  }

  /** Of each row, its place where the rows of the {@link #rectangles} follow one another. */
  Tensor placesAmongRectangles() {
    int[] rows = rectangles.stream().flatMapToInt(WindowRectangle::rows).toArray();
    long[] places = new long[rows.length];
    for (int place = 0; place < rows.length; place++) {
      places[rows[place]] = place;
    }
    return HostArrays.toDevice(places, device, places.length);
  }

  private Tensor tensor(LongStream values) {
    long[] array = values.toArray();
    return HostArrays.toDevice(array, device, array.length);
  }
}
