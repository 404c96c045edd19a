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

import java.util.List;

/** Takes the mean of each token's pieces out of their vectors, text after text. */
final class PieceMeans {
  private final List<Vectors> windows;
  private final int dimension;
  private int window;
  private int at;

  /**
   * @param windows the vectors of all pieces, in the order of the tokens
   */
  PieceMeans(List<Vectors> windows, int dimension) {
    this.windows = windows;
    this.dimension = dimension;
  }

  /**
   * The means of the next text, [token][dimension].
   *
   * @param counts pieces of each of its tokens; one without any has zeros
   */
  float[][] next(int[] counts) {
    float[][] means = new float[counts.length][dimension];
    for (int t = 0; t < counts.length; t++) {
      for (int piece = 0; piece < counts[t]; piece++) {
        addTo(means[t]);
      }
      for (int i = 0; i < dimension; i++) {
        means[t][i] /= Math.max(1, counts[t]);
      }
    }
    return means;
  }

  private void addTo(float[] sum) {
    while (at == windows.get(window).values().length) {
      window++;
      at = 0;
    }
    float[] values = windows.get(window).values();
    for (int i = 0; i < dimension; i++) {
      sum[i] += values[at++];
    }
  }
}
