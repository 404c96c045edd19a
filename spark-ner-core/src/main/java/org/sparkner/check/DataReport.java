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

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sparkner.lexicon.VectorCoverage;

/**
 * What was found in labelled data.
 *
 * @param parts training data, then validation data, if any
 * @param types of the training data by frequency; empty for plain labels
 * @param coverage of the training tokens by word vectors, whose counts of distinct tokens are 0;
 *     null where no vectors were given
 * @param sampledSentences one in so many distinct sentences was compared with others; 1 for all
 * @param sampledNames one in so many distinct names was; 1 for all
 * @param findings what to look at, the gravest first
 */
public record DataReport(
    List<PartReport> parts,
    List<TypeReport> types,
    VectorCoverage coverage,
    long sampledSentences,
    long sampledNames,
    List<Finding> findings) {
  public DataReport {
    parts = List.copyOf(parts);
    types = List.copyOf(types);
    findings = List.copyOf(findings);
  }

  /** How many findings are of a severity. */
  public long count(Severity severity) {
    return findings.stream().filter(finding -> finding.severity() == severity).count();
  }

  /** Whether there is nothing but notes. */
  public boolean isClean() {
    return count(Severity.ERROR) + count(Severity.WARNING) == 0;
  }

  /** As a JSON object. */
  public Map<String, Object> toMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("parts", parts.stream().map(PartReport::toMap).toList());
    map.put("types", types.stream().map(TypeReport::toMap).toList());
    if (coverage != null) {
      map.put(
          "vectors",
          Map.of("share", coverage.share(), "share_as_written", coverage.shareAsWritten()));
    }
    map.put("sampled_sentences", sampledSentences);
    map.put("sampled_names", sampledNames);
    map.put("findings", findings.stream().map(Finding::toMap).toList());
    return map;
  }
}
