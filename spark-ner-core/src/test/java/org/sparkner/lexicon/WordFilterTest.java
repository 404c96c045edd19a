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
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WordFilterTest {
  @Test
  void holdsAllOfItsWordsAndHardlyAnyOther() {
    List<String> words = IntStream.range(0, 5000).mapToObj(i -> "word" + letters(i)).toList();
    WordFilter filter = new WordFilter(WordFilter.of(words).bits());

    assertThat(words).allMatch(filter::mayHold);
    assertThat(IntStream.range(0, 5000).mapToObj(i -> "other" + letters(i)).filter(filter::mayHold))
        .hasSizeLessThan(150);
    assertThat(filter.bits()).hasSize(6250);
  }

  @Test
  void looksForTheFormsThatALexiconLooksFor() {
    WordFilter filter = WordFilter.of(List.of("köln", "00th", "USA"));

    assertThat(List.of("KÖLN", "19TH", "USA")).allMatch(filter::mayHold);
    assertThat(filter.mayHold("usa")).isFalse();
  }

  @Test
  void ofNothingHoldsNothing() {
    assertThat(WordFilter.of(List.of()).mayHold("word")).isFalse();
  }

  private static String letters(int i) {
    return "" + (char) ('a' + i / 676) + (char) ('a' + i / 26 % 26) + (char) ('a' + i % 26);
  }
}
