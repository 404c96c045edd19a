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

package org.sparkner.corpus;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lets the first warnings of each kind through and counts the others, so that a file of a million
 * faults fills no screen. What is needed tells the kinds apart. Not safe for several threads.
 */
public final class WarningLimit implements Consumer<String>, AutoCloseable {
  /** Warnings of a kind that are told one by one. */
  public static final int SHOWN = 10;

  /** From "expected" to whatever differs from one warning to the next. */
  private static final Pattern EXPECTED = Pattern.compile(", expected ([^'\\d;.]*)");

  private static final Pattern MORE = Pattern.compile("([\\d,]+) more like these, the last: (.*)");

  private final Consumer<String> warnings;
  private final Map<String, Counted> kinds = new LinkedHashMap<>();

  private static final class Counted {
    private int told;
    private long untold;
    private String last;
  }

  /**
   * @param warnings hears what is let through, and when this is closed how many more there were
   */
  public WarningLimit(Consumer<String> warnings) {
    this.warnings = warnings;
  }

  /** Takes a warning, or what another limit told when it was closed. */
  @Override
  public void accept(String warning) {
    Matcher more = MORE.matcher(warning);
    String last = more.matches() ? more.group(2) : warning;
    Matcher expected = EXPECTED.matcher(last);
    Counted kind =
        kinds.computeIfAbsent(expected.find() ? expected.group(1) : "", unused -> new Counted());
    if (!more.matches() && kind.told < SHOWN) {
      kind.told++;
      warnings.accept(warning);
    } else {
      kind.untold += more.matches() ? Long.parseLong(more.group(1).replace(",", "")) : 1;
      kind.last = last;
    }
  }

  /** Tells how many more there were of each kind, and the last of them. */
  @Override
  public void close() {
    kinds
        .values()
        .forEach(
            kind -> {
              if (kind.untold > 0) {
                warnings.accept(
                    String.format(
                        Locale.ROOT, "%,d more like these, the last: %s", kind.untold, kind.last));
              }
            });
    kinds.clear();
  }
}
