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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.sparkner.corpus.LabeledSentence;
import org.sparkner.eval.Counts;
import org.sparkner.eval.PairedBootstrap;
import org.sparkner.eval.Scores;
import org.sparkner.eval.SpanReading;
import org.sparkner.tags.Span;

/**
 * Two models on the same sentences.
 *
 * @param names of both
 * @param first evaluation of the first
 * @param second evaluation of the second, of the same sentences
 * @param difference of their F1
 * @param differing sentences in which they find other spans, in order
 */
public record ModelComparison(
    List<String> names,
    Evaluation first,
    Evaluation second,
    PairedBootstrap.Result difference,
    List<Differing> differing) {
  private static final int RESAMPLES = 10_000;
  private static final long SEED = 1;

  /**
   * A sentence in which both find other spans.
   *
   * @param sentence its index
   * @param better which model has more of its spans right and fewer wrong: 1 or 2, 0 for neither
   */
  record Differing(int sentence, int better) {}

  /** Compares two evaluations of the same sentences. */
  public static ModelComparison of(List<String> names, List<Evaluation> evaluations) {
    Evaluation first = evaluations.get(0);
    Evaluation second = evaluations.get(1);
    PairedBootstrap bootstrap = new PairedBootstrap();
    List<Differing> differing = new ArrayList<>();
    for (int i = 0; i < first.gold().size(); i++) {
      Counts one = counts(first, i);
      Counts two = counts(second, i);
      bootstrap.add(one, two);
      if (!new HashSet<>(found(first, i)).equals(new HashSet<>(found(second, i)))) {
        differing.add(new Differing(i, better(one, two)));
      }
    }
    return new ModelComparison(
        names, first, second, bootstrap.run(RESAMPLES, SEED), List.copyOf(differing));
  }

  private static int better(Counts one, Counts two) {
    int order = Long.compare(errors(one), errors(two));
    return order < 0 ? 1 : order > 0 ? 2 : 0;
  }

  private static long errors(Counts counts) {
    return counts.gold() + counts.predicted() - 2 * counts.correct();
  }

  private static Counts counts(Evaluation evaluation, int sentence) {
    List<Span> gold = gold(evaluation, sentence);
    List<Span> found = found(evaluation, sentence);
    Set<Span> correct = new HashSet<>(gold);
    correct.retainAll(found);
    return new Counts(gold.size(), found.size(), correct.size());
  }

  private static List<Span> gold(Evaluation evaluation, int sentence) {
    return evaluation.report().reading().spans(evaluation.gold().get(sentence).tags());
  }

  private static List<Span> found(Evaluation evaluation, int sentence) {
    SpanReading reading = evaluation.report().reading();
    return reading.spans(evaluation.predicted().get(sentence));
  }

  private long better(int model) {
    return differing.stream().filter(each -> each.better() == model).count();
  }

  /** The comparison for a terminal. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    int width = Math.max(5, types().stream().mapToInt(String::length).max().orElse(0));
    lines.add("first   " + names.get(0));
    lines.add("second  " + names.get(1));
    lines.add("");
    lines.add(format("%-" + width + "s  %9s  %9s  %10s", "F1", "first", "second", "difference"));
    Scores one = first.report().scores();
    Scores two = second.report().scores();
    for (String type : types()) {
      lines.add(
          line(
              type,
              width,
              one.byType().getOrDefault(type, Counts.NONE),
              two.byType().getOrDefault(type, Counts.NONE)));
    }
    lines.add(line("all", width, one.overall(), two.overall()));
    lines.add("");
    lines.add(
        format(
            "difference of F1 %+.2f, 95 %% interval %+.2f to %+.2f, p = %.4f (paired bootstrap, %,d"
                + " sentences)",
            100 * difference.difference(),
            100 * difference.low(),
            100 * difference.high(),
            difference.pValue(),
            first.gold().size()));
    lines.add(
        format(
            "they differ in %,d sentences: the first is better in %,d, the second in %,d",
            differing.size(), better(1), better(2)));
    return lines;
  }

  private Set<String> types() {
    Set<String> types = new TreeSet<>(first.report().scores().byType().keySet());
    types.addAll(second.report().scores().byType().keySet());
    return types;
  }

  private static String line(String name, int width, Counts one, Counts two) {
    return format(
        "%-" + width + "s  %9.2f  %9.2f  %+10.2f",
        name,
        100 * one.f1(),
        100 * two.f1(),
        100 * (two.f1() - one.f1()));
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }

  /** The comparison as maps, strings and numbers, for a JSON writer; scores are percentages. */
  public Map<String, Object> toMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("names", names);
    map.put("first", first.toMap());
    map.put("second", second.toMap());
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("f1", rounded(100 * difference.difference()));
    result.put("f1_low", rounded(100 * difference.low()));
    result.put("f1_high", rounded(100 * difference.high()));
    result.put("p_value", rounded(difference.pValue()));
    result.put("resamples", RESAMPLES);
    map.put("difference", result);
    map.put("differing_sentences", differing.size());
    map.put("first_better", better(1));
    map.put("second_better", better(2));
    return map;
  }

  /** The same, with the first sentences that differ, as the page shows them. */
  Map<String, Object> toPage(int sentences) {
    Map<String, Object> map = toMap();
    List<Map<String, Object>> shown = new ArrayList<>();
    for (Differing each : differing.subList(0, Math.min(sentences, differing.size()))) {
      LabeledSentence sentence = first.gold().get(each.sentence());
      ShownSentence part = ShownSentence.of(sentence.tokens());
      Map<String, Object> fields = part.toMap();
      fields.put(
          "place", first.places().get(each.sentence()) + ", sentence " + (each.sentence() + 1));
      fields.put("better", each.better());
      fields.put("gold", part.spans(gold(first, each.sentence())));
      fields.put("first", part.spans(found(first, each.sentence())));
      fields.put("second", part.spans(found(second, each.sentence())));
      shown.add(fields);
    }
    map.put("sentences", shown);
    return map;
  }

  private static double rounded(double number) {
    return Math.round(number * 1e4) / 1e4;
  }
}
