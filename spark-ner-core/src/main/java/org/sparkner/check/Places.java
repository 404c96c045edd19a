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

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sparkner.corpus.SentencePlace;

/** Places of sentences as one long each. */
final class Places {
  private static final int NUMBER_BITS = 42;
  private static final long NUMBERS = 1L << NUMBER_BITS;

  private final List<String> sources = new ArrayList<>();
  private final Map<String, Integer> ids = new HashMap<>();

  /** The place as a number. */
  long pack(SentencePlace place) {
    int id = ids.computeIfAbsent(place.source(), this::add);
    long number = Math.min(place.number(), NUMBERS - 1);
    return ((long) id << (NUMBER_BITS + 1)) | (place.row() ? NUMBERS : 0) | number;
  }

  private int add(String source) {
    sources.add(source);
    return sources.size() - 1;
  }

  /** The place of a number. */
  SentencePlace unpack(long packed) {
    return new SentencePlace(
        sources.get((int) (packed >>> (NUMBER_BITS + 1))),
        packed & (NUMBERS - 1),
        (packed & NUMBERS) != 0);
  }
}
