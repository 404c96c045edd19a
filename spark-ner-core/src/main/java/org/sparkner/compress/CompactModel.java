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

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.sparkner.kernel.HalfFloat;
import org.sparkner.kernel.QuantisedRows;
import org.sparkner.kernel.RowBits;
import org.sparkner.lexicon.Lexicon;
import org.sparkner.lexicon.Subwords;
import org.sparkner.lexicon.WordCompression;
import org.sparkner.lexicon.WordFilter;
import org.sparkner.lexicon.WordTier;
import org.sparkner.model.ByteTensor;
import org.sparkner.model.ElementType;
import org.sparkner.model.NeuralModel;
import org.sparkner.model.Tensor;
import org.sparkner.model.Weights;

/**
 * A model whose words are chosen, and the bits of their vectors.
 *
 * @param original its vectors are those that are rounded
 * @param use of its words
 * @param tiers of words that are kept, those in most use first; a row of the first is that of
 *     unknown words
 * @param parts of the words that are left out
 */
record CompactModel(NeuralModel original, WordUse use, List<WordTier> tiers, Subwords parts) {
  /** Values from which on a tensor is kept in half precision. */
  private static final int MANY_VALUES = 1 << 12;

  /** The small model. */
  NeuralModel model() {
    return model(true);
  }

  /** Bytes that it will have when it is saved. */
  long savedBytes() {
    return SavedSize.of(model(false));
  }

  /**
   * @param filled false for vectors that are zeros, to know its size
   */
  private NeuralModel model(boolean filled) {
    int[] pruned = Arrays.copyOfRange(use.order(), words(), use.order().length);
    Subwords subwords = pruned.length == 0 ? Subwords.NONE : parts;
    Lexicon lexicon = original.lexicon();
    WordFilter filter =
        subwords.rows() == 0
            ? WordFilter.of(List.of())
            : WordFilter.of(Arrays.stream(pruned).mapToObj(lexicon::word).toList());
    int[][] rows = rows();
    List<QuantisedRows> tables = new ArrayList<>();
    for (int tier = 0; tier < rows.length; tier++) {
      RowBits bits = tiers.get(tier).bits();
      tables.add(
          filled
              ? rounded(values(), rows[tier], bits)
              : QuantisedRows.zeros(rows[tier].length, bits, bits.values(dimension())));
    }
    QuantisedRows ofParts =
        filled && subwords.rows() > 0
            ? parts(pruned, subwords)
            : QuantisedRows.zeros(subwords.rows(), last(), last().values(dimension()));
    return with(
        lexicon.withWords(Arrays.stream(rows).flatMapToInt(Arrays::stream).skip(1).toArray()),
        new WordCompression(
            last(), tiers.subList(0, tiers.size() - 1), subwords, filter.bits().length),
        weights(tables, ofParts, filter));
  }

  private NeuralModel with(Lexicon words, WordCompression compression, Weights weights) {
    return new NeuralModel(
        original.architecture(),
        original.labels(),
        words.withCompression(compression),
        weights,
        original.contextual(),
        original.temperature(),
        original.training());
  }

  private Weights weights(List<QuantisedRows> tables, QuantisedRows ofParts, WordFilter filter) {
    List<Tensor> tensors = new ArrayList<>();
    for (Tensor tensor : original.weights().tensors()) {
      if (!tensor.name().equals(Weights.WORD_VECTORS)) {
        tensors.add(rounded(tensor));
      }
    }
    tensors.add(scales(Weights.WORD_SCALES, tables));
    tensors.add(scales(Weights.SUBWORD_SCALES, List.of(ofParts)));
    return new Weights(
        tensors,
        List.of(
            new ByteTensor(Weights.WORD_VECTORS, shape(tables), bytes(tables)),
            new ByteTensor(
                Weights.SUBWORD_VECTORS,
                new int[] {ofParts.scales().length, last().rowBytes(dimension())},
                ofParts.bytes()),
            new ByteTensor(Weights.PRUNED_WORDS, new int[] {filter.bits().length}, filter.bits())));
  }

  private int words() {
    return tiers.stream().mapToInt(WordTier::rows).sum() - 1;
  }

  private int dimension() {
    return original.architecture().wordDimension();
  }

  private float[] values() {
    return original.weights().values(Weights.WORD_VECTORS);
  }

  private RowBits last() {
    return tiers.get(tiers.size() - 1).bits();
  }

  private boolean isSpread() {
    return last().hasEach();
  }

  /** Rows of the original, tier by tier, those of each in their order. */
  private int[][] rows() {
    int[][] rows = new int[tiers.size()][];
    int from = 0;
    for (int tier = 0; tier < rows.length; tier++) {
      int unknown = tier == 0 ? 1 : 0;
      int end = from + tiers.get(tier).rows() - unknown;
      int[] words = Arrays.copyOfRange(use.order(), from, end);
      Arrays.sort(words);
      rows[tier] = new int[unknown + words.length];
      System.arraycopy(words, 0, rows[tier], unknown, words.length);
      if (unknown > 0) {
        rows[tier][0] = Lexicon.UNKNOWN_WORD;
      }
      from = end;
    }
    return rows;
  }

  /** Some rows of a table in few bits. */
  private QuantisedRows rounded(float[] table, int[] rows, RowBits bits) {
    int values = bits.values(dimension());
    float[] chosen = new float[Math.multiplyExact(rows.length, values)];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(table, rows[i] * dimension(), chosen, i * values, values);
    }
    return QuantisedRows.of(chosen, bits, values);
  }

  private QuantisedRows parts(int[] pruned, Subwords subwords) {
    float[] fitted = SubwordFit.fit(original.lexicon(), pruned, values(), dimension(), subwords);
    return rounded(fitted, IntStream.range(0, subwords.rows()).toArray(), last());
  }

  /** In half precision where it is large, with the values that a file will give. */
  private static Tensor rounded(Tensor tensor) {
    if (tensor.values().length < MANY_VALUES) {
      return tensor;
    }
    float[] values = tensor.values().clone();
    for (int i = 0; i < values.length; i++) {
      values[i] = HalfFloat.toFloat(HalfFloat.of(values[i]));
    }
    return new Tensor(tensor.name(), tensor.shape(), values, ElementType.F16);
  }

  private Tensor scales(String name, List<QuantisedRows> tables) {
    int rows = tables.stream().mapToInt(table -> table.scales().length).sum();
    float[] scales = new float[rows];
    int at = 0;
    for (QuantisedRows table : tables) {
      System.arraycopy(table.scales(), 0, scales, at, table.scales().length);
      at += table.scales().length;
    }
    ElementType type = isSpread() ? ElementType.F16 : ElementType.F32;
    return new Tensor(name, new int[] {rows}, scales, type);
  }

  private int[] shape(List<QuantisedRows> tables) {
    return isSpread()
        ? new int[] {bytes(tables).length}
        : new int[] {tables.get(0).scales().length, last().rowBytes(dimension())};
  }

  private static byte[] bytes(List<QuantisedRows> tables) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    tables.forEach(table -> bytes.writeBytes(table.bytes()));
    return bytes.toByteArray();
  }
}
