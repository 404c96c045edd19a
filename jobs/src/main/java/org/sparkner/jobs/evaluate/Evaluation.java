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

package org.sparkner.jobs.evaluate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sparkner.corpus.LabeledSentence;
import org.sparkner.corpus.Supervision;
import org.sparkner.error.BadDataException;
import org.sparkner.error.UsageException;
import org.sparkner.eval.ConllevalReport;
import org.sparkner.eval.EntityEvaluation;
import org.sparkner.eval.EvaluationReport;
import org.sparkner.eval.Reliability;
import org.sparkner.eval.SpanError;
import org.sparkner.eval.SpanReading;
import org.sparkner.jobs.console.Figures;
import org.sparkner.jobs.console.StatusLine;
import org.sparkner.jobs.labeled.LabeledData;
import org.sparkner.tagger.Entity;
import org.sparkner.tagger.TaggedSentence;
import org.sparkner.tagger.Tagger;
import org.sparkner.tags.Span;
import org.sparkner.tags.TagScheme;

/**
 * A model's tags beside the gold ones.
 *
 * @param conlleval the scores as conlleval prints them
 * @param report the scores, their interval and the confusion of types
 * @param gold sentences
 * @param places where each of them stands
 * @param predicted tags of each, in the scheme of the gold ones
 * @param judged the entities found in each that count
 * @param mistakes the wrong spans, in the order of the sentences
 */
record Evaluation(
    String conlleval,
    EvaluationReport report,
    List<LabeledSentence> gold,
    List<String> places,
    List<List<String>> predicted,
    List<List<Judged>> judged,
    List<Mistake> mistakes) {
  /** An entity that was found, by its confidence, 0 to 1. */
  record Judged(double confidence, boolean right) {}

  private static final int BATCH = 256;

  /**
   * Tags the sentences and compares. Of a sentence, only types that are annotated there count.
   *
   * @param source of the sentences, for messages
   * @param strict whether only well-formed spans count
   * @throws BadDataException if the model knows none of the types
   * @throws UsageException if the scheme has no strict reading
   */
  static Evaluation of(
      Tagger tagger, LabeledData.Placed data, String source, boolean strict, StatusLine progress) {
    List<LabeledSentence> gold = data.sentences();
    TagScheme scheme = scheme(tagger, gold, source);
    SpanReading reading = reading(scheme, strict, source);
    EntityEvaluation counts = new EntityEvaluation(reading);
    List<List<String>> predicted = new ArrayList<>(gold.size());
    List<List<Judged>> judged = new ArrayList<>(gold.size());
    List<Mistake> mistakes = new ArrayList<>();
    progress.begin("tagging " + source);
    long begin = System.nanoTime();
    long tokens = 0;
    for (int from = 0; from < gold.size(); from += BATCH) {
      List<LabeledSentence> batch = gold.subList(from, Math.min(from + BATCH, gold.size()));
      for (TaggedSentence sentence :
          tagger.tagSentences(
              batch.stream().map(LabeledSentence::tokens).toList(),
              batch.stream().map(LabeledSentence::attributes).toList(),
              batch.stream().map(LabeledSentence::context).toList(),
              false)) {
        LabeledSentence labeled = gold.get(predicted.size());
        Supervision annotated = labeled.supervision();
        List<String> tags = annotated.annotated(scheme.convert(sentence.tags()), scheme);
        List<String> goldTags = labeled.tags();
        counts.add(goldTags, tags);
        List<Span> goldSpans = reading.spans(goldTags);
        Map<Span, Double> confidences = new HashMap<>();
        List<Judged> entities = new ArrayList<>();
        for (Entity entity : sentence.entities()) {
          if (!annotated.annotates(entity.type())) {
            continue;
          }
          Span found = new Span(entity.begin(), entity.end(), entity.type());
          entities.add(new Judged(entity.confidence(), goldSpans.contains(found)));
          confidences.put(found, entity.confidence());
        }
        for (SpanError error : SpanError.of(goldSpans, reading.spans(tags))) {
          double confidence = confidences.getOrDefault(error.predicted(), Double.NaN);
          mistakes.add(new Mistake(predicted.size(), error, confidence));
        }
        predicted.add(tags);
        judged.add(entities);
        tokens += tags.size();
      }
      double seconds = (System.nanoTime() - begin) / 1e9;
      progress.update(
          String.format(
              Locale.ROOT,
              "tagging %s · %,d of %,d sentences · %,.0f tokens/s · %s left",
              source,
              predicted.size(),
              gold.size(),
              tokens / seconds,
              Figures.duration(seconds * gold.size() / predicted.size() - seconds)));
    }
    EvaluationReport report =
        EvaluationReport.of(counts, tagger.labels().types(), reliability(judged));
    warnOfUnknown(report, tagger.labels().types(), source, progress);
    if (report.scores().overall().gold() == 0) {
      progress.print("warning: " + source + ": no entity, so recall and F1 are of nothing");
    }
    return new Evaluation(
        ConllevalReport.format(report.scores()),
        report,
        gold,
        data.places(),
        predicted,
        judged,
        mistakes);
  }

  /** How right the confidences of some sentences' entities are. */
  static Reliability reliability(List<List<Judged>> judged) {
    Reliability.Builder reliability = new Reliability.Builder();
    judged.forEach(
        entities -> entities.forEach(each -> reliability.add(each.confidence(), each.right())));
    return reliability.build();
  }

  private static TagScheme scheme(Tagger tagger, List<LabeledSentence> gold, String source) {
    List<List<String>> tags = gold.stream().map(LabeledSentence::tags).toList();
    TagScheme found = TagScheme.detect(tags);
    boolean plainModel = tagger.labels().scheme() == TagScheme.PLAIN;
    if (plainModel) {
      if (found != TagScheme.PLAIN) {
        throw new BadDataException(
            source + ": the tags are " + found + ", but the model's labels are plain ones");
      }
      return found;
    }
    if (found != TagScheme.PLAIN) {
      return found;
    }
    // Sentences without any entity have no scheme of their own.
    for (List<String> sentence : tags) {
      for (String tag : sentence) {
        if (!tag.equals("O")) {
          throw new BadDataException(
              source + ": found the tag " + tag + ", expected O or a tag such as B-PER");
        }
      }
    }
    return TagScheme.IOB2;
  }

  private static SpanReading reading(TagScheme scheme, boolean strict, String source) {
    if (!strict) {
      return SpanReading.of(scheme);
    }
    if (scheme != TagScheme.IOB2 && scheme != TagScheme.BIOES) {
      throw new UsageException(
          "--strict reads IOB2 or BIOES, but the tags of " + source + " are " + scheme);
    }
    return SpanReading.strict(scheme);
  }

  private static void warnOfUnknown(
      EvaluationReport report, List<String> known, String source, StatusLine progress) {
    Map<String, Long> unknown = report.unknownTypes();
    if (unknown.isEmpty()) {
      return;
    }
    long found = unknown.values().stream().mapToLong(Long::longValue).sum();
    if (found == report.scores().overall().gold()) {
      throw new BadDataException(
          source
              + ": the model knows none of the types "
              + String.join(", ", unknown.keySet())
              + "; it knows "
              + String.join(", ", known));
    }
    progress.print(
        "warning: "
            + source
            + ": the model does not know "
            + Figures.counts(unknown)
            + "; they count as missed");
  }
}
