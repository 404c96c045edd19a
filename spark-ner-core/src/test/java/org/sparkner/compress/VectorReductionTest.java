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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparkner.lexicon.WordCounts;
import org.sparkner.model.NeuralModel;
import org.sparkner.model.RandomModel;
import org.sparkner.model.Tensor;
import org.sparkner.model.Weights;
import org.sparkner.model.WordEncoder;
import org.sparkner.tagger.Precision;
import org.sparkner.tagger.TaggedSentence;
import org.sparkner.tagger.Tagger;

class VectorReductionTest {
  private static final NeuralModel MODEL = RandomModel.tiny();
  private static final int BEFORE = MODEL.architecture().wordDimension();
  private static final int RANK = 3;
  private static final List<List<String>> SENTENCES =
      List.of(List.of("w1", "W7", "Unheard", "w50"), List.of("w33", "of", "w12", "w44", "w3"));

  @ParameterizedTest
  @EnumSource(WordEncoder.class)
  void losesNothingOfVectorsThatSpanNoMore(WordEncoder encoder) {
    NeuralModel model = spanning(RANK, ofEncoder(encoder));

    NeuralModel reduced = new VectorReduction(model, use(model)).reduced(RANK);

    assertThat(reduced.architecture().wordDimension()).isEqualTo(RANK);
    assertThat(reduced.weights().tensor(Weights.WORD_VECTORS).shape())
        .containsExactly(model.lexicon().wordRows(), RANK);
    float[][][] expected = marginals(model);
    float[][][] found = marginals(reduced);
    for (int s = 0; s < expected.length; s++) {
      for (int t = 0; t < expected[s].length; t++) {
        assertThat(found[s][t]).containsExactly(expected[s][t], within(1e-3f));
      }
    }
  }

  @Test
  void isAsNearToTheProductsAsItsRankAllows() {
    WordUse use = use(MODEL);
    double[][] exact = products(MODEL);

    double before = Double.POSITIVE_INFINITY;
    for (int dimension = 1; dimension < BEFORE; dimension++) {
      double[][] found = products(new VectorReduction(MODEL, use).reduced(dimension));
      double error = squares(exact, found);
      // The first values of the vectors alone, the others being 0, have the same rank.
      assertThat(error).isLessThan(before).isLessThan(squares(exact, truncated(dimension)));
      before = error;
    }
  }

  @Test
  void valuesAreUncorrelatedAndEachOfTheMeanSizeOfTheOldOnes() {
    int[] order = order(MODEL);
    float[] old = MODEL.weights().values(Weights.WORD_VECTORS);
    double mean = 0;
    for (int i = BEFORE; i < old.length; i++) {
      mean += (double) old[i] * old[i] / (old.length - BEFORE);
    }

    float[] vectors =
        new VectorReduction(MODEL, use(MODEL)).reduced(RANK).weights().values(Weights.WORD_VECTORS);

    for (int i = 0; i < RANK; i++) {
      for (int j = 0; j < RANK; j++) {
        double moment = 0;
        for (int word : order) {
          moment += (double) vectors[word * RANK + i] * vectors[word * RANK + j] / order.length;
        }
        assertThat(moment).isCloseTo(i == j ? mean : 0, within(1e-3 * mean));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(floats = {0, 1e-6f, 1e6f})
  void takesVectorsOfAnySize(float factor) {
    NeuralModel model = spanning(RANK, MODEL);
    Tensor vectors = model.weights().tensor(Weights.WORD_VECTORS);
    float[] values = vectors.values().clone();
    for (int i = 0; i < values.length; i++) {
      values[i] *= factor;
    }
    NeuralModel scaled = with(model, new Tensor(vectors.name(), vectors.shape(), values));

    double[][] exact = products(scaled);
    double[][] found = products(new VectorReduction(scaled, use(scaled)).reduced(RANK));

    assertThat(squares(exact, found)).isLessThanOrEqualTo(1e-8 * squares(exact, zeros(exact)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"w7", "a word that it does not know"})
  void isNearerToWhatTextUsesMore(String token) {
    WordCounts text = WordCounts.of(List.of());
    text.add(token, 10_000);
    WordUse used = WordUse.of(MODEL.lexicon(), text);
    int row = MODEL.lexicon().row(token);
    double[][] exact = products(MODEL, new int[] {row});

    double[][] equal =
        products(new VectorReduction(MODEL, use(MODEL)).reduced(RANK), new int[] {row});
    double[][] weighted = products(new VectorReduction(MODEL, used).reduced(RANK), new int[] {row});

    assertThat(squares(exact, weighted)).isLessThan(squares(exact, equal) / 10);
  }

  @Test
  void importanceIsWhatAValueAddsToTheProducts() {
    VectorReduction reduction = new VectorReduction(MODEL, use(MODEL));
    double[][] exact = products(MODEL);
    double[] importance = reduction.importance();
    double rest = Arrays.stream(importance).sum();
    double scale = squares(exact, zeros(exact)) / rest;

    for (int dimension = 1; dimension < BEFORE; dimension++) {
      rest -= importance[dimension - 1];
      assertThat(squares(exact, products(reduction.reduced(dimension))))
          .isCloseTo(scale * rest, within(1e-3 * scale * importance[0]));
    }
  }

  @Test
  void anErrorIsTheSameInAllWeightedValues() {
    NeuralModel weighted = new VectorReduction(MODEL, use(MODEL)).weighted(RANK);
    double[][] exact = products(weighted);
    Tensor vectors = weighted.weights().tensor(Weights.WORD_VECTORS);

    double[] errors = new double[RANK];
    for (int i = 0; i < RANK; i++) {
      float[] values = vectors.values().clone();
      for (int at = i; at < values.length; at += RANK) {
        values[at] += 0.1f;
      }
      Tensor moved = new Tensor(vectors.name(), vectors.shape(), values);
      errors[i] = squares(exact, products(with(weighted, moved)));
    }

    assertThat(errors[1]).isCloseTo(errors[0], withinPercentage(0.1));
    assertThat(errors[2]).isCloseTo(errors[0], withinPercentage(0.1));
  }

  private static NeuralModel ofEncoder(WordEncoder encoder) {
    return RandomModel.of(
        MODEL.architecture().with().wordEncoder(encoder).build(),
        MODEL.labels(),
        MODEL.lexicon(),
        5);
  }

  /** The model with vectors that are combinations of so many. */
  private static NeuralModel spanning(int rank, NeuralModel model) {
    Random random = new Random(3);
    float[][] basis = new float[rank][BEFORE];
    for (float[] vector : basis) {
      for (int i = 0; i < BEFORE; i++) {
        vector[i] = (float) random.nextGaussian();
      }
    }
    Tensor vectors = model.weights().tensor(Weights.WORD_VECTORS);
    float[] values = new float[vectors.values().length];
    for (int i = 0; i < values.length; i += BEFORE) {
      for (float[] vector : basis) {
        float factor = (float) random.nextGaussian() / 3;
        for (int j = 0; j < BEFORE; j++) {
          values[i + j] += factor * vector[j];
        }
      }
    }
    return with(model, new Tensor(vectors.name(), vectors.shape(), values));
  }

  private static NeuralModel with(NeuralModel model, Tensor changed) {
    List<Tensor> tensors = new ArrayList<>(model.weights().tensors());
    tensors.replaceAll(tensor -> tensor.name().equals(changed.name()) ? changed : tensor);
    return new NeuralModel(
        model.architecture(),
        model.labels(),
        model.lexicon(),
        new Weights(tensors),
        model.contextual(),
        model.temperature(),
        model.training());
  }

  /** Of no text: all words alike. */
  private static WordUse use(NeuralModel model) {
    return WordUse.of(model.lexicon(), WordCounts.of(List.of()));
  }

  private static int[] order(NeuralModel model) {
    return IntStream.range(1, model.lexicon().wordRows()).toArray();
  }

  /** Of each word the product of its vector and the weights of both directions. */
  private static double[][] products(NeuralModel model) {
    return products(model, order(model));
  }

  private static double[][] products(NeuralModel model, int[] words) {
    int dimension = model.architecture().wordDimension();
    return products(model, words, model.weights().values(Weights.WORD_VECTORS), dimension);
  }

  private static double[][] truncated(int values) {
    float[] vectors = MODEL.weights().values(Weights.WORD_VECTORS).clone();
    for (int i = 0; i < vectors.length; i++) {
      vectors[i] = i % BEFORE < values ? vectors[i] : 0;
    }
    return products(MODEL, order(MODEL), vectors, BEFORE);
  }

  private static double[][] products(
      NeuralModel model, int[] words, float[] vectors, int dimension) {
    List<double[]> products = new ArrayList<>();
    for (String name : List.of("lstm.forward.input", "lstm.backward.input")) {
      Tensor weights = model.weights().tensor(name);
      int columns = weights.shape()[1];
      for (int word : words) {
        double[] product = new double[columns];
        for (int i = 0; i < dimension; i++) {
          for (int column = 0; column < columns; column++) {
            product[column] +=
                (double) vectors[word * dimension + i] * weights.values()[i * columns + column];
          }
        }
        products.add(product);
      }
    }
    return products.toArray(double[][]::new);
  }

  private static double[][] zeros(double[][] like) {
    return Arrays.stream(like).map(row -> new double[row.length]).toArray(double[][]::new);
  }

  private static double squares(double[][] a, double[][] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a[i].length; j++) {
        sum += (a[i][j] - b[i][j]) * (a[i][j] - b[i][j]);
      }
    }
    return sum;
  }

  private static float[][][] marginals(NeuralModel model) {
    return Tagger.of(model, Precision.F32).tagSentences(SENTENCES, true).stream()
        .map(TaggedSentence::marginals)
        .toArray(float[][][]::new);
  }
}
