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

package org.sparkner.eval;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts of spans by what they have in common, such as their length: for each breakdown, its
 * groups. A span that is both gold and predicted is in one group.
 *
 * @param breakdowns name of the breakdown, name of the group, counts; breakdowns in the order in
 *     which they came, groups in that of their names
 */
public record SpanGroups(Map<String, Map<String, Counts>> breakdowns) {
  /** As maps and numbers, for a JSON writer; scores are percentages. */
  public Map<String, Object> toMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    breakdowns.forEach(
        (name, groups) -> {
          Map<String, Object> scores = new LinkedHashMap<>();
          groups.forEach((group, counts) -> scores.put(group, EvaluationReport.scores(counts)));
          map.put(name, scores);
        });
    return map;
  }

  /** Takes spans one by one; its memory grows with the groups only. */
  public static final class Builder {
    private final Map<String, TreeMap<String, long[]>> breakdowns = new LinkedHashMap<>();

    /**
     * Counts a span.
     *
     * @param gold whether it is in the gold data
     * @param predicted whether it was predicted; right where it is both
     */
    public void add(String breakdown, String group, boolean gold, boolean predicted) {
      long[] counts =
          breakdowns
              .computeIfAbsent(breakdown, name -> new TreeMap<>())
              .computeIfAbsent(group, name -> new long[3]);
      counts[0] += gold ? 1 : 0;
      counts[1] += predicted ? 1 : 0;
      counts[2] += gold && predicted ? 1 : 0;
    }

    /** What was counted so far. */
    public SpanGroups build() {
      Map<String, Map<String, Counts>> all = new LinkedHashMap<>();
      breakdowns.forEach(
          (name, groups) -> {
            Map<String, Counts> counted = new LinkedHashMap<>();
            groups.forEach(
                (group, counts) -> counted.put(group, new Counts(counts[0], counts[1], counts[2])));
            all.put(name, counted);
          });
      return new SpanGroups(all);
    }
  }
}
