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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubwordsTest {
  private static final Subwords SUBWORDS = new Subwords(1 << 20, 3, 5);

  @ParameterizedTest
  @CsvSource({"a, 1", "ab, 3", "abc, 6", "abcdefgh, 21", "😀b, 3"})
  void areTheNGramsOfAWordWithItsMarks(String word, int count) {
    assertThat(SUBWORDS.of(word)).hasSize(count).doesNotHaveDuplicates();
  }

  @Test
  void wordsShareThem() {
    int[] one = SUBWORDS.of("Petersburg");
    int[] other = SUBWORDS.of("Hamburg");

    // bur, burg, urg, burg>, urg>, rg>
    assertThat(Arrays.stream(one).filter(row -> Arrays.stream(other).anyMatch(o -> o == row)))
        .hasSize(6);
  }

  @Test
  void heedNeitherCaseNorDigits() {
    assertThat(SUBWORDS.of("ABC-19")).isEqualTo(SUBWORDS.of("abc-72"));
  }

  @Test
  void areOfTheBeginningOfAbsurdWords() {
    assertThat(SUBWORDS.of("x".repeat(1 << 20))).hasSizeLessThan(256);
  }

  @Test
  void stayWhereTheyAre() {
    // Of <ab, <ab> and ab>; saved models need them to.
    assertThat(SUBWORDS.of("ab")).containsExactly(158236, 429347, 736770);
  }

  @ParameterizedTest
  @CsvSource({"-1, 3, 5", "9, 0, 5", "9, 4, 3", "9, 3, 17", "16777217, 3, 5"})
  void refuseSizesThatNoTableHas(int rows, int shortest, int longest) {
    assertThatThrownBy(() -> new Subwords(rows, shortest, longest))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("found " + rows + " rows");
  }
}
