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

import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Windows of equal piece count, as the inputs of a graph that reads them together.
 *
 * @param windows at least one
 */
record EncoderBatch(List<EncoderInput> windows) {
  /** The graph's input of word pieces. */
  static final String PIECES = "input_ids";

  /** The graph's input of the capitalisation of the word of each piece. */
  static final String CAPITALISATION = "capitalisation";

  /** Which pieces are read: all, as there is no padding. */
  private static final String MASK = "attention_mask";

  /** Of which of two texts the pieces are: all of the first. */
  private static final String SEGMENTS = "token_type_ids";

  /** What a graph may read; of these, {@link #PIECES} it must. */
  static final Set<String> INPUTS = Set.of(PIECES, MASK, SEGMENTS, CAPITALISATION);

  EncoderBatch {
    int length = windows.get(0).pieces().length;
    if (windows.stream().anyMatch(window -> window.pieces().length != length)) {
      throw new IllegalArgumentException("A batch is of windows of equal piece count");
    }
  }

  /** Pieces of each window. */
  int length() {
    return windows.get(0).pieces().length;
  }

  /** Pieces of all windows. */
  int size() {
    return windows.size() * length();
  }

  /**
   * Writes an input, [windows × pieces].
   *
   * @param name one of {@link #INPUTS}
   */
  void fill(String name, LongBuffer values) {
    int constant = name.equals(MASK) ? 1 : 0;
    for (EncoderInput window : windows) {
      int[] source =
          switch (name) {
            case PIECES -> window.pieces();
            case CAPITALISATION -> window.capitalisation();
            default -> null;
          };
      for (int i = 0; i < window.pieces().length; i++) {
        values.put(source == null ? constant : source[i]);
      }
    }
  }

  /** The vectors of all pieces. */
  interface Rows {
    /** Copies the vector of a piece of the batch. */
    void copy(int piece, float[] into, int at);
  }

  /**
   * The vectors that are asked for; null where one has a value that is not finite.
   *
   * @param dimension floats of a vector
   */
  List<Vectors> gather(Rows rows, int dimension) {
    List<Vectors> gathered = new ArrayList<>(windows.size());
    int begin = 0;
    for (EncoderInput window : windows) {
      float[] values = new float[window.firsts().length * dimension];
      for (int i = 0; i < window.firsts().length; i++) {
        rows.copy(begin + window.firsts()[i], values, i * dimension);
      }
      if (!isFinite(values)) {
        return null;
      }
      gathered.add(new Vectors(values, dimension));
      begin += window.pieces().length;
    }
    return gathered;
  }

  private static boolean isFinite(float[] values) {
    // Of a value that is not finite, and of nothing else, the product with 0 is not 0.
    float sum = 0;
    for (float value : values) {
      sum += value * 0;
    }
    return sum == 0;
  }
}
