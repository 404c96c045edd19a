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

package org.sparkner.jobs.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sparkner.corpus.LabeledSentence;
import org.sparkner.jobs.model.TrainedEntities;
import org.sparkner.lexicon.Lexicon;
import org.sparkner.model.NerModel;
import org.sparkner.model.NeuralModel;
import org.sparkner.tags.Span;

/**
 * What a model knows of the words of a span: whether training saw them as an entity, and whether a
 * network has vectors of them.
 *
 * @param lexicon of a network; null for other models, which tell of no words
 * @param trained entities of the training data; null where that is not at hand
 */
public record SpanKnowledge(Lexicon lexicon, TrainedEntities trained) {
  /** What is known of spans by a model and, where it is at hand, its training data. */
  public static SpanKnowledge of(NerModel model, TrainedEntities trained) {
    return new SpanKnowledge(
        model instanceof NeuralModel network ? network.lexicon() : null, trained);
  }

  /** Words that follow after a place, or none. */
  public String of(LabeledSentence sentence, Span span) {
    if (trained != null) {
      return trained.seen(sentence, span);
    }
    if (lexicon == null) {
      return "";
    }
    List<String> unknown = unknown(sentence, span);
    return unknown.isEmpty()
        ? "words known to the model"
        : "unknown to the model: " + String.join(" ", unknown);
  }

  private List<String> unknown(LabeledSentence sentence, Span span) {
    return sentence.tokens().subList(span.begin(), span.end()).stream()
        .filter(token -> lexicon.row(token) == Lexicon.UNKNOWN_WORD)
        .distinct()
        .toList();
  }

  /** What the reader could do to be told more, or nothing. */
  public String hint() {
    return trained == null ? " With --train, evaluate says which were seen in training." : "";
  }

  /** The group of a span in each breakdown. */
  Map<String, String> groups(LabeledSentence sentence, Span span) {
    Map<String, String> groups = new LinkedHashMap<>();
    int length = span.end() - span.begin();
    groups.put(
        "length", length == 1 ? "1 token" : length > 3 ? "4 tokens or more" : length + " tokens");
    if (lexicon != null) {
      groups.put("words", unknown(sentence, span).isEmpty() ? "all known" : "some unknown");
    }
    if (trained != null) {
      groups.put("training", trained.familiarity(sentence, span));
    }
    return groups;
  }
}
