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

import java.util.List;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.nd4j.linalg.api.buffer.DataType;
import org.sparkner.model.Weights;

/**
 * A vector for each token from its characters, [batch × word length × T] ids to [batch × nOut × T]:
 * character vectors, convolutions over them with zeros around the word, the maximum over the word's
 * positions, tanh (dos Santos &amp; Zadrozny 2014; Ma &amp; Hovy 2016, section 2.1). In a funnel
 * (Xin et al. 2018) the convolutions are rectified before the maximum, and each block has more of
 * them over a bottleneck of all so far. Runs once for each distinct word of the batch, which shares
 * its dropout.
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

  /** Features are [positions × outputs]: the columns of each stage of all widths in turn. */
  private static final class CharacterCnnPass<A, M> extends Pass<A> {
    private final Dropout dropout;
    private final boolean funnel;
    private final int wordLength;
    private final int dimension;
    private final int outputs;
    private final ParameterLayout.Parameter vectors;
    private final List<Convolution<A, M>> first;
    private final List<FunnelBlock<A, M>> blocks;

    private TokenLayout layout;
    private DistinctWords words;
    private A mask;
    private A features;
    private A output;
    private A ids;
    private A characters;
    private A tokens;
    private A delta;
    private A pooled;
    private int[] best;

    CharacterCnnPass(Arithmetic<A, M> arithmetic, CharacterCnnConfiguration configuration) {
      super(arithmetic);
      this.dropout = configuration.dropout();
      this.funnel = configuration.funnel();
      this.wordLength = (int) configuration.getNIn();
      this.dimension = configuration.dimension();
      this.outputs = (int) configuration.getNOut();
      ParameterLayout parameters = configuration.parameters();
      this.vectors = parameters.get(Weights.CHARACTER_VECTORS);
      List<List<Convolution<A, M>>> stages =
          configuration.stages().stream()
              .map(
                  stage ->
                      stage.stream()
                          .map(shape -> new Convolution<>(arithmetic, shape, parameters))
                          .toList())
              .toList();
      this.first = stages.get(0);
      this.blocks = FunnelBlock.all(arithmetic, stages, outputs);
    }

    @Override
    A forward(A parameters, A input, TokenLayout layout, long step) {
      this.layout = layout;
      ids = layout.packBySentence(arithmetic, input, wordLength, ids);
      words = DistinctWords.of(arithmetic, ids, layout.tokens(), wordLength);
      lookUpCharacters(parameters, step);
      features = arithmetic.room(features, words.positions() * outputs);
      int column = 0;
      for (Convolution<A, M> each : first) {
        each.forward(parameters, characters, dimension, words, features, column, outputs);
        column += each.filters();
      }
      if (funnel) {
        Rectifier.forward(arithmetic, features, words.positions(), 0, column, outputs);
      }
      for (FunnelBlock<A, M> block : blocks) {
        block.forward(parameters, words, features);
      }
      pool();
      tokens = arithmetic.room(tokens, layout.tokens() * outputs);
      for (int i = 0; i < layout.tokens(); i++) {
        arithmetic.copy(output, words.word(i) * outputs, tokens, i * outputs, outputs);
      }
      padded = layout.padBySentence(arithmetic, tokens, outputs, padded);
      return padded;
    }

    /** [positions × dimension]: the character vectors, after dropout. */
    private void lookUpCharacters(A parameters, long step) {
      int size = words.positions() * dimension;
      characters = arithmetic.room(characters, size);
      for (int p = 0; p < words.positions(); p++) {
        int from = vectors.offset() + words.character(p) * dimension;
        arithmetic.copy(parameters, from, characters, p * dimension, dimension);
      }
      mask = step < 0 ? null : dropout.mask(arithmetic, size, step, mask);
      Dropout.apply(arithmetic, characters, mask, size);
    }

    private void pool() {
      output = arithmetic.room(output, words.size() * outputs);
      best = new int[words.size() * outputs];
      for (int u = 0; u < words.size(); u++) {
        for (int f = 0; f < outputs; f++) {
          int at = words.begin(u);
          for (int p = at + 1; p < words.end(u); p++) {
            if (arithmetic.get(features, p * outputs + f)
                > arithmetic.get(features, at * outputs + f)) {
              at = p;
            }
          }
          best[u * outputs + f] = at;
          double most = arithmetic.get(features, at * outputs + f);
          arithmetic.set(output, u * outputs + f, funnel ? most : Math.tanh(most));
        }
      }
    }

    @Override
    A backward(A outputGradient, A gradient) {
      tokens = layout.packBySentence(arithmetic, outputGradient, outputs, tokens);
      delta = arithmetic.zeros(delta, words.positions() * outputs);
      addPooled();
      for (int i = blocks.size() - 1; i >= 0; i--) {
        blocks.get(i).backward(features, delta, gradient);
      }
      if (funnel) {
        int columns = first.size() * first.get(0).filters();
        Rectifier.backward(arithmetic, features, delta, words.positions(), 0, columns, outputs);
      }
      characters = arithmetic.zeros(characters, words.positions() * dimension);
      int column = 0;
      for (Convolution<A, M> each : first) {
        each.backward(delta, column, outputs, gradient, characters, dimension);
        column += each.filters();
      }
      Dropout.apply(arithmetic, characters, mask, words.positions() * dimension);
      for (int p = 0; p < words.positions(); p++) {
        int to = vectors.offset() + words.character(p) * dimension;
        arithmetic.addAll(characters, p * dimension, gradient, to, dimension);
      }
      return null;
    }

    /** The gradient of the positions that the maxima were at. */
    private void addPooled() {
      pooled = arithmetic.zeros(pooled, words.size() * outputs);
      for (int i = 0; i < layout.tokens(); i++) {
        arithmetic.addAll(tokens, i * outputs, pooled, words.word(i) * outputs, outputs);
      }
      for (int i = 0; i < best.length; i++) {
        double y = arithmetic.get(output, i);
        double slope = funnel ? 1 : 1 - y * y;
        arithmetic.add(delta, best[i] * outputs + i % outputs, arithmetic.get(pooled, i) * slope);
      }
    }
  }
}
