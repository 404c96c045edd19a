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

package org.sparkner.option;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A length of time, written as a number and its unit: {@code 90s}, {@code 1.5h}. */
public record TimeSpan() implements Kind<Duration> {
  private static final long serialVersionUID = 1L;

  private static final Pattern TEXT = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*([a-z]+)");

  /** Milliseconds of a unit. */
  private static final Map<String, Long> UNITS =
      Map.ofEntries(
          Map.entry("ms", 1L),
          Map.entry("s", 1_000L),
          Map.entry("second", 1_000L),
          Map.entry("seconds", 1_000L),
          Map.entry("m", 60_000L),
          Map.entry("min", 60_000L),
          Map.entry("minute", 60_000L),
          Map.entry("minutes", 60_000L),
          Map.entry("h", 3_600_000L),
          Map.entry("hour", 3_600_000L),
          Map.entry("hours", 3_600_000L),
          Map.entry("d", 86_400_000L),
          Map.entry("day", 86_400_000L),
          Map.entry("days", 86_400_000L));

  @Override
  public Class<Duration> type() {
    return Duration.class;
  }

  @Override
  public String needs() {
    return "a time such as 90s, 15m or 2h";
  }

  @Override
  public String range() {
    return "such as 90s, 15m or 2h";
  }

  @Override
  public boolean accepts(Duration value) {
    return !value.isZero() && !value.isNegative();
  }

  @Override
  public Duration parse(String text) {
    Matcher parts = TEXT.matcher(text.strip());
    if (!parts.matches() || !UNITS.containsKey(parts.group(2))) {
      throw new IllegalArgumentException(text);
    }
    return Duration.ofMillis(
        Math.round(Double.parseDouble(parts.group(1)) * UNITS.get(parts.group(2))));
  }

  /** In the largest unit of which it is a whole number. */
  @Override
  public String text(Duration value) {
    long milliseconds = value.toMillis();
    for (String unit : new String[] {"d", "h", "m", "s"}) {
      if (milliseconds % UNITS.get(unit) == 0) {
        return milliseconds / UNITS.get(unit) + unit;
      }
    }
    return milliseconds + "ms";
  }
}
