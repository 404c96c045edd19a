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

package org.sparkner.train;

import java.util.ArrayList;
import java.util.List;
import org.sparkner.network.IndexedSentence;
import org.sparkner.pretrained.EncoderInput;

/**
 * Sentences that are learned from in one step.
 *
 * @param sentences at least one
 * @param inputs what an encoder that learns reads for them: the tokens of which it gives vectors
 *     are those of the sentences, in order; none where no encoder learns
 */
public record Batch(List<IndexedSentence> sentences, List<EncoderInput> inputs) {
  /** Without an encoder that learns. */
  public Batch(List<IndexedSentence> sentences) {
    this(sentences, List.of());
  }

  /** Sentences. */
  public int size() {
    return sentences.size();
  }

  /** Tokens of all sentences. */
  long tokens() {
    return sentences.stream().mapToLong(IndexedSentence::size).sum();
  }

  /**
   * The sentences with what an encoder gave.
   *
   * @param vectors of each of {@link #inputs}, [token × dimension] row-major
   */
  List<IndexedSentence> withVectors(List<float[]> vectors, int dimension) {
    List<IndexedSentence> read = new ArrayList<>(sentences.size());
    int input = 0;
    int at = 0;
    for (IndexedSentence sentence : sentences) {
      float[][] own = new float[sentence.size()][dimension];
      for (float[] ofToken : own) {
        while (at == vectors.get(input).length) {
          input++;
          at = 0;
        }
        System.arraycopy(vectors.get(input), at, ofToken, 0, dimension);
        at += dimension;
      }
      read.add(sentence.withContextual(own));
    }
    return read;
  }

  /**
   * The other way: gradients of the sentences as those of {@link #inputs}.
   *
   * @param gradients [token][float] of each sentence
   * @return of each input, [token × dimension] row-major
   */
  List<float[]> byInput(List<float[][]> gradients, int dimension) {
    List<float[]> sorted = new ArrayList<>(inputs.size());
    int sentence = 0;
    int token = 0;
    for (EncoderInput input : inputs) {
      float[] own = new float[input.firsts().length * dimension];
      for (int at = 0; at < own.length; at += dimension) {
        while (token == gradients.get(sentence).length) {
          sentence++;
          token = 0;
        }
        System.arraycopy(gradients.get(sentence)[token++], 0, own, at, dimension);
      }
      sorted.add(own);
    }
    return sorted;
  }
}
