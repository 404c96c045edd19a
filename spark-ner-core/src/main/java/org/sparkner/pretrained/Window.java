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

/**
 * A part of a sentence that an encoder reads at once, and the part of that whose vectors are taken
 * from it.
 *
 * @param begin first token that is read
 * @param end end of the tokens that are read
 * @param from first token whose vector is taken
 * @param to end of the tokens whose vectors are taken
 */
record Window(int begin, int end, int from, int to) {
  /** Windows share a quarter of what fits into one; a token may have no more pieces than that. */
  static int shared(int capacity) {
    return Math.max(1, capacity / 4);
  }

  /**
   * Windows over a sentence, which overlap; the vectors of an overlap are taken by halves from the
   * one and the other, so that each token has neighbours on both sides.
   *
   * @param pieces of each token, 1 to {@link #shared} of them
   * @param capacity pieces of a window
   */
  static List<Window> over(int[] pieces, int capacity) {
    List<Window> windows = new ArrayList<>();
    int begin = 0;
    int from = 0;
    while (true) {
      int end = begin;
      for (int sum = 0; end < pieces.length && sum + pieces[end] <= capacity; end++) {
        sum += pieces[end];
      }
      if (end == pieces.length) {
        windows.add(new Window(begin, end, from, end));
        return windows;
      }
      int next = end;
      for (int sum = 0; sum + pieces[next - 1] <= shared(capacity); next--) {
        sum += pieces[next - 1];
      }
      int to = (next + end) / 2;
      windows.add(new Window(begin, end, from, to));
      from = to;
      begin = next;
    }
  }
}
