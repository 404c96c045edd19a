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
import org.sparkner.kernel.Kernels;
import org.sparkner.lexicon.Lexicon;
import org.sparkner.model.EncoderLayer;
import org.sparkner.model.NeuralModel;
import org.sparkner.model.Weights;

/**
 * The character vector of a word (Lample et al. 2016, section 4.1): the last state of an LSTM over
 * its characters in each direction. What a character adds to the gates is looked up in a table.
 */
final class CharacterRecurrence implements CharacterVectors {
  private final Kernels kernels;
  private final Lexicon lexicon;
  private final int maxWordLength;
  private final int hidden;
  private final float[][] tables;
  private final float[][] recurrent;

  CharacterRecurrence(NeuralModel model, Kernels kernels) {
    this.kernels = kernels;
    EncoderLayer layer = model.architecture().characterLayer();
    lexicon = model.lexicon();
    maxWordLength = model.architecture().maxWordLength();
    hidden = layer.hidden();
    int directions = layer.directions().size();
    tables = new float[directions][];
    recurrent = new float[directions][];
    for (EncoderLayer.Direction direction : layer.directions()) {
      tables[direction.ordinal()] = table(model.weights(), layer, direction);
      recurrent[direction.ordinal()] = model.weights().values(layer.recurrent(direction));
    }
  }

  /** [id × gates]: character vector times the input's weights, plus the bias. */
  private float[] table(Weights weights, EncoderLayer layer, EncoderLayer.Direction direction) {
    float[] vectors = weights.values(Weights.CHARACTER_VECTORS);
    float[] input = weights.values(layer.input(direction));
    float[] bias = weights.values(layer.bias(direction));
    int columns = layer.inputColumns();
    float[] table = new float[Math.multiplyExact(lexicon.characterIds(), columns)];
    for (int id = 0; id < lexicon.characterIds(); id++) {
      System.arraycopy(bias, 0, table, id * columns, columns);
      for (int d = 0; d < layer.inputs(); d++) {
        addScaled(
            vectors[id * layer.inputs() + d], input, d * columns, table, id * columns, columns);
      }
    }
    return table;
  }

  private static void addScaled(
      float factor, float[] source, int from, float[] target, int to, int length) {
    for (int j = 0; j < length; j++) {
      target[to + j] += factor * source[from + j];
    }
  }

  @Override
  public void encode(String token, float[] output, int offset) {
    int[] ids = token.codePoints().limit(maxWordLength).map(lexicon::characterId).toArray();
    if (ids.length == 0) {
      ids = new int[] {Lexicon.UNKNOWN_CHARACTER};
    }
    float[] gates = new float[4 * hidden];
    float[] cell = new float[2 * hidden];
    for (int direction = 0; direction < tables.length; direction++) {
      float[] state = new float[hidden];
      Arrays.fill(cell, 0);
      for (int i = 0; i < ids.length; i++) {
        int id = direction == 0 ? ids[i] : ids[ids.length - 1 - i];
        step(direction, id, gates, cell, state);
      }
      System.arraycopy(state, 0, output, offset + direction * hidden, hidden);
    }
  }

  /**
   * @param cell the cell, and room for its tanh
   */
  private void step(int direction, int id, float[] gates, float[] cell, float[] state) {
    System.arraycopy(tables[direction], id * gates.length, gates, 0, gates.length);
    for (int k = 0; k < hidden; k++) {
      addScaled(state[k], recurrent[direction], k * gates.length, gates, 0, gates.length);
    }
    kernels.sigmoid(gates, 0, 2 * hidden);
    kernels.tanh(gates, 2 * hidden, hidden);
    kernels.sigmoid(gates, 3 * hidden, hidden);
    for (int j = 0; j < hidden; j++) {
      cell[j] = gates[hidden + j] * cell[j] + gates[j] * gates[2 * hidden + j];
      cell[hidden + j] = cell[j];
    }
    kernels.tanh(cell, hidden, hidden);
    for (int j = 0; j < hidden; j++) {
      state[j] = gates[3 * hidden + j] * cell[hidden + j];
    }
  }
}
