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
import java.util.Random;
import java.util.stream.Stream;
import org.sparkner.model.Architecture;
import org.sparkner.model.CharacterEncoder;
import org.sparkner.model.Decoder;
import org.sparkner.model.InputFeatures;
import org.sparkner.model.WordEncoder;
import org.sparkner.pretrained.ContextualVectors;
import org.sparkner.pretrained.TinyEncoder;

/** Each part of the family of networks at least once. For the tests of other modules too. */
public final class Architectures {
  /** Types of gazetteers. */
  public static final int TYPES = 2;

  /** Features of all kinds that are learned. */
  private static final InputFeatures FEATURES =
      InputFeatures.NONE
          .with()
          .capitalisationDimension(3)
          .affixDimension(2)
          .gazetteerDimension(2)
          .gazetteerTypes(TYPES)
          .build()
          .withAttributeDimension(4);

  /** What the encoder of the tests gives. */
  public static final ContextualVectors CONTEXTUAL = TinyEncoder.read().vectors();

  private Architectures() {}

  /** A table of random vectors; of none where an architecture reads none. */
  public static WordTable words(Architecture sizes, Random random, int rows, int trainable) {
    float[] values = new float[rows * sizes.wordDimension()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return new WordTable(values, sizes.wordDimension(), sizes.wordDimension() == 0 ? 0 : trainable);
  }

  /** A linear layer over the vectors of an encoder. */
  private static Architecture plain(Architecture sizes) {
    return sizes
        .withEncoder(WordEncoder.NONE, 1, true)
        .withWordDimension(0)
        .withCharacterEncoder(CharacterEncoder.NONE)
        .withFeatures(InputFeatures.NONE.withContextual(CONTEXTUAL));
  }

  /** Each part of the family around these sizes. */
  public static Stream<Architecture> of(Architecture sizes) {
    return Stream.of(
        sizes,
        sizes.withFeatures(FEATURES),
        sizes
            .withEncoder(WordEncoder.GRU, 1, true)
            .withFeatures(FEATURES.withContextual(CONTEXTUAL)),
        sizes
            .withEncoder(WordEncoder.CNN, 1, true)
            .withFeatures(InputFeatures.NONE.withContextual(CONTEXTUAL)),
        sizes.withDecoder(Decoder.SOFTMAX),
        sizes.withDecoder(Decoder.CRF_BIGRAM),
        sizes.withCharacterEncoder(CharacterEncoder.NONE),
        sizes.withCharacterEncoder(CharacterEncoder.LSTM),
        sizes.withCharacterWidths(List.of(1, 5)),
        sizes.withCharacterEncoder(CharacterEncoder.INTNET).withCharacterWidths(List.of(3, 5)),
        sizes.withEncoder(WordEncoder.LSTM, 2, true),
        sizes.withEncoder(WordEncoder.LSTM, 1, false),
        sizes.withEncoder(WordEncoder.GRU, 1, true),
        sizes.withEncoder(WordEncoder.GRU, 3, false),
        sizes.withEncoder(WordEncoder.SRU, 1, true),
        sizes.withEncoder(WordEncoder.SRU, 2, true),
        sizes.withEncoder(WordEncoder.RNN, 2, true),
        sizes.withEncoder(WordEncoder.LINEAR_RNN, 2, true),
        sizes.withEncoder(WordEncoder.CNN, 1, true),
        sizes.withEncoder(WordEncoder.CNN, 3, true).withWindowWidth(3),
        sizes.withEncoder(WordEncoder.FFNN_WINDOW, 2, false),
        sizes.withEncoder(WordEncoder.NONE, 1, true),
        sizes
            .withEncoder(WordEncoder.NONE, 1, true)
            .withDecoder(Decoder.CRF_BIGRAM)
            .withFeatures(FEATURES.withContextual(CONTEXTUAL)),
        sizes.withWordDimension(0).withFeatures(FEATURES),
        plain(sizes).withDecoder(Decoder.SOFTMAX),
        plain(sizes).withFeatures(FEATURES.withContextual(CONTEXTUAL)),
        plain(sizes).withCharacterEncoder(CharacterEncoder.LSTM));
  }
}
