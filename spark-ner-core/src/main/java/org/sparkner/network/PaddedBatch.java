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
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.sparkner.model.Architecture;
import org.sparkner.model.CharacterEncoder;
import org.sparkner.tags.GoldLabels;

/**
 * Sentences as the graph's input arrays, padded at the end to the longest.
 *
 * @param words [batch × 1 × T] rows; null where the network reads no word vectors
 * @param characters [batch × word length × T] ids, 0 after a word's end; null where the network
 *     reads none
 * @param features [batch × slots × T] ids; null where the network reads none
 * @param contextual [batch × floats × T] vectors; null where the network reads none
 * @param labels [batch × 1 × T] ids, 0 where padded or unknown; where a sentence counts otherwise
 *     than once or may bear other labels, [batch × (2 + K) × T]: the id, the sentence's weight, and
 *     1 for each label that the token may bear
 * @param mask [batch × T]
 */
record PaddedBatch(
    INDArray words,
    INDArray characters,
    INDArray features,
    INDArray contextual,
    INDArray labels,
    INDArray mask) {
  /**
   * @param labels K
   */
  static PaddedBatch of(
      List<IndexedSentence> sentences, Architecture sizes, int labels, DataType type) {
    int batch = sentences.size();
    int steps = sentences.stream().mapToInt(IndexedSentence::size).max().orElseThrow();
    float[] words = new float[batch * steps];
    float[] mask = new float[batch * steps];
    for (int i = 0; i < batch; i++) {
      IndexedSentence sentence = sentences.get(i);
      for (int t = 0; t < sentence.size(); t++) {
        words[i * steps + t] = sentence.words()[t];
        mask[i * steps + t] = 1;
      }
    }
    return new PaddedBatch(
        sizes.wordDimension() == 0 ? null : array(words, type, batch, 1, steps),
        sizes.characterEncoder() == CharacterEncoder.NONE
            ? null
            : columns(sentences, IndexedSentence::characters, sizes.maxWordLength(), steps, type),
        sizes.features().size() == 0
            ? null
            : columns(
                sentences,
                IndexedSentence::features,
                sentences.get(0).features()[0].length,
                steps,
                type),
        contextual(sentences, sizes.features().contextualDimension(), steps, type),
        labels(sentences, labels, steps, type),
        array(mask, type, batch, steps));
  }

  private static INDArray labels(
      List<IndexedSentence> sentences, int labels, int steps, DataType type) {
    boolean known =
        sentences.stream().allMatch(each -> each.supervision().equals(LabelSupervision.FULL));
    int rows = known ? 1 : 2 + labels;
    float[] values = new float[sentences.size() * rows * steps];
    for (int i = 0; i < sentences.size(); i++) {
      IndexedSentence sentence = sentences.get(i);
      if (sentence.labels() == null) {
        continue;
      }
      GoldLabels gold = sentence.gold();
      for (int t = 0; t < sentence.size(); t++) {
        int at = i * rows * steps + t;
        values[at] = gold.labels()[t];
        if (!known) {
          values[at + steps] = sentence.supervision().weight();
          for (int label = 0; label < labels; label++) {
            values[at + (2 + label) * steps] = gold.allows(t, label) ? 1 : 0;
          }
        }
      }
    }
    return array(values, type, sentences.size(), rows, steps);
  }

  /** [batch × size × T] of what each token has, 0 after its end. */
  private static INDArray columns(
      List<IndexedSentence> sentences,
      Function<IndexedSentence, int[][]> ids,
      int size,
      int steps,
      DataType type) {
    float[] columns = new float[sentences.size() * size * steps];
    for (int i = 0; i < sentences.size(); i++) {
      int[][] rows = ids.apply(sentences.get(i));
      for (int t = 0; t < rows.length; t++) {
        int[] own = rows[t];
        for (int p = 0; p < own.length; p++) {
          columns[(i * size + p) * steps + t] = own[p];
        }
      }
    }
    return array(columns, type, sentences.size(), size, steps);
  }

  private static INDArray contextual(
      List<IndexedSentence> sentences, int size, int steps, DataType type) {
    if (size == 0) {
      return null;
    }
    float[] columns = new float[sentences.size() * size * steps];
    for (int i = 0; i < sentences.size(); i++) {
      float[][] rows = sentences.get(i).contextual();
      for (int t = 0; t < rows.length; t++) {
        for (int j = 0; j < size; j++) {
          columns[(i * size + j) * steps + t] = rows[t][j];
        }
      }
    }
    return array(columns, type, sentences.size(), size, steps);
  }

  private static INDArray array(float[] values, DataType type, long... shape) {
    return Nd4j.create(values, shape, 'c').castTo(type);
  }

  INDArray[] inputs() {
    return Stream.of(words, characters, features, contextual)
        .filter(Objects::nonNull)
        .toArray(INDArray[]::new);
  }

  INDArray[] inputMasks() {
    return Stream.of(inputs()).map(input -> mask).toArray(INDArray[]::new);
  }

  INDArray[] labelArrays() {
    return new INDArray[] {labels};
  }

  INDArray[] labelMasks() {
    return new INDArray[] {mask};
  }
}
