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

import java.util.List;
import java.util.Locale;
import org.sparkner.lexicon.PretrainedWords;
import org.sparkner.lexicon.VectorCoverage;

/** Compares the training tokens with pretrained word vectors. */
final class VectorChecks {
  private static final int COUNTERS = 10_000;
  private static final int SHOWN = 10;

  /** Vectors of the right language have four fifths of the tokens, as a rule. */
  private static final double RIGHT_LANGUAGE = 0.5;

  private final PretrainedWords words;
  private final FrequentItems missing = new FrequentItems(COUNTERS);

  VectorChecks(PretrainedWords words) {
    this.words = words;
  }

  void add(String token) {
    if (!words.count(token)) {
      missing.add(token);
    }
  }

  VectorCoverage coverage() {
    return words.coverage();
  }

  List<Finding> findings() {
    VectorCoverage coverage = coverage();
    long without = coverage.tokens() - coverage.found();
    if (without == 0) {
      return List.of();
    }
    boolean wrong = coverage.share() < RIGHT_LANGUAGE;
    String message =
        String.format(
            Locale.ROOT,
            "%,d of %,d training tokens (%.1f %%) have no vector%s",
            without,
            coverage.tokens(),
            100 * (1 - coverage.share()),
            wrong ? "; are these vectors of the language of the data?" : "");
    List<String> frequent =
        missing.atLeast(2).stream()
            .limit(SHOWN)
            .map(entry -> String.format(Locale.ROOT, "%s (%,d)", entry.getKey(), entry.getValue()))
            .toList();
    return List.of(
        new Finding(
            wrong ? Severity.WARNING : Severity.NOTE,
            CheckKind.VECTOR_COVERAGE,
            without,
            message,
            frequent.isEmpty() ? List.of() : List.of(String.join(", ", frequent))));
  }
}
