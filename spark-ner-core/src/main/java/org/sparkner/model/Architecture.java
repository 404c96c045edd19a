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

package org.sparkner.model;

import java.io.Serializable;
import java.util.Arrays;

/**
 * The sizes of the network. The defaults are those of Ma &amp; Hovy (2016), table 1.
 *
 * @param wordDimension floats of a word vector
 * @param characterDimension floats of a character vector
 * @param characterFilters filters of the character convolution; its output a word
 * @param characterWidth characters that a filter sees; odd
 * @param hidden LSTM units per direction
 * @param maxWordLength characters (code points) of a word that the convolution sees; the rest is
 *     cut off
 */
public record Architecture(
    int wordDimension,
    int characterDimension,
    int characterFilters,
    int characterWidth,
    int hidden,
    int maxWordLength)
    implements Serializable {

  /** GloVe 100d, characters 30, 30 filters of width 3, hidden 200. */
  public static final Architecture DEFAULT = new Architecture(100, 30, 30, 3, 200, 45);

  /** Above any size in use; it keeps every product of two sizes within an int. */
  private static final int MOST = 1 << 14;

  public Architecture {
    int[] sizes = {
      wordDimension, characterDimension, characterFilters, characterWidth, hidden, maxWordLength
    };
    if (Arrays.stream(sizes).anyMatch(size -> size < 1 || size > MOST) || characterWidth % 2 == 0) {
      throw new IllegalArgumentException(
          "An architecture wants sizes of 1 to "
              + MOST
              + " and an odd filter width, found "
              + Arrays.toString(sizes));
    }
  }

  /** Floats that the BiLSTM reads for a token: word vector, then character vector. */
  public int inputSize() {
    return wordDimension + characterFilters;
  }

  /** Floats that the BiLSTM gives for a token: forward, then backward. */
  public int outputSize() {
    return 2 * hidden;
  }

  public Architecture withWordDimension(int size) {
    return new Architecture(
        size, characterDimension, characterFilters, characterWidth, hidden, maxWordLength);
  }

  public Architecture withHidden(int size) {
    return new Architecture(
        wordDimension, characterDimension, characterFilters, characterWidth, size, maxWordLength);
  }

  /**
   * Floating-point operations of the forward pass for a token, two a multiply-add: the matrix
   * products of the BiLSTM and the emission layer, as though nothing were cached. 1.06 million by
   * default.
   */
  public double flopsPerToken(int labels) {
    return 2.0 * (2L * 4 * hidden * (inputSize() + hidden) + (long) outputSize() * labels);
  }
}
