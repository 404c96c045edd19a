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

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Windows without a graph: a window's one vector is its first piece and its length. */
final class FakeWindows {
  private FakeWindows() {}

  /** A window of so many pieces, the first of which names it. */
  static EncoderInput window(int name, int length) {
    int[] pieces = new int[length];
    pieces[0] = name;
    return new EncoderInput(pieces, null, new int[] {0});
  }

  /** Windows whose lengths vary, named from a number on. */
  static List<EncoderInput> windows(int from, int count) {
    return IntStream.range(from, from + count).mapToObj(i -> window(i, 2 + i * 7 % 5)).toList();
  }

  /** What a device gives for windows of equal length. */
  static List<Vectors> vectors(List<EncoderInput> windows) {
    List<Vectors> vectors = new ArrayList<>();
    for (EncoderInput window : windows) {
      if (window.pieces().length != windows.get(0).pieces().length) {
        throw new AssertionError("windows of several lengths in a batch");
      }
      vectors.add(new Vectors(new float[] {window.pieces()[0], window.pieces().length}, 2));
    }
    return vectors;
  }

  /** The names that vectors are of. */
  static List<Integer> names(List<Vectors> vectors) {
    return vectors.stream().map(vector -> (int) vector.values()[0]).toList();
  }

  /** The names of windows. */
  static List<Integer> namesOf(List<EncoderInput> windows) {
    return windows.stream().map(window -> window.pieces()[0]).toList();
  }
}
