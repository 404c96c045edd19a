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

package org.sparkner.lexicon;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a file of vectors held.
 *
 * @param name name of the file
 * @param rows rows read, without the header
 * @param words words kept
 * @param dimension values a word
 * @param declared words that the header says there are; -1 without a header
 * @param duplicates rows of a word that came before, left out
 * @param malformed rows with too few or too many values, or with one that is no number, left out
 * @param notFinite rows with NaN or an infinite value, left out
 * @param limited whether reading stopped at the number of words asked for
 * @param examples the first rows left out, each with file, line and reason
 */
@RecordBuilder
public record VectorsReport(
    String name,
    long rows,
    int words,
    int dimension,
    long declared,
    long duplicates,
    long malformed,
    long notFinite,
    boolean limited,
    List<String> examples) {
  public VectorsReport {
    examples = List.copyOf(examples);
  }

  /** Rows left out. */
  public long leftOut() {
    return duplicates + malformed + notFinite;
  }

  /** What to warn of: rows that were left out, with the first of them; empty where none was. */
  public Optional<String> warning() {
    return leftOut() == 0
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "%s: rows left out: %,d, the first: %s",
                name,
                leftOut(),
                String.join("; ", examples)));
  }

  /** All of it in one line. */
  public String summary() {
    return String.format(
        Locale.ROOT,
        "%s: %,d words of %d values%s; left out: %,d duplicate, %,d malformed, %,d not finite",
        name,
        words,
        dimension,
        declared < 0 ? "" : String.format(Locale.ROOT, " (header: %,d)", declared),
        duplicates,
        malformed,
        notFinite);
  }
}
