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

package org.sparkner.torch.network;

import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.sparkner.model.Architecture;
import org.sparkner.network.DistinctWords;
import org.sparkner.network.IndexedSentence;
import org.sparkner.torch.TorchDevice;

/** Makes a vector of each distinct word of a batch from its characters. */
sealed interface CharacterLayer permits CharacterConvolutions, CharacterLstm {
  /** [words × floats]: a row for each distinct word. */
  Tensor vectors(DistinctWords words, Masks masks);

  /** The layer of an architecture that has one. */
  static CharacterLayer of(Architecture sizes, ParameterTensors parameters, TorchDevice device) {
    return switch (sizes.characterEncoder()) {
      case CNN, INTNET -> new CharacterConvolutions(sizes, parameters, device);
      case LSTM -> new CharacterLstm(sizes, parameters, device);
      case NONE -> throw new IllegalArgumentException("The network reads no characters.");
    };
  }

  /** The vectors of tokens, row by row as the sentences have them. */
  static Tensor ofTokens(
      CharacterLayer layer,
      List<IndexedSentence> sentences,
      int wordLength,
      TokenRows tokens,
      Masks masks) {
    DistinctWords words = DistinctWords.of(sentences, wordLength);
    long[] wordOfRow = new long[tokens.count()];
    tokens.forEach((sentence, token, row, place) -> wordOfRow[row] = words.word(place));
    return Rows.of(layer.vectors(words, masks), wordOfRow, masks.device());
  }
}
