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

package org.sparkner.jobs.console;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Durations and counts as a person reads them. */
public final class Figures {
  private Figures() {}

  /** Seconds, such as {@code 2 m 05 s}. */
  public static String duration(double seconds) {
    long whole = Math.round(seconds);
    if (whole < 60) {
      return whole + " s";
    }
    return whole < 3600
        ? format("%d m %02d s", whole / 60, whole % 60)
        : format("%d h %02d m", whole / 3600, whole / 60 % 60);
  }

  /** Counts in the order of the map, such as {@code 3 LOC, 1 PER}. */
  public static String counts(Map<String, Long> counts) {
    return counts.entrySet().stream()
        .map(entry -> format("%,d %s", entry.getValue(), entry.getKey()))
        .collect(Collectors.joining(", "));
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
