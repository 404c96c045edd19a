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

package org.sparkner.jobs.corpora;

import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sparkner.corpus.LabelMap;
import org.sparkner.corpus.SourceCounts;
import org.sparkner.corpus.Supervision;

/**
 * What was read of a source.
 *
 * @param source where from
 * @param counts with its own labels
 * @param supervision of its sentences
 */
record SourceReport(Source source, SourceCounts counts, Supervision supervision) {
  /** Entities of each type, by the labels that stand for it. */
  SortedMap<String, Long> entities() {
    SortedMap<String, Long> types = new TreeMap<>();
    for (Map.Entry<String, Long> label : counts.entities().entrySet()) {
      String type = source.labels().of(label.getKey()).orElseThrow();
      if (!type.equals(LabelMap.OUTSIDE)) {
        types.merge(type, label.getValue(), Long::sum);
      }
    }
    return types;
  }

  private SortedMap<String, Long> leftOut() {
    SortedMap<String, Long> labels = new TreeMap<>(counts.entities());
    labels
        .keySet()
        .removeIf(
            label -> !source.labels().of(label).orElse(LabelMap.OUTSIDE).equals(LabelMap.OUTSIDE));
    return labels;
  }

  /** In one line. */
  @Override
  public String toString() {
    StringBuilder line =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                "%s: %,d sentences, %,d tokens; %s",
                source.name(),
                counts.sentences(),
                counts.tokens(),
                LabelCounts.of(entities())));
    if (!leftOut().isEmpty()) {
      line.append("; taken for O: ").append(LabelCounts.of(leftOut()));
    }
    if (!supervision.latentTypes().isEmpty()) {
      line.append("; not annotated: ")
          .append(String.join(", ", supervision.latentTypes().stream().sorted().toList()));
    }
    if (supervision.weight() != 1) {
      line.append(String.format(Locale.ROOT, "; weight %s", supervision.weight()));
    }
    return line.toString();
  }
}
