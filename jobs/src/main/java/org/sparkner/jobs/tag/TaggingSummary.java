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

package org.sparkner.jobs.tag;

import java.io.PrintWriter;
import java.util.Locale;
import org.sparkner.jobs.console.Figures;
import org.sparkner.jobs.input.Broken;
import org.sparkner.spark.tagging.TaggingCounts.Counted;

/**
 * What a tagging did.
 *
 * @param seconds that tagging took, without starting
 * @param files how many files were tagged
 * @param broken rows that hold less than what was found
 */
record TaggingSummary(Counted counted, double seconds, long files, Broken broken) {
  static final TaggingSummary NOTHING = new TaggingSummary(Counted.NOTHING, 0, 0, Broken.NONE);

  /** The time that fewer take says more of starting than of tagging. */
  private static final long ENOUGH_TOKENS = 10_000;

  TaggingSummary plus(TaggingSummary more) {
    return new TaggingSummary(
        counted.plus(more.counted),
        seconds + more.seconds,
        files + more.files,
        broken.plus(more.broken));
  }

  /**
   * Prints it.
   *
   * @param all seconds of the whole command
   */
  void print(PrintWriter out, double all) {
    String rate =
        counted.tokens() < ENOUGH_TOKENS || seconds == 0
            ? ""
            : String.format(
                Locale.ROOT, " (%,.0f tokens/s without the start)", counted.tokens() / seconds);
    out.printf(
        Locale.ROOT,
        "%,d documents, %,d tokens in %.1f s%s%n",
        counted.documents(),
        counted.tokens(),
        all,
        rate);
    out.printf(
        Locale.ROOT, "%,d entities: %s%n", counted.found(), Figures.counts(counted.entities()));
    if (counted.unread() > 0) {
      out.printf(Locale.ROOT, "%,d documents without text have no entities%n", counted.unread());
    }
    if (broken.rows() > 0) {
      out.printf(Locale.ROOT, "broken rows: %,d, the first %s%n", broken.rows(), broken.first());
    }
  }
}
