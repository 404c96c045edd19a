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

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sparkner.lexicon.Affixes;
import org.sparkner.lexicon.AttributeValues;
import org.sparkner.lexicon.Gazetteers;
import org.sparkner.lexicon.GazetteersBuilder;
import org.sparkner.lexicon.Lexicon;
import org.sparkner.lexicon.WordCounts;

class FeatureVectorsTest {
  private static final InputFeatures ALL =
      InputFeatures.NONE
          .with()
          .capitalisationDimension(4)
          .affixDimension(3)
          .attributeDimension(2)
          .gazetteerTypes(2)
          .gazetteerDimension(5)
          .build();

  /** Its affixes are {@code <p}, {@code <pa} and {@code <par}, of the ids 1 to 3. */
  private static final Lexicon LEXICON =
      RandomModel.syntheticLexicon(3)
          .withAffixes(Affixes.of(WordCounts.of(List.of(List.of("Paris", "Parma"))), 2))
          .withAttributeValues(AttributeValues.of(List.of("NNP", "DT")))
          .withGazetteers(gazetteers());

  private static Gazetteers gazetteers() {
    GazetteersBuilder builder = new GazetteersBuilder("en", false);
    builder.add("LOC", lines("New York\n"), "places.txt");
    builder.add("PER", lines("York\n"), "people.txt");
    return builder.build();
  }

  private static ByteArrayInputStream lines(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void eachFeatureHasATableInTheOrderOfTheInput() {
    assertThat(FeatureVectors.of(ALL, 10, 6))
        .containsExactly(
            new FeatureVectors("capitalisation.vectors", 1, 7, 4),
            new FeatureVectors("affix.vectors", 8, 11, 3),
            new FeatureVectors("attribute.vectors", 1, 7, 2),
            new FeatureVectors("gazetteer.vectors", 2, 10, 5));
    assertThat(FeatureVectors.of(InputFeatures.NONE.withAffixDimension(1), 0, 6))
        .containsExactly(new FeatureVectors("affix.vectors", 8, 1, 1));
  }

  @Test
  void withoutFeaturesThereIsNoTableAndNoId() {
    assertThat(FeatureVectors.of(InputFeatures.NONE, 10, 6)).isEmpty();
    assertThat(FeatureVectors.ids("Paris", 1, InputFeatures.NONE, LEXICON)).isEmpty();
  }

  @Test
  void theIdsOfAWordStandInTheOrderOfTheTables() {
    assertThat(FeatureVectors.ids("Parsec", 6, ALL, LEXICON))
        .containsExactly(4, 1, 2, 3, 0, 0, 0, 0, 0, 6, 0, 5);
  }

  @Test
  void aFeatureThatIsNotReadHasNoSlot() {
    assertThat(FeatureVectors.ids("parsec", 2, InputFeatures.NONE.withAffixDimension(3), LEXICON))
        .containsExactly(1, 2, 3, 0, 0, 0, 0, 0);
    assertThat(
            FeatureVectors.ids("parsec", 2, InputFeatures.NONE.withAttributeDimension(1), LEXICON))
        .containsExactly(2);
    assertThat(
            FeatureVectors.ids("7", 2, InputFeatures.NONE.withCapitalisationDimension(1), LEXICON))
        .containsExactly(1);
    assertThat(FeatureVectors.ids("7", 2, InputFeatures.NONE.withGazetteerTypes(3), LEXICON))
        .containsExactly(0, 5, 10);
  }

  @Test
  void aPlaceInAPhraseReplacesThatOfItsTypeAlone() {
    int[] ofWord = {4, 0, 5};

    assertThat(FeatureVectors.ids(ofWord, null)).isSameAs(ofWord);
    assertThat(FeatureVectors.ids(ofWord, new int[] {Gazetteers.END, Gazetteers.SINGLE}))
        .containsExactly(4, 3, 9);
    assertThat(ofWord).containsExactly(4, 0, 5);
  }

  @Test
  void theTokensOfASentenceHaveTheirAttributesAndPlaces() {
    InputFeatures features =
        InputFeatures.NONE.with().attributeDimension(2).gazetteerTypes(2).build();
    List<String> tokens = List.of("New", "York", "sleeps");

    assertThat(FeatureVectors.ids(tokens, List.of("NNP", "NNP", "VBZ"), features, LEXICON))
        .isDeepEqualTo(new int[][] {{2, 1, 5}, {2, 3, 9}, {0, 0, 5}});
    assertThat(FeatureVectors.ids(tokens, List.of(), features, LEXICON))
        .isDeepEqualTo(new int[][] {{0, 1, 5}, {0, 3, 9}, {0, 0, 5}});
  }

  @Test
  void eachTypeOfAGazetteerHasARowForEachPlace() {
    assertThat(FeatureVectors.gazetteerRow(0, Gazetteers.SINGLE)).isEqualTo(4);
    assertThat(FeatureVectors.gazetteerRow(1, Gazetteers.OUTSIDE)).isEqualTo(5);
    assertThat(FeatureVectors.gazetteerRow(3, Gazetteers.INSIDE)).isEqualTo(17);
  }
}
