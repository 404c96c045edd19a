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
import java.util.Optional;
import org.sparkner.corpus.LabeledSentence;
import org.sparkner.corpus.SentencePlace;

/** Looks at the text itself: its encoding and its length. */
final class TextChecks {
  /** Tokens: hardly any sentence of any text has more. */
  private static final int LONG = 250;

  private final Tally mojibake = new Tally();
  private final Tally broken = new Tally();
  private final Tally tooLong = new Tally();

  void add(LabeledSentence sentence, SentencePlace place) {
    for (String token : sentence.tokens()) {
      Optional<String> meant = Mojibake.meant(token);
      if (meant.isPresent()) {
        mojibake.add(() -> place + ": " + token + " for " + meant.get());
      } else if (Mojibake.isBroken(token)) {
        broken.add(() -> place + ": " + visible(token));
      }
    }
    if (sentence.size() > LONG) {
      tooLong.add(
          () ->
              String.format(
                  Locale.ROOT,
                  "%s: %,d tokens: %s",
                  place,
                  sentence.size(),
                  DataCheck.shown(sentence)));
    }
  }

  /** With U+0085 and the like in place of control characters. */
  private static String visible(String token) {
    StringBuilder visible = new StringBuilder();
    token
        .codePoints()
        .forEach(
            c -> {
              if (Character.isISOControl(c)) {
                visible.append(String.format(Locale.ROOT, "U+%04X", c));
              } else {
                visible.appendCodePoint(c);
              }
            });
    return visible.toString();
  }

  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    add(
        findings,
        CheckKind.MOJIBAKE,
        mojibake,
        "tokens of UTF-8 that was read as Windows-1252: %,d; convert the text again from its source");
    add(
        findings,
        CheckKind.MOJIBAKE,
        broken,
        "tokens with control characters, or U+FFFD in place of lost bytes: %,d; look at the text's"
            + " source");
    add(
        findings,
        CheckKind.LONG_SENTENCE,
        tooLong,
        "sentences of over " + LONG + " tokens: %,d; are sentence ends missing?");
    return findings;
  }

  private static void add(List<Finding> findings, CheckKind kind, Tally tally, String message) {
    if (tally.count() > 0) {
      findings.add(
          new Finding(
              Severity.WARNING,
              kind,
              tally.count(),
              String.format(Locale.ROOT, message, tally.count()),
              tally.examples()));
    }
  }
}
