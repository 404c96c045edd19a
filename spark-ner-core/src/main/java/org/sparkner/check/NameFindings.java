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
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.sparkner.lexicon.Capitalisation;

/** What is odd about how names are labelled. */
final class NameFindings {
  private static final int SHOWN = 10;

  /** Times that a name is labelled one way, from which another way is most likely a slip. */
  private static final int SETTLED = 10;

  /** Share of the uses of a name up to which they are most likely slips. */
  private static final double SLIPS = 0.1;

  /** Times from which a name that is never labelled is shown. */
  private static final int FREQUENT = 5;

  private final NameTable names;
  private final Places places;

  /**
   * @param names with where they stand outside of entities
   */
  NameFindings(NameTable names, Places places) {
    this.names = names;
    this.places = places;
  }

  List<Finding> all(UnlabelledNames unlabelled) {
    List<Finding> findings = new ArrayList<>();
    add(
        findings,
        Severity.WARNING,
        NameFindings::isSlip,
        "names that are labelled one way nearly always, and otherwise now and then: %,d; look at the"
            + " exceptions");
    add(
        findings,
        Severity.NOTE,
        use -> !isSlip(use) && use.minority() > 1,
        "names that are labelled in several ways, or with and without a label: %,d; some may be so by"
            + " right, as people and places of one name are");
    List<Map.Entry<String, Long>> never = unlabelled.atLeast(FREQUENT, names);
    if (!never.isEmpty()) {
      findings.add(
          new Finding(
              Severity.NOTE,
              CheckKind.UNLABELLED_NAME,
              never.size(),
              String.format(
                  Locale.ROOT,
                  "words and phrases in capitals that come %d times or more and are never labelled:"
                      + " %,d; were names forgotten?",
                  FREQUENT,
                  never.size()),
              List.of(
                  never.stream()
                      .limit(SHOWN)
                      .map(
                          entry ->
                              String.format(
                                  Locale.ROOT, "%s (%,d)", entry.getKey(), entry.getValue()))
                      .collect(Collectors.joining(", ")))));
    }
    return findings;
  }

  /** Whether all uses but a few agree. */
  private static boolean isSlip(NameUse use) {
    long all = use.labelled() + use.unlabelled();
    return use.minority() > 0
        && all - use.minority() >= SETTLED
        && use.minority() <= SLIPS * all
        && use.labelled() > use.unlabelled();
  }

  private void add(
      List<Finding> findings, Severity severity, Predicate<NameUse> wanted, String message) {
    List<Map.Entry<String, NameUse>> found =
        names.names().entrySet().stream()
            .filter(entry -> isName(entry.getKey()) && wanted.test(entry.getValue()))
            .sorted(
                Comparator.<Map.Entry<String, NameUse>>comparingLong(
                        entry -> entry.getValue().minority())
                    .reversed()
                    .thenComparing(Map.Entry::getKey))
            .toList();
    if (!found.isEmpty()) {
      long count = found.size() * names.sampled();
      findings.add(
          new Finding(
              severity,
              CheckKind.CONFLICTING_NAME,
              count,
              String.format(Locale.ROOT, message, count),
              found.stream().limit(SHOWN).map(this::example).toList()));
    }
  }

  /** Words in lower case are common words too, which need no label elsewhere. */
  private static boolean isName(String text) {
    return switch (Capitalisation.of(text)) {
      case LOWER, SIGNS, NUMBER -> false;
      case MIXED_WITH_DIGITS, INITIAL, UPPER, MIXED -> true;
    };
  }

  private String example(Map.Entry<String, NameUse> name) {
    NameUse use = name.getValue();
    List<String> ways =
        use.labels().stream()
            .sorted(Comparator.comparingLong(NameUse.Label::count).reversed())
            .map(label -> way(label.type(), label.count(), label.place()))
            .collect(Collectors.toCollection(ArrayList::new));
    if (use.unlabelled() > 0) {
      ways.add(way("no label", use.unlabelled(), use.unlabelledPlace()));
    }
    return name.getKey() + ": " + String.join(", ", ways);
  }

  private String way(String label, long count, long place) {
    return String.format(Locale.ROOT, "%s %,d (%s)", label, count, places.unpack(place));
  }
}
