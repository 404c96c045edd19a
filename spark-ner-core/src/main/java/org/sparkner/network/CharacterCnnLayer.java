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

package org.sparkner.network;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.nd4j.linalg.api.buffer.DataType;
import org.sparkner.model.Weights;

/**
 * A vector for each token from its characters, [batch × word length × T] ids to [batch × filters ×
 * T]: character vectors, a convolution over them with zeros around the word, the maximum over the
 * word's positions, tanh (dos Santos &amp; Zadrozny 2014; Ma &amp; Hovy 2016, section 2.1). Runs
 * once for each distinct word of the batch, which shares its dropout.
 */
final class CharacterCnnLayer extends SequenceLayer<CharacterCnnConfiguration> {
  private static final long serialVersionUID = 1L;

  CharacterCnnLayer(NeuralNetConfiguration configuration, DataType type) {
    super(configuration, type);
  }

  @Override
  <A, M> Pass<A> pass(Arithmetic<A, M> arithmetic) {
    return new CharacterCnnPass<>(arithmetic, (CharacterCnnConfiguration) conf().getLayer());
  }

  private static final class CharacterCnnPass<A, M> extends Pass<A> {
    private final Arithmetic<A, M> matrices;
    private final Dropout dropout;
    private final int wordLength;
    private final int dimension;
    private final int filterWidth;
    private final int filters;
    private final ParameterLayout.Parameter vectors;
    private final ParameterLayout.Parameter weights;
    private final ParameterLayout.Parameter bias;

    private A parameters;
    private TokenLayout layout;
    private DistinctWords words;
    private A mask;
    private A windows;
    private A output;
    private int[] best;

    CharacterCnnPass(Arithmetic<A, M> arithmetic, CharacterCnnConfiguration configuration) {
      super(arithmetic);
      this.matrices = arithmetic;
      this.dropout = configuration.dropout();
      this.wordLength = (int) configuration.getNIn();
      this.dimension = configuration.dimension();
      this.filterWidth = configuration.filterWidth();
      this.filters = (int) configuration.getNOut();
      ParameterLayout parameters = configuration.parameters();
      this.vectors = parameters.get(Weights.CHARACTER_VECTORS);
      this.weights = parameters.get(Weights.CHARACTER_FILTERS);
      this.bias = parameters.get(Weights.CHARACTER_BIAS);
    }

    private int window() {
      return filterWidth * dimension;
    }

    @Override
    A forward(A parameters, A input, TokenLayout layout, long step) {
      this.parameters = parameters;
      this.layout = layout;
      words =
          DistinctWords.of(
              arithmetic,
              layout.packBySentence(arithmetic, input, wordLength),
              layout.tokens(),
              wordLength);
      windows = windows(step);
      A convolved = arithmetic.array(words.positions() * filters);
      for (int p = 0; p < words.positions(); p++) {
        arithmetic.copy(parameters, bias.offset(), convolved, p * filters, filters);
      }
      M packed = matrices.pack(parameters, weights.offset(), window(), filters);
      matrices.multiplyAdd(words.positions(), windows, 0, window(), packed, convolved, 0, filters);
      pool(convolved);
      A tokens = arithmetic.array(layout.tokens() * filters);
      for (int i = 0; i < layout.tokens(); i++) {
        arithmetic.copy(output, words.word(i) * filters, tokens, i * filters, filters);
      }
      return layout.padBySentence(arithmetic, tokens, filters);
    }

    /** [positions × window]: the character vectors around each position, after dropout. */
    private A windows(long step) {
      A characters = arithmetic.array(words.positions() * dimension);
      for (int p = 0; p < words.positions(); p++) {
        int from = vectors.offset() + words.character(p) * dimension;
        arithmetic.copy(parameters, from, characters, p * dimension, dimension);
      }
      int size = words.positions() * dimension;
      mask = step < 0 ? null : dropout.mask(arithmetic, size, step);
      Dropout.apply(arithmetic, characters, mask, size);
      A around = arithmetic.array(words.positions() * window());
      forEachNeighbour(
          (position, neighbour, at) ->
              arithmetic.copy(
                  characters, neighbour * dimension, around, position * window() + at, dimension));
      return around;
    }

    /**
     * A position of a word, one that its window covers, and where in the window that one stands.
     */
    private interface Neighbours {
      void visit(int position, int neighbour, int at);
    }

    private void forEachNeighbour(Neighbours neighbours) {
      for (int u = 0; u < words.size(); u++) {
        for (int p = words.begin(u); p < words.end(u); p++) {
          for (int w = 0; w < filterWidth; w++) {
            int neighbour = p + w - filterWidth / 2;
            if (neighbour >= words.begin(u) && neighbour < words.end(u)) {
              neighbours.visit(p, neighbour, w * dimension);
            }
          }
        }
      }
    }

    private void pool(A convolved) {
      output = arithmetic.array(words.size() * filters);
      best = new int[words.size() * filters];
      for (int u = 0; u < words.size(); u++) {
        for (int f = 0; f < filters; f++) {
          int at = words.begin(u);
          for (int p = at + 1; p < words.end(u); p++) {
            if (arithmetic.get(convolved, p * filters + f)
                > arithmetic.get(convolved, at * filters + f)) {
              at = p;
            }
          }
          best[u * filters + f] = at;
          double most = arithmetic.get(convolved, at * filters + f);
          arithmetic.set(output, u * filters + f, Math.tanh(most));
        }
      }
    }

    @Override
    A backward(A outputGradient, A gradient) {
      A tokens = layout.packBySentence(arithmetic, outputGradient, filters);
      A pooled = arithmetic.array(words.size() * filters);
      for (int i = 0; i < layout.tokens(); i++) {
        arithmetic.addAll(tokens, i * filters, pooled, words.word(i) * filters, filters);
      }
      A convolved = arithmetic.array(words.positions() * filters);
      for (int i = 0; i < best.length; i++) {
        double y = arithmetic.get(output, i);
        double value = arithmetic.get(pooled, i) * (1 - y * y);
        arithmetic.add(convolved, best[i] * filters + i % filters, value);
        arithmetic.add(gradient, bias.offset() + i % filters, value);
      }
      arithmetic.multiplyTransposed(
          words.positions(),
          window(),
          filters,
          windows,
          convolved,
          0,
          filters,
          gradient,
          weights.offset());
      addVectorGradient(convolved, gradient);
      return null;
    }

    private void addVectorGradient(A convolved, A gradient) {
      A around = arithmetic.array(words.positions() * window());
      M packed = matrices.packTransposed(parameters, weights.offset(), window(), filters);
      matrices.multiplyAdd(words.positions(), convolved, 0, filters, packed, around, 0, window());
      A characters = arithmetic.array(words.positions() * dimension);
      forEachNeighbour(
          (position, neighbour, at) ->
              arithmetic.addAll(
                  around, position * window() + at, characters, neighbour * dimension, dimension));
      Dropout.apply(arithmetic, characters, mask, words.positions() * dimension);
      for (int p = 0; p < words.positions(); p++) {
        int to = vectors.offset() + words.character(p) * dimension;
        arithmetic.addAll(characters, p * dimension, gradient, to, dimension);
      }
    }
  }
}
