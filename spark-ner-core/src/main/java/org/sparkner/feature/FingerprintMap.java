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

package org.sparkner.feature;

/**
 * From fingerprints to 0, 1, … in the order in which they were added: open addressing with linear
 * probing, at most half full.
 */
public final class FingerprintMap {
  private static final int FEW = 1 << 8;

  private long[] keys;

  /** Index + 1, or 0 where free. */
  private int[] indices;

  private int size;

  public FingerprintMap() {
    this(0);
  }

  /** With room for this many; more may come. */
  FingerprintMap(int expected) {
    int places = Math.max(FEW, Integer.highestOneBit(Math.max(1, expected)) << 2);
    keys = new long[places];
    indices = new int[places];
  }

  public int size() {
    return size;
  }

  /** The index of a fingerprint, or -1. */
  public int find(long fingerprint) {
    return indices[slot(fingerprint)] - 1;
  }

  /** The index of a fingerprint, which is added if it is not there. */
  public int add(long fingerprint) {
    int slot = slot(fingerprint);
    if (indices[slot] != 0) {
      return indices[slot] - 1;
    }
    keys[slot] = fingerprint;
    indices[slot] = ++size;
    if (2 * size > keys.length) {
      grow();
    }
    return size - 1;
  }

  private int slot(long fingerprint) {
    int mask = keys.length - 1;
    int slot = Fingerprint.place(fingerprint, mask);
    while (indices[slot] != 0 && keys[slot] != fingerprint) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldIndices = indices;
    keys = new long[2 * oldKeys.length];
    indices = new int[keys.length];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldIndices[i] != 0) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        indices[slot] = oldIndices[i];
      }
    }
  }
}
