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
import org.sparkner.model.EncoderLayer;
import org.sparkner.model.Weights;

/**
 * A vector for each token from its characters, [batch × word length × T] ids to [batch × 2 hidden ×
 * T]: character vectors and the last state of an LSTM over them in each direction (Lample et al.
 * 2016, section 4.1). Runs once for each distinct word of the batch, which shares its dropout.
 */
final class CharacterLstmLayer extends SequenceLayer<CharacterLstmConfiguration> {
  private static final long serialVersionUID = 1L;

  CharacterLstmLayer(NeuralNetConfiguration configuration, DataType type) {
    super(configuration, type);
  }

  @Override
  <A, M> Pass<A> pass(Arithmetic<A, M> arithmetic) {
    return new CharacterLstmPass<>(arithmetic, (CharacterLstmConfiguration) conf().getLayer());
  }

  private static final class CharacterLstmPass<A, M> extends Pass<A> {
    private final Dropout dropout;
    private final int wordLength;
    private final int dimension;
    private final int hidden;
    private final int vectors;
    private final List<RecurrentDirection<A, M>> directions;

    private TokenLayout layout;
    private TokenLayout characters;
    private DistinctWords words;
    private A rows;
    private A mask;
    private A ids;
    private A states;
    private A tokens;
    private A inputGradient;

    CharacterLstmPass(Arithmetic<A, M> arithmetic, CharacterLstmConfiguration configuration) {
      super(arithmetic);
      EncoderLayer shape = configuration.shape();
      ParameterLayout parameters = configuration.parameters();
      this.dropout = configuration.dropout();
      this.wordLength = (int) configuration.getNIn();
      this.dimension = shape.inputs();
      this.hidden = shape.hidden();
      this.vectors = parameters.get(Weights.CHARACTER_VECTORS).offset();
      this.directions = RecurrentDirection.all(arithmetic, shape, parameters);
    }

    @Override
    A forward(A parameters, A input, TokenLayout layout, long step) {
      this.layout = layout;
      ids = layout.packBySentence(arithmetic, input, wordLength, ids);
      words = DistinctWords.of(arithmetic, ids, layout.tokens(), wordLength);
      characters = TokenLayout.of(words.lengths());
      rows = arithmetic.room(rows, words.positions() * dimension);
      forEachCharacter(
          (id, row) ->
              arithmetic.copy(
                  parameters, vectors + id * dimension, rows, row * dimension, dimension));
      int size = words.positions() * dimension;
      mask = step < 0 ? null : dropout.mask(arithmetic, size, step, mask);
      Dropout.apply(arithmetic, rows, mask, size);
      states = arithmetic.room(states, words.positions() * 2 * hidden);
      for (RecurrentDirection<A, M> direction : directions) {
        direction.forward(parameters, rows, characters, states);
      }
      tokens = arithmetic.room(tokens, layout.tokens() * 2 * hidden);
      for (int i = 0; i < layout.tokens(); i++) {
        int to = i * 2 * hidden;
        arithmetic.copy(states, last(words.word(i)), tokens, to, hidden);
        arithmetic.copy(states, first(words.word(i)), tokens, to + hidden, hidden);
      }
      padded = layout.padBySentence(arithmetic, tokens, 2 * hidden, padded);
      return padded;
    }

    /** A character's id and its time-major row. */
    private interface Characters {
      void visit(int id, int row);
    }

    private void forEachCharacter(Characters visitor) {
      for (int u = 0; u < words.size(); u++) {
        for (int p = words.begin(u); p < words.end(u); p++) {
          visitor.visit(words.character(p), characters.row(u, p - words.begin(u)));
        }
      }
    }

    /** Where the forward direction has its last state of a word. */
    private int last(int word) {
      return characters.row(word, characters.length(word) - 1) * 2 * hidden;
    }

    /** Where the backward direction has its last state of a word: at the first character. */
    private int first(int word) {
      return characters.row(word, 0) * 2 * hidden + hidden;
    }

    @Override
    A backward(A outputGradient, A gradient) {
      tokens = layout.packBySentence(arithmetic, outputGradient, 2 * hidden, tokens);
      states = arithmetic.zeros(states, words.positions() * 2 * hidden);
      for (int i = 0; i < layout.tokens(); i++) {
        int from = i * 2 * hidden;
        arithmetic.addAll(tokens, from, states, last(words.word(i)), hidden);
        arithmetic.addAll(tokens, from + hidden, states, first(words.word(i)), hidden);
      }
      int size = words.positions() * dimension;
      inputGradient = arithmetic.zeros(inputGradient, size);
      for (RecurrentDirection<A, M> direction : directions) {
        direction.backward(rows, characters, states, gradient, inputGradient);
      }
      Dropout.apply(arithmetic, inputGradient, mask, size);
      forEachCharacter(
          (id, row) ->
              arithmetic.addAll(
                  inputGradient, row * dimension, gradient, vectors + id * dimension, dimension));
      return null;
    }
  }
}
