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
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * The batches of an epoch, in random order. Depends on nothing but the windows' lengths, the seeds
 * and the epoch, so a resumed run sees the same batches. A window of an {@link IndexedShard} is in
 * one batch whole; without an encoder that learns, it is a sentence.
 *
 * <p>Workers that wait for each other order theirs by a seed that they have in common: the batches
 * of each, shortest sentences first, come in the same random order. So all have batches of like
 * lengths at the same time, and none waits for one that has drawn the long ones.
 */
public final class BatchSchedule {
  private final IndexedShard shard;
  private final int batchSize;
  private final boolean lengthBucketing;
  private final long seed;
  private final OptionalLong commonSeed;
  private final int silverEpochs;

  /**
   * @param batchSize sentences of a batch, at least 1
   * @param lengthBucketing whether the windows of a batch are of similar length
   * @param commonSeed of the order of the batches, for several workers
   */
  public BatchSchedule(
      IndexedShard shard,
      int batchSize,
      boolean lengthBucketing,
      long seed,
      OptionalLong commonSeed) {
    this(shard, batchSize, lengthBucketing, seed, commonSeed, 0);
  }

  private BatchSchedule(
      IndexedShard shard,
      int batchSize,
      boolean lengthBucketing,
      long seed,
      OptionalLong commonSeed,
      int silverEpochs) {
    this.silverEpochs = silverEpochs;
    this.shard = shard;
    this.batchSize = batchSize;
    this.lengthBucketing = lengthBucketing;
    this.seed = seed;
    this.commonSeed = commonSeed;
  }

  /**
   * This schedule, in which only the first epochs have sentences that a teacher labelled.
   *
   * @param epochs of such sentences; 0 for all
   */
  public BatchSchedule withSilverEpochs(int epochs) {
    return new BatchSchedule(shard, batchSize, lengthBucketing, seed, commonSeed, epochs);
  }

  /**
   * Whether an epoch has only sentences that people labelled.
   *
   * @param silverEpochs as {@link #withSilverEpochs} has them
   */
  public static boolean isOfGold(int epoch, int silverEpochs) {
    return silverEpochs > 0 && epoch >= silverEpochs;
  }

  /** For a learner that waits for no other. */
  BatchSchedule(IndexedShard shard, int batchSize, boolean lengthBucketing, long seed) {
    this(shard, batchSize, lengthBucketing, seed, OptionalLong.empty());
  }

  /**
   * Batches of an epoch.
   *
   * @param windows that the sentences are in
   */
  public static int batches(int sentences, int windows, int batchSize) {
    return Math.min(windows, (sentences + batchSize - 1) / batchSize);
  }

  /**
   * The batches of an epoch, as the sentences' places in the shard; every sentence of the epoch is
   * in just one.
   *
   * @param epoch from 0
   */
  public List<int[]> epoch(int epoch) {
    Random random = random(seed, epoch);
    boolean gold = isOfGold(epoch, silverEpochs);
    List<Integer> shuffled = new ArrayList<>(shard.windows());
    for (int i = 0; i < shard.windows(); i++) {
      if (!gold || shard.isGold(i)) {
        shuffled.add(i);
      }
    }
    Collections.shuffle(shuffled, random);
    if (lengthBucketing) {
      shuffled.sort(Comparator.comparingInt(shard::windowLength));
    }
    List<int[]> batches = cut(shuffled);
    if (commonSeed.isPresent()) {
      return inCommonOrder(batches, random(commonSeed.getAsLong(), epoch));
    }
    Collections.shuffle(batches, random);
    return batches;
  }

  /**
   * As many batches as {@link #batches} says, whatever the order: each has windows until all have
   * {@code batchSize} sentences on average.
   */
  private List<int[]> cut(List<Integer> windows) {
    int all =
        windows.stream().mapToInt(each -> shard.windowEnd(each) - shard.windowBegin(each)).sum();
    int count = batches(all, windows.size(), batchSize);
    List<int[]> batches = new ArrayList<>(count);
    int next = 0;
    long sentences = 0;
    for (int batch = 0; batch < count; batch++) {
      int begin = next;
      int last = windows.size() - (count - 1 - batch);
      while (next < last && (next == begin || sentences < (batch + 1L) * batchSize)) {
        int window = windows.get(next++);
        sentences += shard.windowEnd(window) - shard.windowBegin(window);
      }
      batches.add(
          windows.subList(begin, next).stream()
              .flatMapToInt(
                  window -> IntStream.range(shard.windowBegin(window), shard.windowEnd(window)))
              .toArray());
    }
    return batches;
  }

  /** By a random number for each place, which does not depend on how many places there are. */
  private static List<int[]> inCommonOrder(List<int[]> batches, Random random) {
    long[] keys = random.longs(batches.size()).toArray();
    return IntStream.range(0, keys.length)
        .boxed()
        .sorted(Comparator.comparingLong(place -> keys[place]))
        .map(batches::get)
        .toList();
  }

  private static Random random(long seed, int epoch) {
    return new Random(seed * 1_000_003 + epoch);
  }
}
