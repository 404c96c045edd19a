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

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SpellingNoiseTest {
  private static final List<String> WORDS = Collections.nCopies(20_000, "Harbour");

  @Test
  void letterCasesFollowUnicode() {
    assertThat(LetterCase.UPPER.of("straße")).isEqualTo("STRASSE");
    assertThat(LetterCase.LOWER.of("ÅRHUS")).isEqualTo("århus");
    assertThat(LetterCase.UNCAPITALISED.of("Oslo")).isEqualTo("oslo");
    assertThat(LetterCase.UNCAPITALISED.of("NATO")).isEqualTo("NATO");
    assertThat(LetterCase.UNCAPITALISED.of("McDonald")).isEqualTo("McDonald");
  }

  @Test
  void aFifthOfTheWordsHasOneMistakeOfAnyKind() {
    List<String> noisy = SpellingNoise.of(WORDS, new SplittableRandom(1));

    Set<String> mistakes = new HashSet<>(noisy);
    assertThat(noisy).hasSameSizeAs(WORDS);
    double changed = noisy.stream().filter(word -> !word.equals("Harbour")).count();
    assertThat(changed / WORDS.size()).isCloseTo(0.2, within(0.02));
    assertThat(mistakes)
        .contains(
            "Harbout", "Garbour", "arbour", "HHarbour", "Hrabour", "Hahbour".replace("hb", "rh"))
        .allSatisfy(word -> assertThat(word.length()).isBetween(6, 8));
  }

  @Test
  void whatLooksAlikeIsMisread() {
    Set<String> mistakes =
        new HashSet<>(
            SpellingNoise.of(Collections.nCopies(20_000, "Millborne"), new SplittableRandom(1)));

    assertThat(mistakes).contains("Mi1lborne", "Millbome", "Millb0rne");
  }

  @Test
  void numbersSignsAndShortWordsStay() {
    List<String> tokens = List.of("1996-08-22", "of", "--", "3.5", "\uD83D\uDE00", "U.");

    for (int seed = 0; seed < 200; seed++) {
      assertThat(SpellingNoise.of(tokens, new SplittableRandom(seed))).isEqualTo(tokens);
    }
  }

  @Test
  void accentsAreMissingInHalfOfTheSentencesButNotTheMarksOfOtherScripts() {
    List<String> tokens = List.of("é", "à", "हि", "й");
    int bare = 0;
    for (int seed = 0; seed < 1000; seed++) {
      List<String> noisy = SpellingNoise.of(tokens, new SplittableRandom(seed));
      assertThat(noisy).isIn(List.of(List.of("é", "à", "हि", "й"), List.of("e", "a", "हि", "й")));
      bare += noisy.equals(tokens) ? 0 : 1;
    }
    assertThat(bare).isBetween(430, 570);
  }

  @Test
  void theRandomNumbersDecideEverything() {
    assertThat(SpellingNoise.of(WORDS, new SplittableRandom(3)))
        .isEqualTo(SpellingNoise.of(WORDS, new SplittableRandom(3)))
        .isNotEqualTo(SpellingNoise.of(WORDS, new SplittableRandom(4)));
  }
}
