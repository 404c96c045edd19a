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
import org.sparkner.corpus.LabeledSentence;
import org.sparkner.corpus.SentencePlace;
import org.sparkner.lexicon.PretrainedWords;
import org.sparkner.lexicon.WordVectors;
import org.sparkner.tags.Span;
import org.sparkner.tags.TagScheme;

/**
 * Checks labelled data. The training data is read twice and the validation data once, sentence by
 * sentence; what is kept of them is at most some 100 MB.
 *
 * <p>Sentences that were {@linkplain org.sparkner.corpus.Supervision not annotated for all types}
 * are not asked why something in them has no label, nor compared with others.
 */
public final class DataCheck {
  /** Sentences and names that are compared with each other, before they are sampled. */
  record Limits(int sentences, int names) {
    static final Limits DEFAULT = new Limits(500_000, 100_000);
  }

  /** Tokens of a sentence that are shown. */
  private static final int SHOWN = 8;

  private final Places places = new Places();
  private final PartCounts train = new PartCounts();
  private final PartCounts valid = new PartCounts();
  private final SentenceChecks sentences;
  private final NameTable names;
  private final UnlabelledNames unlabelled = new UnlabelledNames();
  private final TextChecks texts = new TextChecks();
  private final VectorChecks vectors;
  private final Tally violations = new Tally();

  private DataCheck(WordVectors vectors, Limits limits) {
    sentences = new SentenceChecks(limits.sentences());
    names = new NameTable(limits.names());
    this.vectors = vectors == null ? null : new VectorChecks(new PretrainedWords(vectors));
  }

  /**
   * Checks data.
   *
   * @param train to learn from
   * @param valid to validate on, or {@link CheckedSentences#NONE}
   * @param vectors pretrained word vectors, or null
   */
  public static DataReport run(
      CheckedSentences train, CheckedSentences valid, WordVectors vectors) {
    return run(train, valid, vectors, Limits.DEFAULT);
  }

  static DataReport run(
      CheckedSentences train, CheckedSentences valid, WordVectors vectors, Limits limits) {
    return new DataCheck(vectors, limits).report(train, valid);
  }

  private DataReport report(CheckedSentences toTrain, CheckedSentences toValidate) {
    toTrain.forEach(this::addTraining);
    toValidate.forEach(this::addValidation);
    names.prepareSearch();
    toTrain.forEach(this::searchTraining);

    boolean chunks = train.scheme() != TagScheme.PLAIN;
    PartReport trained = train.report("train");
    PartReport validated = valid.report("valid");
    List<TypeReport> types = chunks ? Types.of(trained, validated, names) : List.of();
    List<Finding> findings = new ArrayList<>();
    findings.addAll(LabelFindings.of(trained, validated));
    violations(trained, findings);
    findings.addAll(sentences.findings(validated.sentences()));
    if (chunks) {
      findings.addAll(new NameFindings(names, places).all(unlabelled));
      findings.addAll(Types.findings(types));
    }
    findings.addAll(texts.findings());
    if (vectors != null) {
      findings.addAll(vectors.findings());
    }
    findings.sort(Comparator.comparing(Finding::severity).thenComparing(Finding::kind));
    return new DataReport(
        validated.sentences() == 0 ? List.of(trained) : List.of(trained, validated),
        types,
        vectors == null ? null : vectors.coverage(),
        sentences.sampled(),
        names.sampled(),
        findings);
  }

  private void violations(PartReport trained, List<Finding> findings) {
    if (train.violations() > 0) {
      findings.add(
          new Finding(
              Severity.WARNING,
              CheckKind.SCHEME_VIOLATION,
              train.violations(),
              String.format(
                  Locale.ROOT,
                  "%,d of %,d sentences have tags that %s does not allow; they are read as conlleval"
                      + " reads them, so look whether that is what was meant",
                  train.violations(),
                  trained.sentences(),
                  trained.scheme()),
              violations.examples()));
    }
  }

  private void addTraining(LabeledSentence sentence, SentencePlace place) {
    List<Span> spans = TagScheme.spans(sentence.tags());
    long packed = places.pack(place);
    train.add(sentence.tags(), spans);
    sentences.addTraining(sentence, packed, places);
    texts.add(sentence, place);
    if (vectors != null) {
      sentence.tokens().forEach(vectors::add);
    }
    if (!train.isPlain()) {
      spans.forEach(span -> names.add(sentence.tokens(), span, packed));
      if (isWhole(sentence)) {
        unlabelled.add(sentence.tokens(), spans);
      }
    }
  }

  private void addValidation(LabeledSentence sentence, SentencePlace place) {
    valid.add(sentence.tags(), TagScheme.spans(sentence.tags()));
    sentences.addValidation(sentence, place, places);
    texts.add(sentence, place);
  }

  private void searchTraining(LabeledSentence sentence, SentencePlace place) {
    TagScheme scheme = train.scheme();
    if (scheme == TagScheme.PLAIN) {
      return;
    }
    if (!scheme.accepts(sentence.tags())) {
      violations.add(() -> place + ": " + tagged(sentence));
    }
    if (isWhole(sentence)) {
      names.search(sentence.tokens(), TagScheme.spans(sentence.tags()), places.pack(place));
    }
  }

  /** Whether all types were annotated in it. */
  static boolean isWhole(LabeledSentence sentence) {
    return sentence.supervision().latentTypes().isEmpty();
  }

  /** The tokens in entities with their tags, and those beside them. */
  private static String tagged(LabeledSentence sentence) {
    List<String> shown = new ArrayList<>();
    for (int i = 0; i < sentence.size() && shown.size() < SHOWN; i++) {
      if (!sentence.tags().get(i).equals("O")) {
        shown.add(sentence.tokens().get(i) + "/" + sentence.tags().get(i));
      }
    }
    return String.join(" ", shown);
  }

  /** The beginning of a sentence, for messages. */
  static String shown(LabeledSentence sentence) {
    List<String> tokens = sentence.tokens();
    return "\u201c"
        + String.join(" ", tokens.subList(0, Math.min(SHOWN, tokens.size())))
        + (tokens.size() > SHOWN ? " \u2026" : "")
        + "\u201d";
  }
}
