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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sparkner.error.UsageException;
import org.sparkner.kernel.RowBits;
import org.sparkner.lexicon.Subwords;
import org.sparkner.lexicon.WordCompression;

class NetworkSizesTest {
  private static final WordCompression COMPRESSION =
      new WordCompression(RowBits.equal(8), new Subwords(6, 3, 5), 9);

  private static NetworkSizes compressed(int wordDimension, WordCompression compression) {
    return new NetworkSizes(
        Architecture.DEFAULT.withWordDimension(wordDimension), 1, 2, 0, 0, compression);
  }

  @Test
  void aLexiconMayBeAsSmallAsWithoutAnyWord() {
    NetworkSizes sizes = new NetworkSizes(Architecture.DEFAULT, 1, 2, 0);

    assertThat(sizes.shapes(3).get(Weights.WORD_VECTORS)).containsExactly(1, 100);
    assertThat(sizes.shapes(3).get(Weights.CHARACTER_VECTORS)).containsExactly(2, 30);
    assertThat(sizes.hasCompressedWords()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"0, 2, 0, 0", "1, 1, 0, 0", "1, 2, -1, 0", "1, 2, 0, -1"})
  void aLexiconOfFewerIsRefused(int words, int characters, int affixes, int attributes) {
    assertThatThrownBy(
            () -> new NetworkSizes(Architecture.DEFAULT, words, characters, affixes, attributes))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(
            "found [" + words + ", " + characters + ", " + affixes + ", " + attributes + "]");
  }

  @Test
  void aNetworkReadsSomethingOfAToken() {
    Architecture nothing =
        Architecture.DEFAULT
            .with()
            .wordDimension(0)
            .characterEncoder(CharacterEncoder.NONE)
            .build();

    assertThatThrownBy(() -> new NetworkSizes(nothing, 1, 2, 0))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("found nothing");
  }

  @Test
  void onlyWordsThatHaveVectorsAreCompressed() {
    assertThat(compressed(1, COMPRESSION).hasCompressedWords()).isTrue();
    assertThat(compressed(0, null).hasCompressedWords()).isFalse();
    assertThatThrownBy(() -> compressed(0, COMPRESSION))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("compressed words of a network without word vectors");
  }

  @Test
  void itsTablesOfFeaturesAreAsLargeAsTheLexicon() {
    InputFeatures features =
        InputFeatures.NONE.with().affixDimension(3).attributeDimension(2).build();
    NetworkSizes sizes =
        new NetworkSizes(Architecture.DEFAULT.withFeatures(features), 10, 20, 30, 40);

    assertThat(sizes.featureVectors())
        .containsExactly(
            new FeatureVectors(Weights.AFFIX_VECTORS, 8, 31, 3),
            new FeatureVectors(Weights.ATTRIBUTE_VECTORS, 1, 41, 2));
    assertThat(sizes.shapes(3).get(Weights.AFFIX_VECTORS)).containsExactly(31, 3);
  }

  @Test
  void allWeightsAreInSinglePrecisionUnlessWordsAreCompressed() {
    assertThat(compressed(4, null).types(Weights.WORD_VECTORS)).containsOnly(ElementType.F32);
    assertThat(compressed(4, null).types(Weights.EMISSION_BIAS)).containsOnly(ElementType.F32);
  }

  @Test
  void compressedWordsAreWholeNumbersWithScalesInSinglePrecision() {
    NetworkSizes sizes = compressed(4, COMPRESSION);

    for (String name :
        new String[] {Weights.WORD_VECTORS, Weights.SUBWORD_VECTORS, Weights.PRUNED_WORDS}) {
      assertThat(sizes.types(name)).as(name).containsOnly(ElementType.I8);
    }
    assertThat(sizes.types(Weights.WORD_SCALES)).containsOnly(ElementType.F32);
    assertThat(sizes.types(Weights.SUBWORD_SCALES)).containsOnly(ElementType.F32);
    assertThat(sizes.types(Weights.EMISSION_BIAS))
        .containsExactlyInAnyOrder(ElementType.F32, ElementType.F16);
  }
}
