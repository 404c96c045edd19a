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
import java.util.TreeMap;

/** Windows in batches of equal piece count. */
final class EqualLengths {
  private EqualLengths() {}

  /** How a batch is computed. */
  interface Runner {
    /**
     * The vectors of windows of equal piece count, in the order given.
     *
     * @throws DeviceMemoryException if the device has not memory enough for so many
     */
    List<Vectors> run(List<EncoderInput> windows);
  }

  /**
   * Runs windows of any lengths, on the calling thread.
   *
   * @param mostPieces of a batch, except that one window is always taken
   */
  static List<Vectors> run(List<EncoderInput> windows, int mostPieces, Runner runner) {
    TreeMap<Integer, List<Integer>> places = new TreeMap<>();
    for (int i = 0; i < windows.size(); i++) {
      places.computeIfAbsent(windows.get(i).pieces().length, l -> new ArrayList<>()).add(i);
    }
    Vectors[] results = new Vectors[windows.size()];
    places.forEach(
        (length, equal) -> {
          int most = most(mostPieces, length);
          for (int from = 0; from < equal.size(); from += most) {
            List<Integer> batch = equal.subList(from, Math.min(equal.size(), from + most));
            List<Vectors> found = runner.run(batch.stream().map(windows::get).toList());
            for (int i = 0; i < batch.size(); i++) {
              results[batch.get(i)] = found.get(i);
            }
          }
        });
    return List.of(results);
  }

  /** Windows of a length that make a batch. */
  static int most(int mostPieces, int length) {
    return Math.max(1, mostPieces / length);
  }
}
