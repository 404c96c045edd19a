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
import java.util.function.Supplier;
import org.sparkner.corpus.LabeledSentence;
import org.sparkner.corpus.SentencePlace;

/** Finds sentences that occur more than once, and with what labels. */
final class SentenceChecks {
  /** Tokens of a sentence that may be the same by chance, such as a date line. */
  private static final int BY_CHANCE = 4;

  /** Share of the validation sentences from which their scores say nothing. */
  private static final double MOST_LEAKS = 0.5;

  private final SentenceTable table;
  private final Tally conflicts = new Tally();
  private final Tally repeated = new Tally();
  private final Tally leaks = new Tally();

  SentenceChecks(int most) {
    table = new SentenceTable(most);
  }

  /** Every how many-th distinct sentence is compared. */
  long sampled() {
    return table.sampled();
  }

  void addTraining(LabeledSentence sentence, long place, Places places) {
    long tags = DataCheck.isWhole(sentence) ? Hash.of(sentence.tags()) : 0;
    int first = table.add(Hash.of(sentence.tokens()), tags, place);
    if (first < 0) {
      return;
    }
    boolean comparable = tags != 0 && table.tags(first) != 0;
    Supplier<String> example =
        () -> both(sentence, places.unpack(place), places.unpack(table.place(first)));
    if (comparable && table.tags(first) != tags) {
      table.addConflict(first);
      conflicts.add(example);
    } else if (sentence.size() > BY_CHANCE) {
      table.addRepeat(first);
      repeated.add(example);
    }
  }

  void addValidation(LabeledSentence sentence, SentencePlace place, Places places) {
    int first = table.find(Hash.of(sentence.tokens()));
    if (first >= 0 && sentence.size() > BY_CHANCE) {
      leaks.add(() -> both(sentence, place, places.unpack(table.place(first))));
    }
  }

  private static String both(LabeledSentence sentence, SentencePlace place, SentencePlace first) {
    return place + " and " + first + ": " + DataCheck.shown(sentence);
  }

  /**
   * @param validation sentences to validate on
   */
  List<Finding> findings(long validation) {
    List<Finding> findings = new ArrayList<>();
    add(
        findings,
        Severity.WARNING,
        CheckKind.CONFLICTING_SENTENCE,
        table.conflicts(),
        conflicts,
        "sentences that come again with other labels: %,d; decide for one labelling");
    add(
        findings,
        Severity.NOTE,
        CheckKind.REPEATED_SENTENCE,
        table.repeats(),
        repeated,
        "sentences of over 4 tokens that come again with the same labels: %,d; each counts as often in"
            + " training");
    long leaked = leaks.count() * table.sampled();
    boolean most = validation > 0 && leaked >= MOST_LEAKS * validation;
    add(
        findings,
        most ? Severity.ERROR : Severity.WARNING,
        CheckKind.LEAK,
        leaked,
        leaks,
        "sentences of over 4 tokens to validate on that are in the training data too: %,d; scores on them"
            + (most ? " say nothing of other text" : " are too good")
            + ", so take them out of one of the two");
    return findings;
  }

  private void add(
      List<Finding> findings,
      Severity severity,
      CheckKind kind,
      long count,
      Tally tally,
      String message) {
    if (count > 0) {
      findings.add(
          new Finding(
              severity, kind, count, String.format(Locale.ROOT, message, count), tally.examples()));
    }
  }
}
