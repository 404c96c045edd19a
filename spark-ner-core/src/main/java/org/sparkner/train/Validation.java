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
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.sparkner.corpus.LabeledSentence;
import org.sparkner.error.InterruptedRunException;
import org.sparkner.eval.EntityEvaluation;
import org.sparkner.eval.Reliability;
import org.sparkner.eval.Scores;
import org.sparkner.eval.SpanReading;
import org.sparkner.model.NerModel;
import org.sparkner.tagger.Entity;
import org.sparkner.tagger.Precision;
import org.sparkner.tagger.TaggedSentence;
import org.sparkner.tagger.Tagger;
import org.sparkner.tags.Span;
import org.sparkner.tags.TagScheme;
import org.sparkner.text.Context;

/** Scores a model on labelled sentences, with the engine that will tag with it. */
final class Validation {
  private static final int SENTENCES_AT_ONCE = 1024;

  /** Where an interruption is waited for between two parts. */
  private static final int SENTENCES_BETWEEN = 256;

  private static final Predicate<String> OUTSIDE = "O"::equals;

  private final List<LabeledSentence> sentences;

  Validation(List<LabeledSentence> sentences) {
    this.sentences = sentences;
  }

  /** Whether there is nothing to be found: no sentence, or none with another tag than O. */
  boolean isEmpty() {
    return sentences.stream().allMatch(sentence -> sentence.tags().stream().allMatch(OUTSIDE));
  }

  /**
   * Precision, recall and F1 from 0 to 1: of entities, or token accuracy thrice for plain labels.
   */
  record Result(double precision, double recall, double f1) {
    /** Of nothing. */
    static final Result NONE = new Result(Double.NaN, Double.NaN, Double.NaN);

    /** In percent, as a model keeps them. */
    Map<String, Double> metrics() {
      return Map.of(
          "valid_precision", 100 * precision, "valid_recall", 100 * recall, "valid_f1", 100 * f1);
    }
  }

  Result score(NerModel model) {
    TagScheme scheme = model.labels().scheme();
    EntityEvaluation evaluation = new EntityEvaluation(SpanReading.CONLLEVAL);
    tag(
        model,
        SENTENCES_AT_ONCE,
        (gold, tagged) ->
            evaluation.add(
                scheme.convert(gold.tags()), gold.supervision().annotated(tagged.tags(), scheme)));
    Scores scores = evaluation.scores();
    // A model of no label but O is right wherever nothing is, which is no merit.
    return scheme == TagScheme.PLAIN && !model.labels().labels().stream().allMatch(OUTSIDE)
        ? new Result(scores.accuracy(), scores.accuracy(), scores.accuracy())
        : new Result(scores.precision(), scores.recall(), scores.f1());
  }

  /**
   * How well the confidences of the entities that a model finds foretell which are right.
   *
   * @throws InterruptedRunException if the thread is interrupted meanwhile
   */
  Reliability reliability(NerModel model) {
    Reliability.Builder reliability = new Reliability.Builder();
    tag(
        model,
        SENTENCES_BETWEEN,
        (gold, tagged) -> {
          if (Thread.interrupted()) {
            throw new InterruptedRunException("The calibration was interrupted; start it again.");
          }
          List<Span> spans = SpanReading.CONLLEVAL.spans(gold.tags());
          for (Entity entity : tagged.entities()) {
            Span found = new Span(entity.begin(), entity.end(), entity.type());
            if (gold.supervision().annotates(entity.type())) {
              reliability.add(entity.confidence(), spans.contains(found));
            }
          }
        });
    return reliability.build();
  }

  private void tag(NerModel model, int atOnce, BiConsumer<LabeledSentence, TaggedSentence> each) {
    Tagger tagger = Tagger.of(model, Precision.F32);
    for (int from = 0; from < sentences.size(); from += atOnce) {
      List<LabeledSentence> part =
          sentences.subList(from, Math.min(from + atOnce, sentences.size()));
      List<List<String>> tokens = new ArrayList<>();
      List<List<String>> attributes = new ArrayList<>();
      List<Context> contexts = new ArrayList<>();
      for (LabeledSentence sentence : part) {
        tokens.add(sentence.tokens());
        attributes.add(sentence.attributes());
        contexts.add(sentence.context());
      }
      List<TaggedSentence> tagged = tagger.tagSentences(tokens, attributes, contexts, false);
      for (int i = 0; i < part.size(); i++) {
        each.accept(part.get(i), tagged.get(i));
      }
    }
  }
}
