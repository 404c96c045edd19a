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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.sparkner.lexicon.Lexicon;
import org.sparkner.model.EncoderLayer;
import org.sparkner.model.NeuralModel;
import org.sparkner.model.Tensor;
import org.sparkner.model.Weights;

/**
 * Word vectors of fewer values, and the weights that read them to match. A network reads a vector v
 * as v·W only, so v·Q and P·W take their places, of the rank that is left, such that over the
 * words, weighted by their use, the squares of v·W - v·Q·P·W add up to the least that there is
 * (Chen et al. 2021, "DRONE: Data-aware Low-rank Compression for Large NLP Models", section 3.3).
 *
 * <p>With the vectors' second moments C = L·Lᵀ, the columns of A are the first eigenvectors of
 * Lᵀ·W·Wᵀ·L, Q = L⁻ᵀ·A and P = Aᵀ·Lᵀ. C is taken in units of its mean, so the new values have the
 * mean second moment of the old ones each. They are uncorrelated, and the eigenvalues are what each
 * adds to the squares of the products: rounding costs the same part of each.
 */
final class VectorReduction {
  /** Words that the second moments are of, those in most use, besides the unknown. */
  private static final int MOST_WORDS = 100_000;

  /** Added to second moments of 1 in the mean: for vectors that span less than they could. */
  private static final double RIDGE = 1e-6;

  private final NeuralModel model;
  private final int before;
  private final List<String> readers;

  /** Lᵀ. */
  private final RealMatrix upper;

  /** Eigenvectors in columns, those of the largest values first. */
  private final RealMatrix axes;

  private final double[] eigenvalues;

  /** The values of all words' vectors that a network could read, and what they matter. */
  VectorReduction(NeuralModel model, WordUse use) {
    this.model = model;
    this.before = model.architecture().wordDimension();
    this.readers = readers(model);
    RealMatrix lower =
        new CholeskyDecomposition(moments(model.weights().values(Weights.WORD_VECTORS), use))
            .getL();
    upper = lower.transpose();
    EigenDecomposition decomposition =
        new EigenDecomposition(symmetric(upper.multiply(weightProducts()).multiply(lower)));
    axes = decomposition.getV();
    eigenvalues = decomposition.getRealEigenvalues();
  }

  /**
   * What each value matters, the one that matters most first: the mean square, over the words, of
   * what it adds to the products with all weights; at least 0.
   */
  double[] importance() {
    return Arrays.stream(eigenvalues).map(value -> Math.max(value, 0)).toArray();
  }

  /**
   * The model with word vectors of fewer values, of which each has the same mean square.
   *
   * @param after values of a word's vector, from 1 to those that it has
   */
  NeuralModel reduced(int after) {
    double[] same = new double[after];
    Arrays.fill(same, 1);
    return scaled(same);
  }

  /**
   * The model with word vectors of fewer values, of which each is as large as it matters: an error
   * is the same in all of them.
   *
   * @param after values of a word's vector, from 1 to those that matter at all
   */
  NeuralModel weighted(int after) {
    return scaled(Arrays.stream(importance()).limit(after).map(Math::sqrt).toArray());
  }

  /**
   * @param scales what the first values are times
   */
  private NeuralModel scaled(double[] scales) {
    int after = scales.length;
    RealMatrix kept = axes.getSubMatrix(0, before - 1, 0, after - 1);
    RealMatrix ofVectors =
        new LUDecomposition(upper)
            .getSolver()
            .solve(kept)
            .multiply(MatrixUtils.createRealDiagonalMatrix(scales));
    double[] inverse = Arrays.stream(scales).map(scale -> 1 / scale).toArray();
    RealMatrix ofWeights =
        MatrixUtils.createRealDiagonalMatrix(inverse).multiply(kept.transpose()).multiply(upper);
    List<Tensor> tensors = new ArrayList<>();
    for (Tensor tensor : model.weights().tensors()) {
      if (tensor.name().equals(Weights.WORD_VECTORS)) {
        int[] shape = {tensor.shape()[0], after};
        tensors.add(new Tensor(tensor.name(), shape, multiplied(tensor.values(), ofVectors)));
      } else if (readers.contains(tensor.name())) {
        tensors.add(reader(tensor, ofWeights));
      } else {
        tensors.add(tensor);
      }
    }
    return new NeuralModel(
        model.architecture().with().wordDimension(after).build(),
        model.labels(),
        model.lexicon(),
        new Weights(tensors),
        model.contextual(),
        model.temperature(),
        model.training());
  }

  /** Names of the weights whose first rows are times the vector of a word. */
  private static List<String> readers(NeuralModel model) {
    List<EncoderLayer> layers = model.architecture().encoderLayers();
    return layers.isEmpty()
        ? List.of(Weights.EMISSION_WEIGHT)
        : layers.get(0).directions().stream().map(layers.get(0)::input).toList();
  }

  /** The weighted sum of vᵀ·v over the words, its diagonal 1 in the mean. */
  private RealMatrix moments(float[] vectors, WordUse use) {
    int[] rows = Arrays.copyOf(use.order(), Math.min(use.order().length, MOST_WORDS) + 1);
    rows[rows.length - 1] = Lexicon.UNKNOWN_WORD;
    double[] roots =
        Arrays.stream(rows).mapToDouble(row -> Math.sqrt(use.weights()[row])).toArray();
    double[][] moments = new double[before][before];
    IntStream.range(0, before)
        .parallel()
        .forEach(
            i -> {
              for (int r = 0; r < rows.length; r++) {
                int from = rows[r] * before;
                double value = roots[r] * vectors[from + i];
                for (int j = 0; j < before; j++) {
                  moments[i][j] += value * (roots[r] * vectors[from + j]);
                }
              }
            });
    double mean =
        IntStream.range(0, before).mapToDouble(i -> moments[i][i]).average().orElseThrow();
    return new Array2DRowRealMatrix(moments, false)
        .scalarMultiply(mean > 0 ? 1 / mean : 1)
        .add(MatrixUtils.createRealIdentityMatrix(before).scalarMultiply(RIDGE));
  }

  /** W·Wᵀ, W being all weights that the vector of a word is times. */
  private RealMatrix weightProducts() {
    double[][] products = new double[before][before];
    for (String name : readers) {
      float[] weights = model.weights().values(name);
      int columns = model.weights().tensor(name).shape()[1];
      for (int i = 0; i < before; i++) {
        for (int j = 0; j < before; j++) {
          for (int column = 0; column < columns; column++) {
            products[i][j] +=
                (double) weights[i * columns + column] * weights[j * columns + column];
          }
        }
      }
    }
    return new Array2DRowRealMatrix(products, false);
  }

  /** Without what rounding has left of differences between a value and its mirror image. */
  private static RealMatrix symmetric(RealMatrix matrix) {
    return matrix.add(matrix.transpose()).scalarMultiply(0.5);
  }

  /** Rows of vectors times a matrix. */
  private float[] multiplied(float[] vectors, RealMatrix matrix) {
    double[][] factors = matrix.getData();
    int after = matrix.getColumnDimension();
    float[] products = new float[Math.multiplyExact(vectors.length / before, after)];
    IntStream.range(0, vectors.length / before)
        .parallel()
        .forEach(
            row -> {
              double[] sums = new double[after];
              for (int i = 0; i < before; i++) {
                double value = vectors[row * before + i];
                for (int j = 0; j < after; j++) {
                  sums[j] += value * factors[i][j];
                }
              }
              for (int j = 0; j < after; j++) {
                products[row * after + j] = (float) sums[j];
              }
            });
    return products;
  }

  /** Weights whose rows for the vector of a word are times a matrix; the others stay. */
  private Tensor reader(Tensor tensor, RealMatrix matrix) {
    int after = matrix.getRowDimension();
    int rows = tensor.shape()[0] - before;
    int columns = tensor.shape()[1];
    float[] values = new float[(after + rows) * columns];
    for (int i = 0; i < after; i++) {
      for (int column = 0; column < columns; column++) {
        double sum = 0;
        for (int j = 0; j < before; j++) {
          sum += matrix.getEntry(i, j) * tensor.values()[j * columns + column];
        }
        values[i * columns + column] = (float) sum;
      }
    }
    System.arraycopy(tensor.values(), before * columns, values, after * columns, rows * columns);
    return new Tensor(tensor.name(), new int[] {after + rows, columns}, values);
  }
}
