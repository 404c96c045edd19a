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

import com.fasterxml.jackson.annotation.JsonInclude;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sparkner.error.UsageException;
import org.sparkner.lexicon.Lexicon;
import org.sparkner.lexicon.WordCompression;
import org.sparkner.lexicon.WordTier;

/**
 * Sizes of a network and its lexicon.
 *
 * @param architecture sizes of the layers
 * @param wordRows rows of the word table, with that of the unknown word
 * @param characterIds ids of characters, with padding and unknown
 * @param affixes known affixes
 * @param attributeValues known attributes
 * @param compression of the vectors of words; null where they are in single precision
 */
@RecordBuilder
public record NetworkSizes(
    Architecture architecture,
    int wordRows,
    int characterIds,
    int affixes,
    int attributeValues,
    @JsonInclude(JsonInclude.Include.NON_NULL) WordCompression compression)
    implements ModelSizes {
  private static final Set<ElementType> FLOATS = Set.of(ElementType.F32, ElementType.F16);

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
    if (compression != null && architecture.wordDimension() == 0) {
      throw new IllegalArgumentException("compressed words of a network without word vectors");
    }
    if (compression != null) {
      long bytes = compression.wordBytes(wordRows, architecture.wordDimension());
      if (bytes > Integer.MAX_VALUE) {
        throw new IllegalArgumentException(
            "compressed word vectors of " + bytes + " bytes, at most " + Integer.MAX_VALUE);
      }
      for (WordTier tier : compression.tiers(wordRows)) {
        if (!tier.bits().fits(architecture.wordDimension())) {
          throw new IllegalArgumentException(
              "bits of "
                  + tier.bits().each().size()
                  + " values for word vectors of "
                  + architecture.wordDimension());
        }
      }
    }
  }

  /** Sizes of a network that is not compressed. */
  public NetworkSizes(
      Architecture architecture, int wordRows, int characterIds, int affixes, int attributeValues) {
    this(architecture, wordRows, characterIds, affixes, attributeValues, null);
  }

  /** Sizes of a network that reads no attributes. */
  public NetworkSizes(Architecture architecture, int wordRows, int characterIds, int affixes) {
    this(architecture, wordRows, characterIds, affixes, 0);
  }

  /** Sizes of a network over a lexicon. */
  public static NetworkSizes of(Architecture architecture, Lexicon lexicon) {
    return NetworkSizesBuilder.builder()
        .architecture(architecture)
        .wordRows(lexicon.wordRows())
        .characterIds(lexicon.characterIds())
        .affixes(lexicon.affixes().size())
        .attributeValues(lexicon.attributeValues().size())
        .compression(lexicon.compression())
        .build();
  }

  /** Whether the word vectors are in few bits. */
  public boolean hasCompressedWords() {
    return compression != null;
  }

  /** The tables of feature vectors, in the order of the encoder's input. */
  public List<FeatureVectors> featureVectors() {
    return FeatureVectors.of(architecture.features(), affixes, attributeValues);
  }

  @Override
  public Map<String, int[]> shapes(int labels) {
    return Weights.shapes(this, labels);
  }

  /**
   * Where word vectors are compressed, their scales are in single precision, or in half precision
   * if each value has bits of its own, and all other weights may be in half precision.
   */
  @Override
  public Set<ElementType> types(String tensor) {
    if (!hasCompressedWords()) {
      return ModelSizes.super.types(tensor);
    }
    return switch (tensor) {
      case Weights.WORD_VECTORS, Weights.SUBWORD_VECTORS, Weights.PRUNED_WORDS ->
          Set.of(ElementType.I8);
      case Weights.WORD_SCALES, Weights.SUBWORD_SCALES ->
          Set.of(compression.hasOwnBits() ? ElementType.F16 : ElementType.F32);
      default -> FLOATS;
    };
  }
}
