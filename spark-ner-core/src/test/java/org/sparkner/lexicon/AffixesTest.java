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

import java.util.List;
import org.junit.jupiter.api.Test;

class AffixesTest {
  private static Affixes of(int minimumCount, String... tokens) {
    return Affixes.of(WordCounts.of(List.of(List.of(tokens))), minimumCount);
  }

  private static int[] ids(Affixes affixes, String word) {
    int[] ids = new int[Affixes.PER_WORD];
    affixes.ids(word, ids, 0);
    return ids;
  }

  @Test
  void areThoseThatEnoughTokensHaveInLowerCase() {
    assertThat(of(2, "Singing", "bring", "sing").names())
        .containsExactly("<s", "<si", "<sin", ">g", ">ng", ">ing");
  }

  @Test
  void ofOneOrTwoCharactersNeedThreeTokensAtMost() {
    assertThat(of(5, "北京市", "北京", "北京市", "sing").names()).containsExactly("<北");
    assertThat(of(4, "北京市", "北京市区", "北京大学", "北京大学").names()).containsExactly("<北", "<北京");
    assertThat(of(4, "😀😁x", "😀😁y", "😀😁z", "abc", "abcd", "abce").names())
        .containsExactly("<😀", "<😀😁", "<a", "<ab");
  }

  @Test
  void countTokensNotWords() {
    assertThat(of(2, "ab", "ab", "cd").names()).containsExactly("<a", ">b");
  }

  @Test
  void aWordHasPrefixesThenSuffixesShorterThanItself() {
    Affixes affixes = of(1, "abcde");

    assertThat(ids(affixes, "ABCDE")).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
    assertThat(ids(affixes, "abc")).containsExactly(1, 2, 0, 0, 0, 0, 0, 0);
    assertThat(ids(affixes, "xyzde")).containsExactly(0, 0, 0, 0, 5, 6, 0, 0);
    assertThat(ids(affixes, "")).containsOnly(0);
  }

  @Test
  void countCodePoints() {
    Affixes affixes = of(1, "😀😁x");

    assertThat(affixes.names()).containsExactly("<😀", "<😀😁", ">x", ">😁x");
    assertThat(ids(affixes, "😀y")).startsWith(1, 0);
  }
}
