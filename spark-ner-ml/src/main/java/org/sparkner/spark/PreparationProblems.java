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

package org.sparkner.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sparkner.error.BadDataException;

/** What was wrong with rows that were to be labelled sentences: how often, with examples. */
final class PreparationProblems implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(NerTagger.class);
  private static final int EXAMPLES = 20;

  private final Map<SentencePreparation.Kind, List<String>> examples = new TreeMap<>();
  private final Map<SentencePreparation.Kind, Long> counts = new TreeMap<>();

  /** Takes a row of {@link SentencePreparation} that is not a sentence. */
  void add(Row row) {
    LOG.debug("{}", row.getString(4));
    add(SentencePreparation.Kind.valueOf(row.getString(0)), 1, List.of(row.getString(4)));
  }

  /** Takes in what was found elsewhere, in rows that follow. */
  void merge(PreparationProblems other) {
    other.counts.forEach((kind, count) -> add(kind, count, other.examples.get(kind)));
  }

  private void add(SentencePreparation.Kind kind, long count, List<String> found) {
    counts.merge(kind, count, Long::sum);
    List<String> kept = examples.computeIfAbsent(kind, unused -> new ArrayList<>());
    kept.addAll(found.subList(0, Math.min(found.size(), EXAMPLES - kept.size())));
  }

  private long count(SentencePreparation.Kind kind) {
    return counts.getOrDefault(kind, 0L);
  }

  /**
   * Logs rows that were skipped and spans that do not fit, and ends where that cannot be lived
   * with.
   *
   * @throws BadDataException if a row has more tags or attributes than tokens or fewer, or if a
   *     span does not fit the tokens and the stage is to fail then
   */
  void report(TrainingInput input, NerTagger stage) {
    warn(SentencePreparation.Kind.MISALIGNED, "spans do not fit the tokens");
    warn(SentencePreparation.Kind.SKIPPED, "rows have no tokens or no label and are left out");
    if (count(SentencePreparation.Kind.UNEQUAL) > 0) {
      throw new BadDataException(
          count(SentencePreparation.Kind.UNEQUAL)
              + " rows of "
              + input.names()
              + (input.attributes() == null
                  ? " want as many tags as tokens, the first has "
                  : " want as many tags and attributes as tokens, the first has ")
              + examples.get(SentencePreparation.Kind.UNEQUAL).get(0)
              + ".");
    }
    if (count(SentencePreparation.Kind.MISALIGNED) > 0
        && stage.getMisalignedSpans().equals(TrainingDataParams.FAIL)) {
      throw new BadDataException(
          count(SentencePreparation.Kind.MISALIGNED)
              + " spans do not fit the tokens, the first: "
              + examples.get(SentencePreparation.Kind.MISALIGNED).get(0)
              + " Correct them, or set misalignedSpans to report to go on.");
    }
  }

  private void warn(SentencePreparation.Kind kind, String what) {
    if (count(kind) > 0) {
      LOG.warn("{} {}, such as: {}", count(kind), what, String.join("; ", examples.get(kind)));
    }
  }
}
