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

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.sparkner.kernel.HalfFloat;
import org.sparkner.kernel.QuantisedRows;
import org.sparkner.kernel.RowBits;
import org.sparkner.kernel.TieredRows;
import org.sparkner.lexicon.Lexicon;
import org.sparkner.lexicon.WordFilter;
import org.sparkner.lexicon.WordTier;
import org.sparkner.model.NeuralModel;
import org.sparkner.model.Weights;

/** The vectors of words. */
sealed interface VectorLookup {
  /**
   * The word vectors of a model, which may have none.
   *
   * @param reduced whether in half precision, where they are not in fewer bits anyway
   */
  static VectorLookup of(NeuralModel model, boolean reduced) {
    int dimension = model.architecture().wordDimension();
    Lexicon lexicon = model.lexicon();
    if (dimension == 0) {
      return new Single(lexicon, new float[0], 0);
    }
    Weights weights = model.weights();
    if (lexicon.compression() != null) {
      return new Compressed(
          lexicon,
          words(model),
          subwords(model),
          new WordFilter(weights.byteTensor(Weights.PRUNED_WORDS).values()));
    }
    float[] vectors = weights.values(Weights.WORD_VECTORS);
    return reduced ? Half.of(lexicon, vectors, dimension) : new Single(lexicon, vectors, dimension);
  }

  private static TieredRows words(NeuralModel model) {
    Lexicon lexicon = model.lexicon();
    List<WordTier> tiers = lexicon.compression().tiers(lexicon.wordRows());
    return new TieredRows(
        model.architecture().wordDimension(),
        tiers.stream().map(WordTier::bits).toList(),
        tiers.stream().mapToInt(WordTier::rows).toArray(),
        model.weights().byteTensor(Weights.WORD_VECTORS).values(),
        model.weights().values(Weights.WORD_SCALES));
  }

  private static QuantisedRows subwords(NeuralModel model) {
    RowBits bits = model.lexicon().compression().bits();
    return new QuantisedRows(
        bits,
        bits.values(model.architecture().wordDimension()),
        model.weights().byteTensor(Weights.SUBWORD_VECTORS).values(),
        model.weights().values(Weights.SUBWORD_SCALES));
  }

  /** Writes the vector of a word. */
  void copy(String word, float[] to, int at);

  /** The words that have a row. */
  Lexicon lexicon();

  /** Whether a word has a vector that is not that of unknown words. */
  default boolean knows(String word) {
    return lexicon().row(word) != Lexicon.UNKNOWN_WORD;
  }

  /** In single precision: the model's own array. */
  record Single(Lexicon lexicon, float[] values, int dimension) implements VectorLookup {
    @Override
    public void copy(String word, float[] to, int at) {
      System.arraycopy(values, lexicon.row(word) * dimension, to, at, dimension);
    }
  }

  /** In half precision, in half the memory. */
  record Half(Lexicon lexicon, short[] values, int dimension) implements VectorLookup {
    /** Rounds a table, on all processors: a tagger waits for it when it is loaded. */
    static Half of(Lexicon lexicon, float[] vectors, int dimension) {
      short[] halves = new short[vectors.length];
      IntStream.range(0, vectors.length / dimension)
          .parallel()
          .forEach(row -> round(vectors, halves, row * dimension, (row + 1) * dimension));
      return new Half(lexicon, halves, dimension);
    }

    private static void round(float[] vectors, short[] halves, int from, int to) {
      for (int i = from; i < to; i++) {
        halves[i] = HalfFloat.of(vectors[i]);
      }
    }

    @Override
    public void copy(String word, float[] to, int at) {
      int from = lexicon.row(word) * dimension;
      for (int i = 0; i < dimension; i++) {
        to[at + i] = HalfFloat.toFloat(values[from + i]);
      }
    }
  }

  /**
   * In few bits. A word whose vector was left out has the mean of its parts' vectors, see {@link
   * org.sparkner.lexicon.Subwords}; one that the model has never known has that of unknown words.
   */
  record Compressed(Lexicon lexicon, TieredRows words, QuantisedRows subwords, WordFilter pruned)
      implements VectorLookup {
    @Override
    public boolean knows(String word) {
      return VectorLookup.super.knows(word) || pruned.mayHold(word);
    }

    @Override
    public void copy(String word, float[] to, int at) {
      int row = lexicon.row(word);
      int[] parts =
          row == Lexicon.UNKNOWN_WORD && pruned.mayHold(word)
              ? lexicon.compression().subwords().of(word)
              : new int[0];
      if (parts.length == 0) {
        words.copy(row, to, at);
        return;
      }
      Arrays.fill(to, at, at + words.dimension(), 0);
      for (int part : parts) {
        subwords.add(part, 1f / parts.length, to, at);
      }
    }
  }
}
