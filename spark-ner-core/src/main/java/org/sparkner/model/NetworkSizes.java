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

package org.sparkner.model;

import java.util.List;
import java.util.Map;
import org.sparkner.error.UsageException;
import org.sparkner.lexicon.Lexicon;

/**
 * Sizes of a network and its lexicon.
 *
 * @param architecture sizes of the layers
 * @param wordRows rows of the word table, with that of the unknown word
 * @param characterIds ids of characters, with padding and unknown
 * @param affixes known affixes
 * @param attributeValues known attributes
 */
public record NetworkSizes(
    Architecture architecture, int wordRows, int characterIds, int affixes, int attributeValues)
    implements ModelSizes {
  /**
   * @throws UsageException if the network reads nothing of a token
   */
  public NetworkSizes {
    if (wordRows < 1 || characterIds < 2 || affixes < 0 || attributeValues < 0) {
      throw new IllegalArgumentException(
          "A lexicon needs at least 1 word row, 2 character ids, 0 affixes and 0 attributes,"
              + " found "
              + List.of(wordRows, characterIds, affixes, attributeValues));
    }
    if (architecture.inputSize() == 0) {
      throw new UsageException(
          "A network with wordDimension 0 needs something else to read of a token, found nothing;"
              + " set characterEncoder, a feature such as capitalisationDimension, or a pretrained"
              + " encoder.");
    }
  }

  /** Sizes of a network that reads no attributes. */
  public NetworkSizes(Architecture architecture, int wordRows, int characterIds, int affixes) {
    this(architecture, wordRows, characterIds, affixes, 0);
  }

  /** Sizes of a network over a lexicon. */
  public static NetworkSizes of(Architecture architecture, Lexicon lexicon) {
    return new NetworkSizes(
        architecture,
        lexicon.wordRows(),
        lexicon.characterIds(),
        lexicon.affixes().size(),
        lexicon.attributeValues().size());
  }

  /** The tables of feature vectors, in the order of the encoder's input. */
  public List<FeatureVectors> featureVectors() {
    return FeatureVectors.of(architecture.features(), affixes, attributeValues);
  }

  @Override
  public Map<String, int[]> shapes(int labels) {
    return Weights.shapes(this, labels);
  }
}
