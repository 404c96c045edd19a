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

package org.sparkner.spark.data;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sparkner.error.BadDataException;

/** What was wrong with rows that were to be labelled sentences: how often, with examples. */
final class PreparationProblems implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(PreparationProblems.class);
  private static final int EXAMPLES = 20;

  private final Map<PreparedRow.Kind, List<String>> examples = new TreeMap<>();
  private final Map<PreparedRow.Kind, Long> counts = new TreeMap<>();

  /** Takes what was wrong with a row. */
  void add(PreparedRow.Problem problem) {
    LOG.debug("{}", problem.text());
    add(problem.kind(), 1, List.of(problem.text()));
  }

  /** Takes in what was found elsewhere, in rows that follow. */
  void merge(PreparationProblems other) {
    other.counts.forEach((kind, count) -> add(kind, count, other.examples.get(kind)));
  }

  private void add(PreparedRow.Kind kind, long count, List<String> found) {
    counts.merge(kind, count, Long::sum);
    List<String> kept = examples.computeIfAbsent(kind, unused -> new ArrayList<>());
    kept.addAll(found.subList(0, Math.min(found.size(), EXAMPLES - kept.size())));
  }

  private long count(PreparedRow.Kind kind) {
    return counts.getOrDefault(kind, 0L);
  }

  /**
   * Logs rows that were skipped and spans that do not fit, and ends where that cannot be lived
   * with.
   *
   * @throws BadDataException if a row has more tags or attributes than tokens or fewer, or a weight
   *     that is not above 0, or if a span does not fit the tokens and that is to be refused
   */
  void report(TrainingInput input, boolean refuseMisaligned) {
    warn(PreparedRow.Kind.MISALIGNED, "spans do not fit the tokens");
    warn(PreparedRow.Kind.SKIPPED, "rows have no tokens or no label and are left out");
    if (count(PreparedRow.Kind.UNEQUAL) > 0) {
      throw new BadDataException(
          count(PreparedRow.Kind.UNEQUAL)
              + " rows of "
              + input.names()
              + (input.attributes() == null
                  ? " want as many tags as tokens, the first has "
                  : " want as many tags and attributes as tokens, the first has ")
              + examples.get(PreparedRow.Kind.UNEQUAL).get(0)
              + ".");
    }
    if (count(PreparedRow.Kind.WEIGHT) > 0) {
      throw new BadDataException(
          count(PreparedRow.Kind.WEIGHT)
              + " rows have no number above 0 in '"
              + input.weight().name()
              + "' (weightCol), the first has "
              + examples.get(PreparedRow.Kind.WEIGHT).get(0)
              + "; correct them, or leave these rows out.");
    }
    if (count(PreparedRow.Kind.MISALIGNED) > 0 && refuseMisaligned) {
      throw new BadDataException(
          count(PreparedRow.Kind.MISALIGNED)
              + " spans do not fit the tokens, the first: "
              + examples.get(PreparedRow.Kind.MISALIGNED).get(0)
              + " Correct them, or set misalignedSpans to report to go on.");
    }
  }

  private void warn(PreparedRow.Kind kind, String what) {
    if (count(kind) > 0) {
      LOG.warn("{} {}, such as: {}", count(kind), what, String.join("; ", examples.get(kind)));
    }
  }
}
