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

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * The batches of an epoch, in random order. Depends on nothing but the sentences' lengths, the seed
 * and the epoch, so a resumed run sees the same batches.
 */
final class BatchSchedule {
  private final EncodedShard shard;
  private final int batchSize;
  private final boolean likeLengths;
  private final long seed;

  /**
   * @param likeLengths whether the sentences of a batch are of about one length
   */
  BatchSchedule(EncodedShard shard, int batchSize, boolean likeLengths, long seed) {
    this.shard = shard;
    this.batchSize = batchSize;
    this.likeLengths = likeLengths;
    this.seed = seed;
  }

  /** Batches of an epoch. */
  static int batches(int sentences, int batchSize) {
    return (sentences + batchSize - 1) / batchSize;
  }

  /**
   * The batches of an epoch, as the sentences' places in the shard; every sentence is in just one.
   *
   * @param epoch from 0
   */
  List<int[]> epoch(int epoch) {
    Random random = new Random(seed * 1_000_003 + epoch);
    List<Integer> shuffled = new ArrayList<>(shard.sentences());
    for (int i = 0; i < shard.sentences(); i++) {
      shuffled.add(i);
    }
    Collections.shuffle(shuffled, random);
    if (likeLengths) {
      shuffled.sort(Comparator.comparingInt(shard::length));
    }
    List<int[]> batches = new ArrayList<>();
    for (int i = 0; i < shuffled.size(); i += batchSize) {
      List<Integer> batch = shuffled.subList(i, Math.min(i + batchSize, shuffled.size()));
      batches.add(batch.stream().mapToInt(Integer::intValue).toArray());
    }
    Collections.shuffle(batches, random);
    return batches;
  }
}
