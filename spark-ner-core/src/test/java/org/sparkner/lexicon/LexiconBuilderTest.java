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

package org.sparkner.lexicon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LexiconBuilderTest {
  private static final WordVectors VECTORS =
      new WordVectors(
          List.of("the", "cat", "0000", "dog"), 2, new float[] {1, 2, 3, 4, 5, 6, 7, 8});

  @Test
  void wordsOfTheTrainingDataComeFirstByFrequencyThenTheOtherPretrainedOnes() {
    TrainingLexicon built = build(List.of("Cat", "1999", "cat", "THE", "Zyx", "zyx", "cat"));

    assertThat(built.lexicon().words()).containsExactly("cat", "zyx", "0000", "the", "dog");
    assertThat(built.trainedRows()).isEqualTo(4);
    assertThat(row(built, "cat")).containsExactly(3, 4);
    assertThat(row(built, "0000")).containsExactly(5, 6);
    assertThat(row(built, "the")).containsExactly(1, 2);
    assertThat(row(built, "dog")).containsExactly(7, 8);
  }

  @Test
  void aWordWithoutVectorThatOccursOnceStaysUnknown() {
    TrainingLexicon built = build(List.of("once", "Twice7", "twice8", "the"));

    assertThat(built.lexicon().row("once")).isEqualTo(Lexicon.UNKNOWN_WORD);
    assertThat(built.lexicon().word(1)).isEqualTo("twice0");
    assertThat(built.lexicon().row("TWICE9")).isEqualTo(1);
    assertThat(built.unknownRate()).isEqualTo(0.25);
    assertThat(built.coverage().share()).isEqualTo(0.25);
  }

  @Test
  void theRatesAreThoseOfTheFinishedLexicon() {
    List<String> tokens = List.of("The", "a1", "A2", "x", "dog", "cat", "7777", "y");
    TrainingLexicon built = build(tokens);

    long unknown = tokens.stream().filter(token -> built.lexicon().row(token) == 0).count();
    assertThat(built.unknownRate()).isEqualTo(unknown / 8.0);
    assertThat(IntStream.rangeClosed(1, built.trainedRows()).boxed())
        .containsExactlyInAnyOrderElementsOf(
            tokens.stream().map(built.lexicon()::row).filter(row -> row > 0).distinct().toList());
  }

  @Test
  void onlyTheFirstPretrainedWordsAreKeptIfSoAsked() {
    TrainingLexicon built =
        LexiconBuilder.build(
            WordCounts.of(List.of(List.of("dog", "Dog", "the"))), VECTORS, 2, Set.of(), 1);

    assertThat(built.lexicon().words()).containsExactly("dog", "the", "cat");
    assertThat(row(built, "dog")).isNotEqualTo(new float[] {7, 8});
  }

  @Test
  void vectorsThatAreNotPretrainedAreUniformAndRepeatable() {
    List<String> tokens =
        IntStream.range(0, 4000).mapToObj(i -> "w" + (char) (i % 2000 + 0x4e00)).toList();
    WordVectors none = WordVectors.none(3);
    float[] table =
        LexiconBuilder.build(WordCounts.of(List.of(tokens)), none, 9, Set.of(), 7).table();

    assertThat(table).hasSize(2001 * 3);
    double mean = IntStream.range(0, table.length).mapToDouble(i -> table[i]).average().orElse(9);
    double square =
        IntStream.range(0, table.length).mapToDouble(i -> table[i] * table[i]).average().orElse(9);
    assertThat(mean).isEqualTo(0, within(0.03));
    assertThat(square).as("the variance of ±1").isEqualTo(1 / 3.0, within(0.02));
    assertThat(
            Arrays.equals(
                table,
                LexiconBuilder.build(WordCounts.of(List.of(tokens)), none, 9, Set.of(), 7).table()))
        .isTrue();
    assertThat(
            Arrays.equals(
                table,
                LexiconBuilder.build(WordCounts.of(List.of(tokens)), none, 9, Set.of(), 8).table()))
        .isFalse();
  }

  @Test
  void charactersAreTheCodePointsOfTheTrainingTokensInOrder() {
    assertThat(build(List.of("ba", "😀", "Éa")).lexicon().characters())
        .containsExactly('a', 'b', 'É', 0x1F600);
  }

  @Test
  void tokensThatALexiconCannotHoldStayUnknown() {
    TrainingLexicon built = build(List.of("a\nb", "a\nb", "\uD83D", "\uD83D"));

    assertThat(built.trainedRows()).isZero();
    assertThat(built.unknownRate()).isEqualTo(1);
  }

  private static TrainingLexicon build(List<String> tokens) {
    return LexiconBuilder.build(
        WordCounts.of(List.of(tokens)), VECTORS, Integer.MAX_VALUE, Set.of(), 1);
  }

  private static float[] row(TrainingLexicon built, String token) {
    int row = built.lexicon().row(token);
    return Arrays.copyOfRange(
        built.table(), row * built.dimension(), (row + 1) * built.dimension());
  }
}
