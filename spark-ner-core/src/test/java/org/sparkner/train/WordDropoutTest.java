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
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sparkner.network.IndexedSentence;

class WordDropoutTest {
  private static final List<IndexedSentence> BATCH =
      List.of(sentence(4000), sentence(1), sentence(6000));

  private static IndexedSentence sentence(int length) {
    int[] words = new int[length];
    Arrays.setAll(words, i -> i + 1);
    return new IndexedSentence(words, new int[length][1], new int[length]);
  }

  private static int[] words(List<IndexedSentence> batch) {
    return batch.stream().flatMapToInt(s -> Arrays.stream(s.words())).toArray();
  }

  @Test
  void takesItsShareOfWordsForUnknownAndLeavesTheOthers() {
    int[] seen = words(new WordDropout(0.3, 1).apply(BATCH, 0));
    int[] given = words(BATCH);

    int dropped = 0;
    for (int i = 0; i < seen.length; i++) {
      assertThat(seen[i]).isIn(0, given[i]);
      dropped += seen[i] == 0 ? 1 : 0;
    }
    assertThat(dropped / (double) seen.length).isCloseTo(0.3, within(0.02));
    assertThat(given).as("the batch itself").doesNotContain(0);
  }

  @Test
  void isAFunctionOfSeedAndStep() {
    WordDropout dropout = new WordDropout(0.3, 1);

    assertThat(words(dropout.apply(BATCH, 5))).isEqualTo(words(dropout.apply(BATCH, 5)));
    assertThat(words(dropout.apply(BATCH, 5))).isNotEqualTo(words(dropout.apply(BATCH, 6)));
    assertThat(words(dropout.apply(BATCH, 5)))
        .isNotEqualTo(words(new WordDropout(0.3, 2).apply(BATCH, 5)));
  }

  @Test
  void ofProbabilityZeroChangesNothing() {
    assertThat(new WordDropout(0, 1).apply(BATCH, 0)).isSameAs(BATCH);
  }
}
