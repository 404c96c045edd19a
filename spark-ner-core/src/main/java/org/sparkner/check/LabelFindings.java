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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;
import org.sparkner.tags.TagScheme;
import org.sparkner.text.EditDistance;

/** What is odd about the labels and how often each is there. */
final class LabelFindings {
  /** Times that the right spelling of a label is more frequent than a wrong one. */
  private static final int MISSPELT = 10;

  /** Characters of a label within which one letter makes another label, such as LOC and DOC. */
  private static final int SHORT = 3;

  /** Times that one type is more frequent than another. */
  private static final int UNBALANCED = 100;

  /** Share of the sentences without an entity that shows sentences with one only were kept. */
  private static final double HARDLY_ANY = 0.01;

  /** Sentences of fewer of which nothing is told. */
  private static final int FEW_SENTENCES = 100;

  private final PartReport train;
  private final PartReport valid;
  private final List<Finding> findings = new ArrayList<>();

  private LabelFindings(PartReport train, PartReport valid) {
    this.train = train;
    this.valid = valid;
  }

  static List<Finding> of(PartReport train, PartReport valid) {
    LabelFindings all = new LabelFindings(train, valid);
    if (train.labels().isEmpty() || (plain(train) && train.labels().size() == 1)) {
      all.add(
          Severity.ERROR,
          CheckKind.NOTHING_TO_LEARN,
          train.sentences(),
          plain(train) && !train.labels().isEmpty()
              ? "all tokens have the same label, " + train.labels().firstKey()
              : "no sentence has an entity, all tags are O; is it the right file and column?");
      return all.findings;
    }
    all.addRare();
    all.addSimilar();
    all.addMissing();
    if (!plain(train)) {
      all.addBalance();
    }
    return all.findings;
  }

  private static boolean plain(PartReport part) {
    return part.scheme() == TagScheme.PLAIN;
  }

  private void addRare() {
    train.labels().entrySet().stream()
        .filter(entry -> entry.getValue() == 1)
        .forEach(
            entry ->
                add(
                    Severity.WARNING,
                    CheckKind.RARE_LABEL,
                    1,
                    "the label " + entry.getKey() + " occurs once; a model cannot learn it"));
  }

  private void addSimilar() {
    for (Map.Entry<String, Long> rare : train.labels().entrySet()) {
      for (Map.Entry<String, Long> frequent : train.labels().entrySet()) {
        if (frequent.getValue() >= MISSPELT * rare.getValue()
            && similar(rare.getKey(), frequent.getKey())) {
          add(
              Severity.WARNING,
              CheckKind.SIMILAR_LABELS,
              rare.getValue(),
              String.format(
                  Locale.ROOT,
                  "%s (%,d) and %s (%,d) are two labels; if the first is misspelt, correct it",
                  rare.getKey(),
                  rare.getValue(),
                  frequent.getKey(),
                  frequent.getValue()));
        }
      }
    }
  }

  private static boolean similar(String one, String other) {
    return one.equalsIgnoreCase(other)
        || (Math.min(one.length(), other.length()) > SHORT && EditDistance.of(one, other) == 1);
  }

  private void addMissing() {
    if (valid.sentences() == 0) {
      return;
    }
    TreeSet<String> onlyTrain = new TreeSet<>(train.labels().keySet());
    onlyTrain.removeAll(valid.labels().keySet());
    TreeSet<String> onlyValid = new TreeSet<>(valid.labels().keySet());
    onlyValid.removeAll(train.labels().keySet());
    if (!onlyValid.isEmpty()) {
      add(
          Severity.WARNING,
          CheckKind.MISSING_TYPE,
          onlyValid.size(),
          "the validation data has labels that the training data lacks, and no model can find: "
              + String.join(", ", onlyValid));
    }
    if (!onlyTrain.isEmpty()) {
      add(
          Severity.NOTE,
          CheckKind.MISSING_TYPE,
          onlyTrain.size(),
          "the validation data lacks these labels of the training data, so nothing shows how well"
              + " they are found: "
              + String.join(", ", onlyTrain));
    }
  }

  private void addBalance() {
    SortedMap<String, Long> types = train.labels();
    Map.Entry<String, Long> most =
        types.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
    Map.Entry<String, Long> least =
        types.entrySet().stream().min(Map.Entry.comparingByValue()).orElseThrow();
    if (most.getValue() >= UNBALANCED * least.getValue()) {
      add(
          Severity.NOTE,
          CheckKind.BALANCE,
          least.getValue(),
          String.format(
              Locale.ROOT,
              "%s has %,d entities and %s %,d; the model will be the worse at the rarer, and F1 of"
                  + " all hardly shows it",
              most.getKey(),
              most.getValue(),
              least.getKey(),
              least.getValue()));
    }
    if (train.sentences() >= FEW_SENTENCES
        && train.withoutEntity() < HARDLY_ANY * train.sentences()) {
      add(
          Severity.NOTE,
          CheckKind.BALANCE,
          train.sentences() - train.withoutEntity(),
          String.format(
              Locale.ROOT,
              "only %,d of %,d sentences are without an entity; if such sentences were left out, a"
                  + " model will find too many in other text",
              train.withoutEntity(),
              train.sentences()));
    }
  }

  private void add(Severity severity, CheckKind kind, long count, String message) {
    findings.add(new Finding(severity, kind, Math.max(1, count), message, List.of()));
  }
}
