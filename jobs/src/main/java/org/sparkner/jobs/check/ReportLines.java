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

package org.sparkner.jobs.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sparkner.check.DataReport;
import org.sparkner.check.Finding;
import org.sparkner.check.PartReport;
import org.sparkner.check.Severity;
import org.sparkner.check.TypeReport;
import org.sparkner.tags.TagScheme;

/** What was found, as text for a person. */
final class ReportLines {
  /** Plain labels that are shown of a part. */
  private static final int LABELS = 20;

  private final List<String> lines = new ArrayList<>();

  private ReportLines() {}

  static List<String> of(DataReport report) {
    ReportLines all = new ReportLines();
    report.parts().forEach(all::addPart);
    all.addTypes(report.types());
    if (report.coverage() != null) {
      all.add(
          "%nvectors  %.1f %% of the training tokens have one, %.1f %% as they are written",
          100 * report.coverage().share(), 100 * report.coverage().shareAsWritten());
    }
    report.findings().forEach(all::addFinding);
    all.addSampling(report);
    all.add(
        "%n%s, %s, %s",
        counted(report.count(Severity.ERROR), "error"),
        counted(report.count(Severity.WARNING), "warning"),
        counted(report.count(Severity.NOTE), "note"));
    return all.lines.stream().flatMap(String::lines).toList();
  }

  private static String counted(long count, String what) {
    return count == 0 ? "no " + what + "s" : count + " " + what + (count == 1 ? "" : "s");
  }

  private void addPart(PartReport part) {
    boolean plain = part.scheme() == TagScheme.PLAIN;
    add(
        "%-6s %,d sentences, %,d tokens, %s; longest sentence %,d tokens",
        part.name(),
        part.sentences(),
        part.tokens(),
        plain
            ? part.labels().size() + " labels of tokens"
            : part.scheme()
                + String.format(
                    Locale.ROOT,
                    ", %,d entities, %.0f %% of the sentences without one",
                    part.entities(),
                    100.0 * part.withoutEntity() / Math.max(1, part.sentences())),
        part.longest());
    if (plain) {
      part.labels().entrySet().stream()
          .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
          .limit(LABELS)
          .forEach(label -> add("       %-12s %,10d", label.getKey(), label.getValue()));
    }
  }

  private void addTypes(List<TypeReport> types) {
    if (types.isEmpty()) {
      return;
    }
    long all = types.stream().mapToLong(TypeReport::entities).sum();
    add(
        "%n%-12s %9s %6s %8s %12s %8s  %s",
        "type", "entities", "share", "names", "next unseen", "valid", "amount");
    for (TypeReport type : types) {
      add(
          "%-12s %,9d %4.0f %% %,8d %10.0f %% %,8d  %s",
          type.type(),
          type.entities(),
          100.0 * type.entities() / all,
          type.names(),
          100 * type.unseen(),
          type.validEntities(),
          type.amount());
    }
    add("next unseen: how likely the next entity is a name that these data do not have");
  }

  private void addFinding(Finding finding) {
    add(
        "%n%s  %s: %s",
        finding.severity().name().toLowerCase(Locale.ROOT), finding.kind(), finding.message());
    finding.examples().forEach(example -> add("    %s", example));
  }

  private void addSampling(DataReport report) {
    if (report.sampledSentences() > 1 || report.sampledNames() > 1) {
      add(
          "%nCompared with others: one in %,d distinct sentences, one in %,d distinct names; counts"
              + " of these are estimates",
          report.sampledSentences(), report.sampledNames());
    }
  }

  private void add(String pattern, Object... values) {
    lines.add(String.format(Locale.ROOT, pattern, values));
  }
}
