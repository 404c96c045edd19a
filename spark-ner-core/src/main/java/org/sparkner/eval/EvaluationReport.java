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

package org.sparkner.eval;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;

/**
 * Everything that is worth telling about an evaluation.
 *
 * @param reading how spans were read
 * @param scores the counts
 * @param f1Interval 95 % bootstrap interval of the overall F1
 * @param confusion which types were taken for which
 * @param unknownTypes gold spans of each type that the model does not know and so cannot find; they
 *     count as missed
 * @param reliability of the predicted spans' confidences; without predictions for plain labels
 */
public record EvaluationReport(
    SpanReading reading,
    Scores scores,
    Interval f1Interval,
    TypeConfusion confusion,
    SortedMap<String, Long> unknownTypes,
    Reliability reliability) {
  private static final int RESAMPLES = 1000;
  private static final long SEED = 1;
  private static final String NONE = "-";

  /**
   * The report of an evaluation, its interval from 1,000 resamples of seed 1.
   *
   * @param modelTypes the types that the model can predict
   */
  public static EvaluationReport of(
      EntityEvaluation evaluation, Collection<String> modelTypes, Reliability reliability) {
    Scores scores = evaluation.scores();
    return new EvaluationReport(
        evaluation.reading(),
        scores,
        evaluation.f1Interval(RESAMPLES, SEED),
        evaluation.confusion(),
        scores.goldSpansOutside(modelTypes),
        reliability);
  }

  /**
   * The report as maps, strings and numbers, for a JSON writer. Scores are percentages of two
   * decimals, as conlleval's; spans are counted.
   */
  public Map<String, Object> toMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("reading", reading.name());
    map.put("sentences", scores.sentences());
    map.put("tokens", scores.tokens());
    map.put("accuracy", rounded(ConllevalReport.percent(scores.correctTokens(), scores.tokens())));
    putScores(map, scores.overall());
    map.put("f1_low", rounded(100 * f1Interval.low()));
    map.put("f1_high", rounded(100 * f1Interval.high()));
    map.put("macro_f1", rounded(100 * scores.macroF1()));
    Map<String, Object> types = new LinkedHashMap<>();
    scores.byType().forEach((type, counts) -> types.put(type, putScores(newMap(), counts)));
    map.put("types", types);
    Map<String, Object> errors = newMap();
    errors.put("matched", confusion.matched());
    errors.put("gold_overlapped", confusion.goldOverlapped());
    errors.put("missed", confusion.missed());
    errors.put("predicted_overlapping", confusion.predictedOverlapping());
    errors.put("spurious", confusion.spurious());
    map.put("confusion", errors);
    map.put("unknown_types", unknownTypes);
    if (reliability.predictions() > 0) {
      map.put("reliability", reliability.toMap());
    }
    return map;
  }

  /** The report as Markdown with aligned tables, which reads as well in a terminal. */
  public String toMarkdown() {
    StringBuilder text = new StringBuilder("# Evaluation\n\n");
    text.append(summary()).append("\n\n").append(scoreTable()).append('\n');
    return text.append(rest()).toString();
  }

  /**
   * What conlleval's lines, printed before it, do not tell: the interval of F1, macro F1, the
   * reading of spans, the types that the model does not know, confusion and confidences, as
   * Markdown.
   */
  public String beyondConlleval() {
    return String.format(
            Locale.ROOT,
            "%d sentences, %d tokens, spans read as %s. 95 %% interval of F1 %s to %s, macro F1 of %d type%s"
                + " %s.\n\n",
            scores.sentences(),
            scores.tokens(),
            reading,
            text(100 * f1Interval.low()),
            text(100 * f1Interval.high()),
            scores.byType().size(),
            scores.byType().size() == 1 ? "" : "s",
            text(100 * scores.macroF1()))
        + rest();
  }

  private String rest() {
    StringBuilder text = new StringBuilder();
    if (!unknownTypes.isEmpty()) {
      text.append("The model does not know these types, whose gold spans it must miss: ");
      text.append(Markdown.cell(unknownTypes.toString())).append(".\n\n");
    }
    text.append(
        reading == SpanReading.LABELS
            ? "## Confusion\n\nRows are gold labels, columns predicted ones.\n\n"
            : """
              ## Confusion

              Rows are gold types, columns predicted ones, of spans with the same boundaries. A span
              with other boundaries than the one it overlaps is a boundary error; one that overlaps
              none is missed, or spurious.

              """);
    text.append(confusionTable());
    if (reliability.predictions() > 0) {
      text.append(reliability.toMarkdown());
    }
    return text.toString();
  }

  private String summary() {
    return String.format(
        Locale.ROOT,
        "%d sentences, %d tokens, spans read as %s. F1 %s (95 %% interval %s to %s), precision %s,"
            + " recall %s, macro F1 %s, token accuracy %s.",
        scores.sentences(),
        scores.tokens(),
        reading,
        text(ConllevalReport.f1Percent(scores.overall())),
        text(100 * f1Interval.low()),
        text(100 * f1Interval.high()),
        share(scores.overall().correct(), scores.overall().predicted()),
        share(scores.overall().correct(), scores.overall().gold()),
        text(100 * scores.macroF1()),
        text(ConllevalReport.percent(scores.correctTokens(), scores.tokens())));
  }

  private MarkdownTable scoreTable() {
    MarkdownTable table =
        new MarkdownTable("type", "precision", "recall", "F1", "gold", "predicted", "correct");
    scores.byType().forEach((type, counts) -> addScores(table, type, counts));
    addScores(table, "all", scores.overall());
    return table;
  }

  private static void addScores(MarkdownTable table, String name, Counts counts) {
    table.add(
        name,
        share(counts.correct(), counts.predicted()),
        share(counts.correct(), counts.gold()),
        counts.gold() + counts.predicted() == 0 ? NONE : text(ConllevalReport.f1Percent(counts)),
        counts.gold(),
        counts.predicted(),
        counts.correct());
  }

  /** A share of nothing is no number. */
  private static String share(long part, long whole) {
    return whole == 0 ? NONE : text(ConllevalReport.percent(part, whole));
  }

  private MarkdownTable confusionTable() {
    String[] types = new TreeSet<>(scores.byType().keySet()).toArray(new String[0]);
    String[] header = new String[types.length + 3];
    header[0] = "gold";
    System.arraycopy(types, 0, header, 1, types.length);
    header[types.length + 1] = "boundary";
    header[types.length + 2] = "missed";
    MarkdownTable table = new MarkdownTable(header);
    for (String gold : types) {
      Object[] row = new Object[header.length];
      row[0] = gold;
      for (int i = 0; i < types.length; i++) {
        row[i + 1] = confusion.matched(gold, types[i]);
      }
      row[types.length + 1] = confusion.goldOverlapped().getOrDefault(gold, 0L);
      row[types.length + 2] = confusion.missed().getOrDefault(gold, 0L);
      table.add(row);
    }
    table.add(predictedRow("boundary", types, confusion.predictedOverlapping()));
    table.add(predictedRow("spurious", types, confusion.spurious()));
    return table;
  }

  private static Object[] predictedRow(
      String name, String[] types, SortedMap<String, Long> counts) {
    Object[] row = new Object[types.length + 3];
    row[0] = name;
    for (int i = 0; i < types.length; i++) {
      row[i + 1] = counts.getOrDefault(types[i], 0L);
    }
    row[types.length + 1] = "";
    row[types.length + 2] = "";
    return row;
  }

  /** Adds scores to a map: percentages of two decimals, and the spans that were counted. */
  public static Map<String, Object> putScores(Map<String, Object> map, Counts counts) {
    map.put("precision", rounded(ConllevalReport.percent(counts.correct(), counts.predicted())));
    map.put("recall", rounded(ConllevalReport.percent(counts.correct(), counts.gold())));
    map.put("f1", rounded(ConllevalReport.f1Percent(counts)));
    map.put("gold", counts.gold());
    map.put("predicted", counts.predicted());
    map.put("correct", counts.correct());
    return map;
  }

  private static Map<String, Object> newMap() {
    return new LinkedHashMap<>();
  }

  private static String text(double percent) {
    return ConllevalReport.twoDecimals(percent);
  }

  private static double rounded(double percent) {
    return Double.parseDouble(text(percent));
  }
}
