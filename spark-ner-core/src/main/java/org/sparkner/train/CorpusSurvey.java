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

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import org.sparkner.corpus.LabeledSentence;
import org.sparkner.error.BadDataException;
import org.sparkner.tags.LabelSet;
import org.sparkner.tags.Span;
import org.sparkner.tags.TagScheme;

/** The first pass over the training data: in seconds it tells what is there and what is wrong. */
final class CorpusSurvey {
  private static final int LONGEST = 10;

  private final TagScheme scheme;
  private final Map<String, Long> entities = new TreeMap<>();
  private final Set<String> vocabulary = new HashSet<>();
  private final Set<String> plainLabels = new LinkedHashSet<>();
  private final PriorityQueue<Integer> longest = new PriorityQueue<>();
  private long sentences;
  private long tokens;
  private long violations;

  private CorpusSurvey(TagScheme scheme) {
    this.scheme = scheme;
  }

  /**
   * @throws BadDataException if there is no sentence
   */
  static CorpusSurvey of(List<LabeledSentence> train) {
    if (train.isEmpty()) {
      throw new BadDataException(
          "The training data holds no sentence; give a file of labelled sentences (see --format and its columns).");
    }
    CorpusSurvey survey = new CorpusSurvey(TagScheme.detect(tags(train)));
    train.forEach(survey::add);
    return survey;
  }

  private static Collection<List<String>> tags(List<LabeledSentence> sentences) {
    List<List<String>> tags = new ArrayList<>(sentences.size());
    sentences.forEach(sentence -> tags.add(sentence.tags()));
    return tags;
  }

  private void add(LabeledSentence sentence) {
    sentences++;
    tokens += sentence.size();
    vocabulary.addAll(sentence.tokens());
    if (scheme == TagScheme.PLAIN) {
      plainLabels.addAll(sentence.tags());
    } else {
      for (Span span : TagScheme.spans(sentence.tags())) {
        entities.merge(span.type(), 1L, Long::sum);
      }
      violations += scheme.accepts(sentence.tags()) ? 0 : 1;
    }
    longest.add(sentence.size());
    if (longest.size() > LONGEST) {
      longest.poll();
    }
  }

  TagScheme scheme() {
    return scheme;
  }

  long tokens() {
    return tokens;
  }

  /** BIOES of the types found, or the plain labels in alphabetical order. */
  LabelSet labels() {
    if (scheme == TagScheme.PLAIN) {
      return LabelSet.of(TagScheme.PLAIN, plainLabels.stream().sorted().toList());
    }
    return LabelSet.bioes(entities.keySet());
  }

  CorpusReport report(double unknownRate, List<LabeledSentence> valid) {
    return new CorpusReport(
        sentences,
        tokens,
        scheme,
        labels().labels(),
        Map.copyOf(entities),
        vocabulary.size(),
        unknownRate,
        violations,
        longest.stream().sorted((a, b) -> b - a).toList(),
        valid.size(),
        valid.stream().mapToLong(LabeledSentence::size).sum());
  }
}
