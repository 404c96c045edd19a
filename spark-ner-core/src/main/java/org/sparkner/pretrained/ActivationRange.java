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

import java.nio.FloatBuffer;

/** What values the channels of an input of products have, over all pieces that were seen. */
final class ActivationRange {
  private final float[] lowest;
  private final float[] highest;
  private final double[] sums;
  private final double[] squares;
  private long rows;

  /**
   * @param channels floats of a piece's vector
   */
  ActivationRange(int channels) {
    lowest = new float[channels];
    highest = new float[channels];
    sums = new double[channels];
    squares = new double[channels];
  }

  /** Takes vectors of pieces in. */
  void add(FloatBuffer values) {
    int channels = lowest.length;
    float[] row = new float[channels];
    while (values.remaining() >= channels) {
      values.get(row);
      for (int c = 0; c < channels; c++) {
        lowest[c] = Math.min(lowest[c], row[c]);
        highest[c] = Math.max(highest[c], row[c]);
        sums[c] += row[c];
        squares[c] += (double) row[c] * row[c];
      }
      rows++;
    }
  }

  int channels() {
    return lowest.length;
  }

  /** The lowest value of a channel, or 0 if that is lower. */
  float lowest(int channel) {
    return lowest[channel];
  }

  /** The highest value of a channel, or 0 if that is higher. */
  float highest(int channel) {
    return highest[channel];
  }

  /** The largest size of a value of a channel. */
  float largest(int channel) {
    return Math.max(highest[channel], -lowest[channel]);
  }

  double mean(int channel) {
    return sums[channel] / Math.max(1, rows);
  }

  double meanSquare(int channel) {
    return squares[channel] / Math.max(1, rows);
  }
}
