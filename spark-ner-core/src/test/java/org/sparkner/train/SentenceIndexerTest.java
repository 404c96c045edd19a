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

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sparkner.corpus.LabeledSentence;
import org.sparkner.lexicon.Affixes;
import org.sparkner.lexicon.AttributeValues;
import org.sparkner.lexicon.Capitalisation;
import org.sparkner.lexicon.Lexicon;
import org.sparkner.lexicon.WordCounts;
import org.sparkner.model.Architecture;
import org.sparkner.model.InputFeatures;
import org.sparkner.network.IndexedSentence;
import org.sparkner.tags.LabelSet;

class SentenceIndexerTest {
  private static final LabelSet LABELS = LabelSet.bioes(List.of("PER"));
  private static final Lexicon LEXICON =
      new Lexicon(List.of("ada", "waits"), new int[] {'A', 'a', 'd'})
          .withAffixes(Affixes.of(WordCounts.of(List.of(List.of("sits", "waits"))), 2));
  private final SentenceIndexer encoder =
      new SentenceIndexer(
          LEXICON,
          LABELS,
          Architecture.DEFAULT
              .with()
              .wordDimension(5)
              .characterDimension(4)
              .characterFilters(3)
              .hidden(2)
              .maxWordLength(4)
              .build()
              .withFeatures(
                  InputFeatures.NONE.with().capitalisationDimension(2).affixDimension(1).build()));

  private List<IndexedSentence> index(LabeledSentence sentence) {
    List<IndexedSentence> pieces = new ArrayList<>();
    encoder.index(sentence, pieces::add);
    return pieces;
  }

  @Test
  void tokensBecomeRowsAndCharacterIdsAndTagsBecomeBioes() {
    IndexedSentence indexed =
        index(new LabeledSentence(List.of("Ada", "waits"), List.of("I-PER", "O"))).get(0);
    assertThat(indexed.words()).containsExactly(1, 2);
    assertThat(indexed.characters()[0]).containsExactly(2, 4, 3);
    assertThat(indexed.characters()[1]).as("the first four characters").hasSize(4);
    assertThat(indexed.features()[0])
        .hasSize(1 + Affixes.PER_WORD)
        .startsWith(Capitalisation.INITIAL.ordinal(), 0, 0);
    assertThat(indexed.features()[1]).as("-s, -ts, -its, not -aits").endsWith(1, 2, 3, 0);
    assertThat(LABELS.decode(indexed.labels())).containsExactly("S-PER", "O");
  }

  @Test
  void aPartOfSpeechIsTheTokensNotTheWords() {
    Architecture sizes =
        Architecture.DEFAULT
            .with()
            .wordDimension(5)
            .characterDimension(4)
            .characterFilters(3)
            .hidden(2)
            .maxWordLength(4)
            .build()
            .withFeatures(
                InputFeatures.NONE.withCapitalisationDimension(2).withAttributeDimension(3));
    List<IndexedSentence> pieces = new ArrayList<>();
    new SentenceIndexer(
            LEXICON.withAttributeValues(AttributeValues.of(List.of("NOUN", "VERB"))), LABELS, sizes)
        .index(
            new LabeledSentence(
                List.of("waits", "waits", "waits", "Ada"),
                List.of("O", "O", "O", "O"),
                List.of("VERB", "NOUN", "ADV", "NOUN")),
            pieces::add);

    int lower = Capitalisation.LOWER.ordinal();
    assertThat(pieces.get(0).features())
        .isDeepEqualTo(
            new int[][] {
              {lower, 2}, {lower, 1}, {lower, 0}, {Capitalisation.INITIAL.ordinal(), 1}
            });
  }

  @Test
  void aSentenceOfTenThousandTokensIsCutBeforeTokensOutsideEntities() {
    int length = 10_000;
    String[] tags = new String[length];
    for (int i = 0; i < length; i++) {
      tags[i] = i % 5 == 0 ? "O" : i % 5 == 1 ? "B-PER" : "I-PER";
    }
    List<IndexedSentence> pieces =
        index(new LabeledSentence(Collections.nCopies(length, "Ada"), List.of(tags)));
    assertThat(pieces).allMatch(piece -> piece.size() <= SentenceIndexer.LONGEST_SENTENCE);
    assertThat(pieces.stream().mapToInt(IndexedSentence::size).sum()).isEqualTo(length);
    assertThat(pieces).allMatch(piece -> LABELS.label(piece.labels()[0]).equals("O"));
  }

  @Test
  void anEntityLongerThanAPieceIsCutIntoEntitiesWithLegalTags() {
    int length = 2 * SentenceIndexer.LONGEST_SENTENCE;
    List<IndexedSentence> pieces =
        index(
            new LabeledSentence(
                Collections.nCopies(length, "Ada"), Collections.nCopies(length, "I-PER")));
    assertThat(pieces).hasSize(2);
    for (IndexedSentence piece : pieces) {
      assertThat(LABELS.label(piece.labels()[0])).isEqualTo("B-PER");
      assertThat(LABELS.label(piece.labels()[piece.size() - 1])).isEqualTo("E-PER");
    }
  }

  @Test
  void aTokenOfAHundredThousandCharactersIsCut() {
    LabeledSentence sentence = new LabeledSentence(List.of("a".repeat(100_000)), List.of("O"));
    assertThat(index(sentence).get(0).characters()[0]).hasSize(4);
  }
}
