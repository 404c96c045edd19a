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

package org.sparkner.compress;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.sparkner.lexicon.Lexicon;
import org.sparkner.lexicon.Subwords;

/**
 * Fits vectors of n-grams to those of words, so that the mean of a word's n-grams comes as close as
 * it can to the word's own vector: least squares with a ridge, as Zhao, Mudgal &amp; Liang (2018)
 * generalise word vectors to words that nobody has seen. Each column of the vectors is a problem of
 * its own, solved by conjugate gradients on the normal equations with their diagonal as the
 * preconditioner (Hestenes &amp; Stiefel 1952). Columns are solved in blocks of a fixed size, so
 * that the result does not depend on the number of processors.
 */
final class SubwordFit {
  private static final int ITERATIONS = 15;

  /** Of the sum of squares of a vector: keeps n-grams of few words small. */
  private static final float RIDGE = 0.01f;

  /** Columns that are solved together: a table of 32,768 rows stays in the second-level cache. */
  private static final int BLOCK = 16;

  private final int rows;

  /** The n-grams of word i are from {@code ends[i - 1]} to {@code ends[i]}. */
  private final int[] parts;

  private final int[] ends;

  /** Rows of the words in the table of their vectors. */
  private final int[] words;

  private SubwordFit(Lexicon lexicon, int[] words, Subwords subwords) {
    this.rows = subwords.rows();
    this.words = words;
    ends = new int[words.length];
    int[][] found = new int[words.length][];
    int end = 0;
    for (int i = 0; i < words.length; i++) {
      found[i] = subwords.of(lexicon.word(words[i]));
      end = Math.addExact(end, found[i].length);
      ends[i] = end;
    }
    parts = new int[end];
    for (int i = 0; i < words.length; i++) {
      System.arraycopy(found[i], 0, parts, ends[i] - found[i].length, found[i].length);
    }
  }

  /**
   * Fits a table.
   *
   * @param words rows of the words to fit to, at least one
   * @param vectors of all words of the lexicon, row-major
   * @param dimension floats of a vector
   * @return row-major, [rows of the subwords × dimension]
   */
  static float[] fit(
      Lexicon lexicon, int[] words, float[] vectors, int dimension, Subwords subwords) {
    SubwordFit fit = new SubwordFit(lexicon, words, subwords);
    float[] table = new float[Math.multiplyExact(subwords.rows(), dimension)];
    IntStream.range(0, (dimension + BLOCK - 1) / BLOCK)
        .parallel()
        .forEach(
            block -> {
              int from = block * BLOCK;
              int columns = Math.min(BLOCK, dimension - from);
              float[] solved = fit.solve(vectors, dimension, from, columns);
              for (int row = 0; row < subwords.rows(); row++) {
                System.arraycopy(solved, row * columns, table, row * dimension + from, columns);
              }
            });
    return table;
  }

  /**
   * Solves for some columns. What is fitted are differences from the mean of the words; as the
   * vector of a word is a mean of its n-grams', each of these then gets the mean of the words.
   */
  private float[] solve(float[] vectors, int dimension, int from, int columns) {
    float[] mean = mean(vectors, dimension, from, columns);
    float[] diagonal = diagonal();
    float[] solution = new float[rows * columns];
    float[] residual = rightSide(vectors, dimension, from, columns, mean);
    float[] conditioned = new float[residual.length];
    double[] progress = condition(residual, diagonal, conditioned, columns);
    float[] direction = conditioned.clone();
    float[] product = new float[residual.length];
    for (int i = 0; i < ITERATIONS; i++) {
      multiply(direction, product, columns);
      double[] curvature = dots(direction, product, columns);
      double[] steps = quotients(progress, curvature);
      for (int at = 0; at < solution.length; at++) {
        float step = (float) steps[at % columns];
        solution[at] += step * direction[at];
        residual[at] -= step * product[at];
      }
      double[] next = condition(residual, diagonal, conditioned, columns);
      double[] kept = quotients(next, progress);
      for (int at = 0; at < direction.length; at++) {
        direction[at] = conditioned[at] + (float) kept[at % columns] * direction[at];
      }
      progress = next;
    }
    for (int at = 0; at < solution.length; at++) {
      solution[at] += mean[at % columns];
    }
    return solution;
  }

  private int begin(int word) {
    return word == 0 ? 0 : ends[word - 1];
  }

  private float[] mean(float[] vectors, int dimension, int from, int columns) {
    double[] sums = new double[columns];
    for (int word : words) {
      for (int j = 0; j < columns; j++) {
        sums[j] += vectors[word * dimension + from + j];
      }
    }
    float[] mean = new float[columns];
    for (int j = 0; j < columns; j++) {
      mean[j] = (float) (sums[j] / words.length);
    }
    return mean;
  }

  /** Of the normal equations, with the ridge. */
  private float[] diagonal() {
    float[] diagonal = new float[rows];
    Arrays.fill(diagonal, RIDGE);
    for (int word = 0; word < ends.length; word++) {
      float share = 1f / (ends[word] - begin(word));
      for (int at = begin(word); at < ends[word]; at++) {
        diagonal[parts[at]] += share * share;
      }
    }
    return diagonal;
  }

  private float[] rightSide(float[] vectors, int dimension, int from, int columns, float[] mean) {
    float[] sums = new float[rows * columns];
    for (int word = 0; word < ends.length; word++) {
      float share = 1f / (ends[word] - begin(word));
      int vector = words[word] * dimension + from;
      for (int at = begin(word); at < ends[word]; at++) {
        int row = parts[at] * columns;
        for (int j = 0; j < columns; j++) {
          sums[row + j] += share * (vectors[vector + j] - mean[j]);
        }
      }
    }
    return sums;
  }

  /** The matrix of the normal equations times a table. */
  private void multiply(float[] table, float[] product, int columns) {
    for (int at = 0; at < product.length; at++) {
      product[at] = RIDGE * table[at];
    }
    float[] sum = new float[columns];
    for (int word = 0; word < ends.length; word++) {
      Arrays.fill(sum, 0);
      for (int at = begin(word); at < ends[word]; at++) {
        int row = parts[at] * columns;
        for (int j = 0; j < columns; j++) {
          sum[j] += table[row + j];
        }
      }
      float share = 1f / (ends[word] - begin(word));
      for (int j = 0; j < columns; j++) {
        sum[j] *= share * share;
      }
      for (int at = begin(word); at < ends[word]; at++) {
        int row = parts[at] * columns;
        for (int j = 0; j < columns; j++) {
          product[row + j] += sum[j];
        }
      }
    }
  }

  /** Divides a residual by the diagonal; gives its products with the quotient, by column. */
  private double[] condition(float[] residual, float[] diagonal, float[] to, int columns) {
    for (int row = 0; row < rows; row++) {
      for (int j = 0; j < columns; j++) {
        to[row * columns + j] = residual[row * columns + j] / diagonal[row];
      }
    }
    return dots(residual, to, columns);
  }

  private static double[] dots(float[] one, float[] other, int columns) {
    double[] dots = new double[columns];
    for (int at = 0; at < one.length; at += columns) {
      for (int j = 0; j < columns; j++) {
        dots[j] += (double) one[at + j] * other[at + j];
      }
    }
    return dots;
  }

  /** 0 where a column is solved to the last bit. */
  private static double[] quotients(double[] dividends, double[] divisors) {
    double[] quotients = new double[dividends.length];
    for (int j = 0; j < quotients.length; j++) {
      quotients[j] = divisors[j] == 0 ? 0 : dividends[j] / divisors[j];
    }
    return quotients;
  }
}
