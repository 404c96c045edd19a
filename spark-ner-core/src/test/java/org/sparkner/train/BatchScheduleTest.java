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

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sparkner.network.IndexedSentence;

class BatchScheduleTest {
  private static IndexedShard sentences(int count) {
    List<IndexedSentence> sentences = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int length = 1 + i * 7 % 13;
      sentences.add(new IndexedSentence(new int[length], new int[length][1], new int[length]));
    }
    return IndexedShard.of(sentences);
  }

  @Test
  void everySentenceIsInJustOneBatchOfAnEpoch() {
    List<int[]> batches = new BatchSchedule(sentences(103), 10, true, 1).epoch(4);
    assertThat(batches).hasSize(11).allMatch(batch -> batch.length <= 10);
    assertThat(BatchSchedule.batches(103, 103, 10)).isEqualTo(11);
    assertThat(batches.stream().flatMapToInt(IntStream::of).sorted().toArray())
        .isEqualTo(IntStream.range(0, 103).toArray());
  }

  @Test
  void sentencesOfABatchAreOfAboutOneLength() {
    IndexedShard sentences = sentences(1300);
    for (int[] batch : new BatchSchedule(sentences, 10, true, 1).epoch(0)) {
      int shortest = IntStream.of(batch).map(sentences::length).min().orElseThrow();
      int longest = IntStream.of(batch).map(sentences::length).max().orElseThrow();
      assertThat(longest - shortest).isLessThanOrEqualTo(1);
    }
  }

  @Test
  void sentencesOfAnyLengthsComeTogetherWhereThatIsWanted() {
    IndexedShard sentences = sentences(1300);
    List<int[]> batches = new BatchSchedule(sentences, 10, false, 1).epoch(0);
    assertThat(batches.stream().flatMapToInt(IntStream::of).sorted().toArray())
        .isEqualTo(IntStream.range(0, 1300).toArray());
    assertThat(batches)
        .allMatch(batch -> IntStream.of(batch).map(sentences::length).distinct().count() > 2);
  }

  @Test
  void theSeedAndTheEpochAloneDecideTheOrder() {
    List<int[]> once = new BatchSchedule(sentences(103), 10, true, 1).epoch(2);
    assertThat(new BatchSchedule(sentences(103), 10, true, 1).epoch(2))
        .containsExactlyElementsOf(once);
    assertThat(new BatchSchedule(sentences(103), 10, true, 1).epoch(3)).isNotEqualTo(once);
    assertThat(new BatchSchedule(sentences(103), 10, true, 2).epoch(2)).isNotEqualTo(once);
  }

  @Test
  void workersOfOneOrderHaveBatchesOfLikeLengthsAtTheSameTime() {
    IndexedShard larger = sentences(1301);
    IndexedShard smaller = sentences(1300);
    OptionalLong order = OptionalLong.of(7);
    List<int[]> most = new BatchSchedule(larger, 10, true, 1, order).epoch(3);
    List<int[]> fewer = new BatchSchedule(smaller, 10, true, 2, order).epoch(3);
    assertThat(most).hasSize(131);
    assertThat(fewer).hasSize(130);
    assertThat(fewer.stream().flatMapToInt(IntStream::of).sorted().toArray())
        .isEqualTo(IntStream.range(0, 1300).toArray());
    // The longest sentences of the larger shard are a batch more, wherever it comes.
    most = most.stream().filter(batch -> batch.length == 10).toList();
    for (int i = 0; i < fewer.size(); i++) {
      assertThat(tokens(smaller, fewer.get(i))).isCloseTo(tokens(larger, most.get(i)), within(6));
    }
    assertThat(fewer.stream().map(batch -> tokens(smaller, batch)).toList())
        .isNotEqualTo(fewer.stream().map(batch -> tokens(smaller, batch)).sorted().toList());
  }

  @Test
  void theCommonOrderIsAnotherInEachEpoch() {
    BatchSchedule schedule = new BatchSchedule(sentences(103), 10, true, 1, OptionalLong.of(7));
    assertThat(schedule.epoch(2)).containsExactlyElementsOf(schedule.epoch(2));
    assertThat(schedule.epoch(3)).isNotEqualTo(schedule.epoch(2));
  }

  private static int tokens(IndexedShard sentences, int[] batch) {
    return IntStream.of(batch).map(sentences::length).sum();
  }
}
