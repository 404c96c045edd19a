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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sparkner.corpus.LabeledSentence;
import org.sparkner.corpus.Supervision;
import org.sparkner.lexicon.WordVectors;

class DataCheckTest {
  private static final List<LabeledSentence> GOOD =
      List.of(
          sentence("Ada/B-PER lives/O in/O Paris/B-LOC ./O"),
          sentence("The/O Ada/B-PER Bank/I-PER of/O Rome/B-LOC is/O old/O ./O"));

  /** Tokens with their tags after a slash. */
  private static LabeledSentence sentence(String text) {
    List<String> tokens = new ArrayList<>();
    List<String> tags = new ArrayList<>();
    for (String part : text.split(" ")) {
      int slash = part.lastIndexOf('/');
      tokens.add(part.substring(0, slash));
      tags.add(part.substring(slash + 1));
    }
    return new LabeledSentence(tokens, tags);
  }

  private static DataReport check(List<LabeledSentence> train, List<LabeledSentence> valid) {
    return DataCheck.run(
        CheckedSentences.of("train", train), CheckedSentences.of("valid", valid), null);
  }

  private static DataReport check(String... train) {
    List<LabeledSentence> sentences = new ArrayList<>(GOOD);
    for (String text : train) {
      sentences.add(sentence(text));
    }
    return check(sentences, List.of());
  }

  private static Finding found(DataReport report, CheckKind kind) {
    return find(report, kind)
        .orElseThrow(() -> new AssertionError(kind + " not in " + report.findings()));
  }

  private static Optional<Finding> find(DataReport report, CheckKind kind) {
    return report.findings().stream().filter(finding -> finding.kind() == kind).findFirst();
  }

  @Test
  void countsSentencesTokensAndEntities() {
    PartReport train = check(GOOD, List.of()).parts().get(0);

    assertThat(train.sentences()).isEqualTo(2);
    assertThat(train.tokens()).isEqualTo(13);
    assertThat(train.labels()).containsEntry("PER", 2L).containsEntry("LOC", 2L).hasSize(2);
    assertThat(train.longest()).isEqualTo(8);
    assertThat(train.withoutEntity()).isZero();
  }

  @Test
  void schemeViolationsAreShownWithTheirPlaces() {
    Finding finding = found(check("in/O Old/I-LOC Rome/I-LOC"), CheckKind.SCHEME_VIOLATION);

    assertThat(finding.count()).isEqualTo(1);
    assertThat(finding.examples()).containsExactly("train, row 3: Old/I-LOC Rome/I-LOC");
    assertThat(find(check(), CheckKind.SCHEME_VIOLATION)).isEmpty();
  }

  @Test
  void aLabelThatOccursOnceIsNamed() {
    assertThat(found(check("the/O EU/B-ORG ./O"), CheckKind.RARE_LABEL).message())
        .startsWith("the label ORG occurs once");
  }

  @Test
  void aMisspeltLabelIsNamedBesideTheRightOne() {
    List<LabeledSentence> train =
        new ArrayList<>(Collections.nCopies(20, sentence("took/O aspirin/B-Drug")));
    train.add(sentence("and/O ibuprofen/B-Drugg"));
    train.add(sentence("or/O ibuprofen/B-drug"));

    List<String> messages =
        check(train, List.of()).findings().stream()
            .filter(finding -> finding.kind() == CheckKind.SIMILAR_LABELS)
            .map(Finding::message)
            .toList();

    assertThat(messages)
        .hasSize(2)
        .anyMatch(message -> message.startsWith("Drugg (1) and Drug (20)"))
        .anyMatch(message -> message.startsWith("drug (1) and Drug (20)"));
  }

  @Test
  void theSameSentenceWithTwoLabellingsIsShownWithBothPlaces() {
    Finding finding =
        found(check("Ada/B-LOC lives/O in/O Paris/B-LOC ./O"), CheckKind.CONFLICTING_SENTENCE);

    assertThat(finding.examples())
        .containsExactly("train, row 3 and train, row 1: \u201cAda lives in Paris .\u201d");
  }

  @Test
  void theSameSentenceWithTheSameLabelsIsOnlyRepeated() {
    DataReport report = check("Ada/B-PER lives/O in/O Paris/B-LOC ./O");

    assertThat(found(report, CheckKind.REPEATED_SENTENCE).severity()).isEqualTo(Severity.NOTE);
    assertThat(find(report, CheckKind.CONFLICTING_SENTENCE)).isEmpty();
  }

  @Test
  void aNameThatIsLabelledOtherwiseNowAndThenIsShownWithItsPlaces() {
    List<LabeledSentence> train =
        new ArrayList<>(Collections.nCopies(30, sentence("in/O New/B-LOC York/I-LOC ./O")));
    train.add(sentence("the/O New/B-ORG York/I-ORG team/O"));
    train.add(sentence("to/O New/O York/O ./O"));

    Finding finding = found(check(train, List.of()), CheckKind.CONFLICTING_NAME);

    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
    assertThat(finding.examples())
        .containsExactly(
            "New York: LOC 30 (train, row 1), ORG 1 (train, row 31), no label 1 (train, row 32)");
  }

  @Test
  void whatWasNotAnnotatedIsNoConflict() {
    Supervision partly = new Supervision(Set.of("LOC"), 1);
    List<LabeledSentence> train =
        new ArrayList<>(Collections.nCopies(30, sentence("in/O New/B-LOC York/I-LOC ./O")));
    train.add(sentence("in/O New/O York/O ./O").withSupervision(partly));

    DataReport report = check(train, List.of());

    assertThat(find(report, CheckKind.CONFLICTING_NAME)).isEmpty();
    assertThat(find(report, CheckKind.CONFLICTING_SENTENCE)).isEmpty();
  }

  @Test
  void validationSentencesOfTheTrainingDataAreLeaks() {
    List<LabeledSentence> valid =
        List.of(GOOD.get(0), sentence("Bob/B-PER left/O ./O"), sentence("It/O rains/O ./O"));

    Finding finding = found(check(GOOD, valid), CheckKind.LEAK);

    assertThat(finding.count()).isEqualTo(1);
    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
    assertThat(finding.examples())
        .containsExactly("valid, row 1 and train, row 1: \u201cAda lives in Paris .\u201d");
    assertThat(found(check(GOOD, GOOD), CheckKind.LEAK).severity()).isEqualTo(Severity.ERROR);
  }

  @Test
  void mojibakeIsShownWithWhatWasMeant() {
    DataReport report = check("in/O Z\u00c3\u00bcrich/B-LOC", "a\ufffdb/O");

    assertThat(report.findings().stream().filter(f -> f.kind() == CheckKind.MOJIBAKE))
        .extracting(Finding::examples)
        .containsExactly(
            List.of("train, row 3: Z\u00c3\u00bcrich for Z\u00fcrich"),
            List.of("train, row 4: a\ufffdb"));
    assertThat(find(check("in/O Z\u00fcrich/B-LOC caf\u00e9/O"), CheckKind.MOJIBAKE)).isEmpty();
  }

  @Test
  void aSentenceThatMustBeSeveralIsShown() {
    LabeledSentence all = sentence("a/O ".repeat(300).strip());
    List<LabeledSentence> train = new ArrayList<>(GOOD);
    train.add(all);

    assertThat(found(check(train, List.of()), CheckKind.LONG_SENTENCE).examples())
        .singleElement()
        .asString()
        .startsWith("train, row 3: 300 tokens");
  }

  @Test
  void frequentNamesThatAreNeverLabelledAreListed() {
    List<LabeledSentence> train =
        new ArrayList<>(Collections.nCopies(50, sentence("he/O lives/O in/O Paris/B-LOC ./O")));
    train.addAll(Collections.nCopies(6, sentence("she/O saw/O Grace/O Hopper/O there/O")));

    assertThat(found(check(train, List.of()), CheckKind.UNLABELLED_NAME).examples())
        .containsExactly("Grace Hopper (6)");
  }

  @Test
  void nothingToLearnIsAnError() {
    assertThat(check(List.of(sentence("It/O rains/O")), List.of()).findings())
        .extracting(Finding::severity, Finding::kind)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(Severity.ERROR, CheckKind.NOTHING_TO_LEARN));
  }

  @Test
  void amountAndUnseenNamesOfEachTypeAreEstimated() {
    List<LabeledSentence> train = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      train.add(sentence("met/O P" + (i < 30 ? 0 : i) + "/B-PER in/O Paris/B-LOC"));
    }
    train.add(sentence("the/O EU/B-ORG ./O"));

    List<TypeReport> types = check(train, List.of()).types();

    assertThat(types).extracting(TypeReport::type).containsExactly("LOC", "PER", "ORG");
    assertThat(types.get(1).names()).isEqualTo(31);
    assertThat(types.get(1).unseen()).isCloseTo(0.5, within(1e-12));
    assertThat(types.get(0).unseen()).isZero();
    assertThat(types)
        .extracting(TypeReport::amount)
        .containsExactly(TypeReport.Amount.FEW, TypeReport.Amount.FEW, TypeReport.Amount.TOO_FEW);
  }

  @Test
  void vectorsAreCompared() {
    WordVectors vectors = new WordVectors(List.of("ada", "in", "."), 1, new float[3]);

    DataReport report =
        DataCheck.run(CheckedSentences.of("train", GOOD), CheckedSentences.NONE, vectors);

    assertThat(report.coverage().found()).isEqualTo(5);
    assertThat(report.coverage().asWritten()).isEqualTo(3);
    assertThat(found(report, CheckKind.VECTOR_COVERAGE).severity()).isEqualTo(Severity.WARNING);
  }

  @Test
  void labelsOfTokensAreNoEntities() {
    DataReport report =
        check(
            List.of(sentence("Dogs/NOUN bark/VERB"), sentence("Cats/NOUN sleep/VERB")), List.of());

    assertThat(report.parts().get(0).labels()).containsEntry("NOUN", 2L).hasSize(2);
    assertThat(report.types()).isEmpty();
    assertThat(report.findings()).isEmpty();
  }

  @Test
  void whatIsKeptIsBoundedAndStandsForAll() {
    List<LabeledSentence> train = new ArrayList<>();
    for (int i = 0; i < 4000; i++) {
      LabeledSentence one = sentence("at/O Place" + i + "/B-LOC we/O met/O again/O");
      train.add(one);
      train.add(i % 2 == 0 ? one : sentence("at/O Place" + i + "/B-ORG we/O met/O again/O"));
    }

    DataReport report =
        DataCheck.run(
            CheckedSentences.of("train", train),
            CheckedSentences.of("valid", train.subList(0, 2000)),
            null,
            new DataCheck.Limits(1000, 1000));

    assertThat(report.sampledSentences()).isBetween(4L, 16L);
    assertThat(report.sampledNames()).isBetween(4L, 16L);
    assertThat((double) found(report, CheckKind.CONFLICTING_SENTENCE).count())
        .isCloseTo(2000, within(300.0));
    assertThat((double) found(report, CheckKind.LEAK).count()).isCloseTo(2000, within(400.0));
    assertThat((double) report.types().get(0).names()).isCloseTo(4000, within(500.0));
  }

  @Test
  void theReportIsAJsonObject() {
    assertThat(check("the/O EU/B-ORG ./O").toMap())
        .containsKeys("parts", "types", "findings", "sampled_sentences");
  }
}
