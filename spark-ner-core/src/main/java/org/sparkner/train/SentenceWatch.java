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

import java.io.Serializable;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.sparkner.corpus.LabeledSentence;

/**
 * Looks out for sentences among others, by 64 bits of their tokens, so that it can travel and be
 * merged. Tags do not count: a text that is learned from is known, however it is tagged.
 */
final class SentenceWatch implements Serializable {
  private static final long serialVersionUID = 1L;

  /** FNV-1a of 64 bits. */
  private static final long BASIS = 0xcbf29ce484222325L;

  private static final long PRIME = 0x100000001b3L;
  private static final char END_OF_TOKEN = '\n';

  private final long[] keys;
  private final BitSet seen = new BitSet();

  private SentenceWatch(long[] keys) {
    this.keys = keys;
  }

  static SentenceWatch of(List<LabeledSentence> expected) {
    return new SentenceWatch(
        expected.stream().mapToLong(SentenceWatch::key).sorted().distinct().toArray());
  }

  /** One that has seen nothing yet and looks out for the same. */
  SentenceWatch anew() {
    return new SentenceWatch(keys);
  }

  void see(LabeledSentence sentence) {
    int place = keys.length == 0 ? -1 : Arrays.binarySearch(keys, key(sentence));
    if (place >= 0) {
      seen.set(place);
    }
  }

  void merge(SentenceWatch other) {
    seen.or(other.seen);
  }

  /** Whether it has seen a sentence of these tokens, one of those that it looks out for. */
  boolean saw(LabeledSentence sentence) {
    int place = Arrays.binarySearch(keys, key(sentence));
    return place >= 0 && seen.get(place);
  }

  private static long key(LabeledSentence sentence) {
    long hash = BASIS;
    for (String token : sentence.tokens()) {
      for (int i = 0; i < token.length(); i++) {
        hash = (hash ^ token.charAt(i)) * PRIME;
      }
      hash = (hash ^ END_OF_TOKEN) * PRIME;
    }
    return hash;
  }
}
