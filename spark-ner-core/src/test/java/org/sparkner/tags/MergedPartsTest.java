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

package org.sparkner.tags;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Parts of a data set that are read apart and merged tell what the whole tells. */
class MergedPartsTest {
  private static final List<String> FIRST = List.of("B-PER", "I-PER", "O");
  private static final List<String> SECOND = List.of("O", "B-LOC", "B-PER");

  @Test
  void countsOfPartsAreAdded() {
    TagCounts counts = TagCounts.of(List.of(FIRST));

    counts.merge(TagCounts.of(List.of(SECOND)));

    assertThat(counts.tags()).containsExactly("B-LOC", "B-PER", "I-PER", "O");
    assertThat(counts.counts())
        .containsExactlyInAnyOrderEntriesOf(Map.of("B-LOC", 1L, "B-PER", 2L, "I-PER", 1L, "O", 2L));
    assertThat(counts.count("B-PER")).isEqualTo(2);
    assertThat(counts.count("B-ORG")).isZero();
    assertThat(counts.unlike(counts.spelling())).isEmpty();
    counts.add(List.of("NOUN"));
    assertThat(counts.unlike(TagCounts.of(List.of(FIRST)).spelling())).contains("NOUN");
  }

  @Test
  void votesOfPartsAreAdded() {
    SchemeVotes votes = new SchemeVotes();
    votes.add(FIRST);
    SchemeVotes more = new SchemeVotes();
    more.add(SECOND);

    votes.merge(more);

    assertThat(votes.accepted(TagScheme.IOB2)).isEqualTo(2);
    assertThat(votes.accepted(TagScheme.BIOES)).isZero();
    assertThat(votes.plain()).isFalse();
  }

  @Test
  void onePlainLabelOfAPartMakesThemAllPlain() {
    SchemeVotes plain = new SchemeVotes();
    plain.add(List.of("NOUN"));
    SchemeVotes votes = new SchemeVotes();
    votes.add(FIRST);

    votes.merge(plain);
    plain.merge(new SchemeVotes());

    assertThat(votes.plain()).isTrue();
    assertThat(plain.plain()).isTrue();
  }
}
