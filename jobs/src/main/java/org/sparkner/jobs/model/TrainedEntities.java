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

package org.sparkner.jobs.model;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.sparkner.corpus.CorpusFingerprint;
import org.sparkner.corpus.LabeledSentence;
import org.sparkner.corpus.UnorderedFingerprint;
import org.sparkner.eval.SpanReading;
import org.sparkner.model.NerModel;
import org.sparkner.tags.Span;
import org.sparkner.tags.TagScheme;

/** The entities of the training data, to tell which of others a model has seen. */
public final class TrainedEntities {
  private final Map<String, Map<String, Long>> types = new HashMap<>();

  public static TrainedEntities of(List<LabeledSentence> train) {
    TrainedEntities entities = new TrainedEntities();
    SpanReading reading =
        SpanReading.of(TagScheme.detect(train.stream().map(LabeledSentence::tags).toList()));
    for (LabeledSentence sentence : train) {
      for (Span span : reading.spans(sentence.tags())) {
        entities
            .types
            .computeIfAbsent(text(sentence, span), text -> new TreeMap<>())
            .merge(span.type(), 1L, Long::sum);
      }
    }
    return entities;
  }

  /** Whether a model was trained on these sentences, in whatever order. */
  public static boolean areOf(NerModel model, List<LabeledSentence> sentences) {
    String trained = model.training().trainingFingerprint();
    UnorderedFingerprint unordered = new UnorderedFingerprint();
    sentences.forEach(unordered::add);
    return trained.equals(CorpusFingerprint.of(sentences)) || trained.equals(unordered.value());
  }

  private static String text(LabeledSentence sentence, Span span) {
    return String.join(" ", sentence.tokens().subList(span.begin(), span.end()));
  }

  /** Whether, and as what, a span's text is one of them. */
  public String seen(LabeledSentence sentence, Span span) {
    Map<String, Long> seen = types.get(text(sentence, span));
    if (seen == null) {
      return "not seen in training";
    }
    String counts =
        seen.entrySet().stream()
            .map(type -> type.getKey() + " " + times(type.getValue()))
            .collect(Collectors.joining(", "));
    return "seen in training"
        + (seen.containsKey(span.type()) ? " as " : ", but only as ")
        + counts;
  }

  /** The same without numbers: one of three groups that share all spans among them. */
  public String familiarity(LabeledSentence sentence, Span span) {
    Map<String, Long> seen = types.get(text(sentence, span));
    return seen == null
        ? "not seen"
        : seen.containsKey(span.type()) ? "same type" : "other types only";
  }

  private static String times(long count) {
    return count == 1
        ? "once"
        : count == 2 ? "twice" : String.format(Locale.ROOT, "%,d times", count);
  }
}
