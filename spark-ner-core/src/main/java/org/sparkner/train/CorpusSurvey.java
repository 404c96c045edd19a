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

package org.sparkner.train;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.sparkner.corpus.LabeledSentence;
import org.sparkner.error.BadDataException;
import org.sparkner.lexicon.AttributeValues;
import org.sparkner.lexicon.VectorCoverage;
import org.sparkner.tags.LabelSet;
import org.sparkner.tags.SchemeVotes;
import org.sparkner.tags.Span;
import org.sparkner.tags.TagCounts;
import org.sparkner.tags.TagScheme;

/**
 * The first pass over the training data: in seconds it tells what is there and what is wrong. Parts
 * of the data may be surveyed apart and merged.
 */
public final class CorpusSurvey implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST = 10;

  /** Tokens of a sentence that a message shows. */
  private static final int SHOWN = 5;

  private final SchemeVotes votes = new SchemeVotes();
  private final TreeMap<String, Long> entities = new TreeMap<>();
  private final TagCounts tags = new TagCounts();
  private final SentenceWatch watch;
  private final TreeSet<String> attributes = new TreeSet<>();
  private final TeacherAgreement agreement = new TeacherAgreement();
  private final PriorityQueue<Integer> longest = new PriorityQueue<>();
  private long sentences;
  private long tokens;

  /** Sentences that people labelled, whose tags have the scheme. */
  private long gold;

  /** A sentence without attributes, as a message shows it; null where all have them. */
  private String withoutAttributes;

  /** Of the training data, looking out for sentences to validate on among them. */
  static CorpusSurvey of(List<LabeledSentence> train, List<LabeledSentence> valid) {
    CorpusSurvey survey = lookingOutFor(valid);
    train.forEach(survey::add);
    return survey;
  }

  /** Of no sentence yet. */
  public CorpusSurvey() {
    this(SentenceWatch.of(List.of()));
  }

  private CorpusSurvey(SentenceWatch watch) {
    this.watch = watch;
  }

  /** Of no sentence yet; it looks out for sentences that should not be among those it reads. */
  public static CorpusSurvey lookingOutFor(List<LabeledSentence> valid) {
    return new CorpusSurvey(SentenceWatch.of(valid));
  }

  /** Of no sentence yet; it looks out for the same sentences. */
  public CorpusSurvey anew() {
    return new CorpusSurvey(watch.anew());
  }

  /** Reads a sentence. */
  public void add(LabeledSentence sentence) {
    sentences++;
    tokens += sentence.size();
    tags.add(sentence.tags());
    watch.see(sentence);
    agreement.add(sentence);
    if (sentence.supervision().silver() == null) {
      gold++;
      votes.add(sentence.tags());
    }
    if (!votes.plain()) {
      for (Span span : TagScheme.spans(sentence.tags())) {
        entities.merge(span.type(), 1L, Long::sum);
      }
    }
    addLength(sentence.size());
    attributes.addAll(sentence.attributes());
    if (withoutAttributes == null && sentence.attributes().isEmpty()) {
      withoutAttributes = beginning(sentence);
    }
  }

  private static String beginning(LabeledSentence sentence) {
    return String.join(" ", sentence.tokens().subList(0, Math.min(SHOWN, sentence.size())));
  }

  private void addLength(int length) {
    longest.add(length);
    if (longest.size() > LONGEST) {
      longest.poll();
    }
  }

  /** Takes in what was found elsewhere. */
  public void merge(CorpusSurvey other) {
    sentences += other.sentences;
    tokens += other.tokens;
    tags.merge(other.tags);
    watch.merge(other.watch);
    gold += other.gold;
    votes.merge(other.votes);
    agreement.merge(other.agreement);
    other.entities.forEach((type, count) -> entities.merge(type, count, Long::sum));
    other.longest.forEach(this::addLength);
    attributes.addAll(other.attributes);
    withoutAttributes = withoutAttributes == null ? other.withoutAttributes : withoutAttributes;
  }

  /**
   * @throws BadDataException if there is no sentence
   */
  void requireSentences() {
    if (sentences == 0) {
      throw new BadDataException(
          "The training data holds no sentence; give a file of labelled sentences (see --format and"
              + " its columns).");
    }
  }

  /**
   * @throws BadDataException if a teacher labelled sentences for other types than people did
   */
  void requireAgreement() {
    agreement.require();
  }

  /**
   * @param valid sentences to validate on
   * @throws BadDataException if a sentence here or there has no attributes
   */
  void requireAttributes(List<LabeledSentence> valid) {
    refuse(withoutAttributes, "training");
    valid.stream()
        .filter(sentence -> sentence.attributes().isEmpty())
        .findFirst()
        .ifPresent(sentence -> refuse(beginning(sentence), "validation"));
  }

  private static void refuse(String sentence, String data) {
    if (sentence != null) {
      throw new BadDataException(
          "The model is to read an attribute of each token, but a sentence of the "
              + data
              + " data has none; it begins with: "
              + sentence
              + ". Give data that has them and say where they are, or leave out the dimension of"
              + " their vectors.");
    }
  }

  /** The attributes of all tokens. */
  AttributeValues attributeValues() {
    return AttributeValues.of(attributes);
  }

  /** The tags as they are written. */
  public TagCounts tags() {
    return tags;
  }

  /** The scheme of the tags. */
  public TagScheme scheme() {
    return votes.scheme();
  }

  /** Sentences read. */
  public long sentences() {
    return sentences;
  }

  long tokens() {
    return tokens;
  }

  /** BIOES of the types found, or the plain labels in alphabetical order. */
  LabelSet labels() {
    return scheme() == TagScheme.PLAIN
        ? LabelSet.of(TagScheme.PLAIN, List.copyOf(tags.tags()))
        : LabelSet.bioes(types());
  }

  /** The types found, and those that a teacher would have found. */
  private Set<String> types() {
    Set<String> types = new TreeSet<>(entities.keySet());
    types.addAll(agreement.teacherTypes());
    return types;
  }

  /** Spans of each type, or tokens of each plain label. */
  SortedMap<String, Long> counts() {
    return scheme() == TagScheme.PLAIN ? tags.counts() : entities;
  }

  /** Whether there is no tag but O. */
  boolean tagsNothing() {
    return tags.tags().equals(Set.of("O"));
  }

  /** Whether a sentence of these tokens, one of those that it looks out for, was among them. */
  boolean saw(LabeledSentence sentence) {
    return watch.saw(sentence);
  }

  /**
   * @param unknownRate share of tokens that the lexicon does not know; NaN without a lexicon
   * @param coverage by pretrained vectors; null where there are none
   */
  CorpusReport report(
      long vocabulary, double unknownRate, VectorCoverage coverage, List<LabeledSentence> valid) {
    boolean plain = scheme() == TagScheme.PLAIN;
    return CorpusReportBuilder.builder()
        .sentences(sentences)
        .tokens(tokens)
        .scheme(scheme())
        .labels(labels().labels())
        .entities(plain ? Map.of() : Map.copyOf(entities))
        .vocabulary(vocabulary)
        .unknownRate(unknownRate)
        .coverage(coverage)
        .violations(plain ? 0 : gold - votes.accepted(scheme()))
        .longest(longest.stream().sorted((a, b) -> b - a).toList())
        .validSentences(valid.size())
        .validTokens(valid.stream().mapToLong(LabeledSentence::size).sum())
        .warnings(new DataWarnings(this, valid).with(coverage))
        .build();
  }
}
