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
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntFunction;
import org.sparkner.kernel.ProductLibrary;
import org.sparkner.kernel.RowProducts;
import org.sparkner.kernel.WeightMatrix;
import org.sparkner.model.NeuralModel;
import org.sparkner.pretrained.PretrainedEncoder;

/**
 * What the vectors of a pretrained encoder add to the gates of the first layer: their products with
 * the last rows of its weights, computed for each sentence.
 */
final class ContextualInput {
  private final PretrainedEncoder encoder;
  private final int dimension;
  private final int columns;
  private final WeightMatrix weights;
  private final Queue<RowProducts> idle = new ConcurrentLinkedQueue<>();

  /**
   * @param model with an encoder
   * @param input of the first layer, its last rows those of the encoder's vectors
   * @throws org.sparkner.error.NerException if the encoder cannot be opened
   */
  ContextualInput(NeuralModel model, InputWeights input, ProductLibrary library) {
    encoder = model.contextual();
    encoder.open(); // here, not in the middle of the first text
    dimension = encoder.vectors().dimension();
    columns = input.columns();
    int end = input.rows() * columns;
    weights =
        library.single(
            Arrays.copyOfRange(input.weights(), end - dimension * columns, end),
            dimension,
            columns);
  }

  /**
   * The vectors of sentences, [token][float] of each; read together, which is faster.
   *
   * @param sentences of whose documents, where these are read, no more should be than fit into
   *     memory
   */
  List<float[][]> read(List<Sentence> sentences) {
    return encoder.encode(
        sentences.stream().map(Sentence::context).toList(),
        sentences.stream().mapToInt(Sentence::length).toArray());
  }

  /**
   * Adds to the projections of a batch, which are replaced by copies.
   *
   * @param projections of the word at each place
   * @param vectors of {@link #read}, by the number of a sentence
   */
  void add(PackedBatch batch, float[][] projections, IntFunction<float[][]> vectors) {
    RowProducts products = idle.poll();
    if (products == null) {
      products = weights.newProducts();
    }
    float[] inputs = new float[RowProducts.MOST_ROWS * dimension];
    for (int row = 0; row < batch.sentences().size(); row++) {
      float[][] ofSentence = vectors.apply(batch.sentences().get(row).number());
      for (int from = 0; from < ofSentence.length; from += RowProducts.MOST_ROWS) {
        int count = Math.min(RowProducts.MOST_ROWS, ofSentence.length - from);
        for (int i = 0; i < count; i++) {
          System.arraycopy(ofSentence[from + i], 0, inputs, i * dimension, dimension);
        }
        products.multiply(count, inputs, 0, dimension);
        for (int i = 0; i < count; i++) {
          int at = batch.first(from + i) + row;
          int product = products.row(i);
          projections[at] = sum(projections[at], products.values(), product);
        }
      }
    }
    idle.add(products);
  }

  private float[] sum(float[] projection, float[] values, int from) {
    float[] sum = projection.clone();
    for (int j = 0; j < columns; j++) {
      sum[j] += values[from + j];
    }
    return sum;
  }
}
