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

package org.sparkner.linear;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sparkner.feature.FeatureTemplate;

class IndexedCorpusTest {
  private static final List<FeatureTemplate> WORD = FeatureTemplate.parseAll("word[0]");

  @Test
  void numbersFeaturesInTheirOrderAndKeepsTheLabelsSeenWithThem() {
    IndexedCorpus corpus =
        IndexedCorpus.of(
            List.of(
                new TaggedTokens(List.of("b", "a"), new int[] {2, 0}),
                new TaggedTokens(List.of("b", "b"), new int[] {1, 2})),
            WORD,
            1,
            3);

    assertThat(corpus.features().names()).containsExactly("word[0]=b", "word[0]=a");
    assertThat(corpus.features().begins()).containsExactly(0, 2, 3);
    assertThat(corpus.features().labels()).containsExactly(1, 2, 0);
    assertThat(corpus.begins()).containsExactly(0, 1, 2, 3, 4);
    assertThat(corpus.rows()).containsExactly(0, 1, 0, 0);
  }

  @Test
  void leavesOutRareFeatures() {
    IndexedCorpus corpus =
        IndexedCorpus.of(
            List.of(new TaggedTokens(List.of("b", "a", "b"), new int[] {0, 0, 0})), WORD, 2, 1);

    assertThat(corpus.features().names()).containsExactly("word[0]=b");
    assertThat(corpus.begins()).containsExactly(0, 1, 1, 2);
  }

  @Test
  void leavesOutNamesThatAFileOfLinesCannotHold() {
    IndexedCorpus corpus =
        IndexedCorpus.of(
            List.of(new TaggedTokens(List.of("a\nb", "\ud800", "c"), new int[] {0, 0, 0})),
            WORD,
            1,
            1);

    assertThat(corpus.features().names()).containsExactly("word[0]=c");
  }
}
