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

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The most frequent of any number of items, in bounded memory (Misra &amp; Gries 1982): whenever
 * there are too many, each loses one, and what has none left goes. A count is too small by at most
 * the number of items over that of counters.
 */
final class FrequentItems {
  private final int counters;
  private final Map<String, Long> counts = new HashMap<>();

  FrequentItems(int counters) {
    this.counters = counters;
  }

  void add(String item) {
    counts.merge(item, 1L, Long::sum);
    if (counts.size() > counters) {
      counts.replaceAll((each, count) -> count - 1);
      counts.values().removeIf(count -> count == 0);
    }
  }

  /** Those of at least so many, the most frequent first; of equals in alphabetical order. */
  List<Map.Entry<String, Long>> atLeast(long least) {
    return counts.entrySet().stream()
        .filter(entry -> entry.getValue() >= least)
        .sorted(
            Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .toList();
  }
}
