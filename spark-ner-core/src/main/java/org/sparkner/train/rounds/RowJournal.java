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

package org.sparkner.train.rounds;

import java.util.Arrays;
import org.sparkner.network.WordTable;
import org.sparkner.train.Optimiser;
import org.sparkner.train.RowListener;

/**
 * The rows of a word table that changed since {@link #begin}, and what they were before, so that a
 * replica can say what it did and undo it.
 */
final class RowJournal implements RowListener {
  private final boolean[] listed;
  private int[] rows = new int[256];
  private int count;
  private Optimiser optimiser;
  private WordTable words;
  private RowBlock before;

  /**
   * @param trainable rows that can change
   */
  RowJournal(int trainable) {
    this.listed = new boolean[trainable];
  }

  /** Begins anew. */
  void begin(Optimiser optimiser, WordTable words) {
    this.optimiser = optimiser;
    this.words = words;
    for (int i = 0; i < count; i++) {
      listed[rows[i]] = false;
    }
    count = 0;
    if (before == null) {
      before = RowBlock.ofSize(rows.length, words.dimension(), optimiser.rowState());
    }
  }

  @Override
  public void beforeChange(int row) {
    if (listed[row]) {
      return;
    }
    if (count == rows.length) {
      rows = Arrays.copyOf(rows, 2 * count);
      before = before.withCapacity(2 * count);
    }
    before.copyFrom(count, row, words, optimiser);
    listed[row] = true;
    rows[count++] = row;
  }

  /** The rows that changed, in ascending order. */
  int[] changed() {
    int[] changed = Arrays.copyOf(rows, count);
    Arrays.sort(changed);
    return changed;
  }

  /** What the rows changed by, in the order of {@link #changed}. */
  RowBlock changes() {
    RowBlock changes = RowBlock.copyOf(changed(), words, optimiser);
    for (int i = 0; i < count; i++) {
      changes.add(-1, before, Arrays.binarySearch(changes.rows(), rows[i]), i);
    }
    return changes;
  }

  /** Puts every row back to what it was. */
  void undo() {
    for (int i = 0; i < count; i++) {
      before.copyTo(i, words, optimiser);
    }
  }
}
