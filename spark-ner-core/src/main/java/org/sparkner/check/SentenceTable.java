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

package org.sparkner.check;

import java.util.Arrays;

/**
 * Distinct sentences by their hashes, each with a hash of its tags, its first place, and how often
 * it came again with the same tags and with others. Once it holds too many, it keeps those of every
 * second hash, then of every fourth, and so on: a sentence is either kept with all that equal it,
 * or not at all, so what is counted of those kept stands for all.
 */
final class SentenceTable {
  private static final int SMALLEST = 1 << 10;

  private final int most;
  private long[] keys = new long[SMALLEST];
  private long[] tags = new long[SMALLEST];
  private long[] places = new long[SMALLEST];
  private int[] repeats = new int[SMALLEST];
  private int[] conflicts = new int[SMALLEST];
  private boolean[] taken = new boolean[SMALLEST];
  private int size;
  private int level;

  /**
   * @param most sentences kept, below 2²⁹: about 70 bytes each
   */
  SentenceTable(int most) {
    this.most = most;
  }

  /** Every how many-th distinct sentence is kept, a power of two. */
  long sampled() {
    return 1L << level;
  }

  /** Whether sentences of this hash are kept now. */
  boolean keeps(long key) {
    return (key & (sampled() - 1)) == 0;
  }

  /**
   * Adds a sentence, if it is one of those that are kept and the first of its kind.
   *
   * @return the slot of the first of its equals, if there was one; -1 otherwise
   */
  int add(long key, long tagsHash, long place) {
    if (!keeps(key)) {
      return -1;
    }
    int slot = slot(key);
    if (taken[slot]) {
      return slot;
    }
    put(slot, key, tagsHash, place);
    size++;
    while (size > most) {
      level++;
      rebuild(keys.length);
    }
    if (size > keys.length / 2) {
      rebuild(keys.length * 2);
    }
    return -1;
  }

  /** The slot of a sentence; -1 where there is none. */
  int find(long key) {
    int slot = slot(key);
    return taken[slot] ? slot : -1;
  }

  long tags(int slot) {
    return tags[slot];
  }

  long place(int slot) {
    return places[slot];
  }

  /** The sentence came again with the same tags. */
  void addRepeat(int slot) {
    repeats[slot]++;
  }

  /** The sentence came again with other tags. */
  void addConflict(int slot) {
    conflicts[slot]++;
  }

  /** How often a sentence came again with the same tags, of all sentences; an estimate. */
  long repeats() {
    return sampled() * sum(repeats);
  }

  /** How often a sentence came again with other tags, of all sentences; an estimate. */
  long conflicts() {
    return sampled() * sum(conflicts);
  }

  private static long sum(int[] counts) {
    return Arrays.stream(counts).asLongStream().sum();
  }

  private int slot(long key) {
    int mask = keys.length - 1;
    int slot = (int) (key >>> 32) & mask;
    while (taken[slot] && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void put(int slot, long key, long tagsHash, long place) {
    keys[slot] = key;
    tags[slot] = tagsHash;
    places[slot] = place;
    taken[slot] = true;
  }

  private void rebuild(int length) {
    long[] oldKeys = keys;
    long[] oldTags = tags;
    long[] oldPlaces = places;
    int[] oldRepeats = repeats;
    int[] oldConflicts = conflicts;
    boolean[] oldTaken = taken;
    keys = new long[length];
    tags = new long[length];
    places = new long[length];
    repeats = new int[length];
    conflicts = new int[length];
    taken = new boolean[length];
    size = 0;
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldTaken[i] && keeps(oldKeys[i])) {
        int slot = slot(oldKeys[i]);
        put(slot, oldKeys[i], oldTags[i], oldPlaces[i]);
        repeats[slot] = oldRepeats[i];
        conflicts[slot] = oldConflicts[i];
        size++;
      }
    }
  }
}
