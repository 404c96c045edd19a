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

package org.sparkner.tagger;

import java.util.stream.IntStream;
import org.sparkner.kernel.HalfFloat;
import org.sparkner.model.NeuralModel;
import org.sparkner.model.Weights;

/** The vectors of words by row. */
sealed interface VectorLookup {
  /**
   * The word vectors of a model, which may have none.
   *
   * @param reduced whether in half precision
   */
  static VectorLookup of(NeuralModel model, boolean reduced) {
    int dimension = model.architecture().wordDimension();
    if (dimension == 0) {
      return new Single(new float[0], 0);
    }
    float[] vectors = model.weights().values(Weights.WORD_VECTORS);
    return reduced ? Half.of(vectors, dimension) : new Single(vectors, dimension);
  }

  /** Copies a row. */
  void copy(int row, float[] to, int at);

  /** In single precision: the model's own array. */
  record Single(float[] values, int dimension) implements VectorLookup {
    @Override
    public void copy(int row, float[] to, int at) {
      System.arraycopy(values, row * dimension, to, at, dimension);
    }
  }

  /** In half precision, in half the memory. */
  record Half(short[] values, int dimension) implements VectorLookup {
    /** Rounds a table, on all processors: a tagger waits for it when it is loaded. */
    static Half of(float[] vectors, int dimension) {
      short[] halves = new short[vectors.length];
      IntStream.range(0, vectors.length / dimension)
          .parallel()
          .forEach(row -> round(vectors, halves, row * dimension, (row + 1) * dimension));
      return new Half(halves, dimension);
    }

    private static void round(float[] vectors, short[] halves, int from, int to) {
      for (int i = from; i < to; i++) {
        halves[i] = HalfFloat.of(vectors[i]);
      }
    }

    @Override
    public void copy(int row, float[] to, int at) {
      for (int i = 0; i < dimension; i++) {
        to[at + i] = HalfFloat.toFloat(values[row * dimension + i]);
      }
    }
  }
}
