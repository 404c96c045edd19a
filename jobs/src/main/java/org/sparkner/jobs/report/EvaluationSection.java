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

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sparkner.corpus.LabeledSentence;
import org.sparkner.eval.SpanError;
import org.sparkner.eval.SpanReading;
import org.sparkner.tags.Span;

/** What the page shows of an evaluation: the scores, and the mistakes that say most. */
final class EvaluationSection {
  /** Mistakes that are shown. */
  private static final int MISTAKES = 50;

  /** Kinds of mistakes that are listed. */
  private static final int KINDS = 12;

  /** The model was surest of the first; missed spans, of which it says nothing, come last. */
  private static final Comparator<Mistake> BY_CONFIDENCE =
      Comparator.comparingDouble(
          mistake -> Double.isNaN(mistake.confidence()) ? 1 : -mistake.confidence());

  private final Evaluation evaluation;
  private final SpanKnowledge knowledge;

  EvaluationSection(Evaluation evaluation, SpanKnowledge knowledge) {
    this.evaluation = evaluation;
    this.knowledge = knowledge;
  }

  Map<String, Object> toMap() {
    Map<String, Object> map = new LinkedHashMap<>(evaluation.toMap());
    map.put("labels_only", evaluation.report().reading() == SpanReading.LABELS);
    map.put("mistake_count", evaluation.mistakes().size());
    map.put("kinds", kinds());
    List<Map<String, Object>> shown = new ArrayList<>();
    evaluation.mistakes().stream()
        .sorted(BY_CONFIDENCE)
        .limit(MISTAKES)
        .forEach(mistake -> shown.add(shown(mistake)));
    map.put("mistakes", shown);
    return map;
  }

  private List<List<Object>> kinds() {
    Map<String, Integer> counts = new TreeMap<>();
    evaluation.mistakes().forEach(mistake -> counts.merge(mistake.error().kind(), 1, Integer::sum));
    return counts.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .limit(KINDS)
        .map(kind -> List.<Object>of(kind.getKey(), kind.getValue()))
        .toList();
  }

  private Map<String, Object> shown(Mistake mistake) {
    int number = mistake.sentence();
    LabeledSentence sentence = evaluation.gold().get(number);
    SpanError error = mistake.error();
    Span known = error.gold() == null ? error.predicted() : error.gold();
    ShownSentence part = new ShownSentence(sentence.tokens(), error.begin(), error.end());
    SpanReading reading = evaluation.report().reading();
    Map<String, Object> map = part.toMap();
    map.put("kind", error.kind());
    map.put("place", evaluation.places().get(number) + ", sentence " + (number + 1));
    map.put("known", knowledge.of(sentence, known));
    if (!Double.isNaN(mistake.confidence())) {
      map.put("confidence", Math.round(mistake.confidence() * 1e4) / 1e4);
    }
    map.put("gold", part.spans(reading.spans(sentence.tags())));
    map.put("predicted", part.spans(reading.spans(evaluation.predicted().get(number))));
    map.put("wrong_gold", error.gold() == null ? null : part.spans(List.of(error.gold())).get(0));
    map.put(
        "wrong_predicted",
        error.predicted() == null ? null : part.spans(List.of(error.predicted())).get(0));
    return map;
  }
}
