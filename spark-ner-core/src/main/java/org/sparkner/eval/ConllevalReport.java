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

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;

/**
 * Scores in the words and columns of conlleval (Tjong Kim Sang, version of 2004-01-26). Percentages
 * are computed and rounded as it does: from the counts in double precision, ties of the binary
 * value to even. The one difference: the type of tags without a type is listed once, where
 * conlleval may list it twice.
 */
public final class ConllevalReport {
  private ConllevalReport() {}

  /** The text that conlleval prints, each line ended by a line feed. */
  public static String format(Scores scores) {
    StringBuilder text = new StringBuilder();
    Counts overall = scores.overall();
    text.append("processed ").append(scores.tokens()).append(" tokens with ");
    text.append(overall.gold()).append(" phrases; found: ").append(overall.predicted());
    text.append(" phrases; correct: ").append(overall.correct()).append(".\n");
    if (scores.tokens() > 0) {
      double accuracy = percent(scores.correctTokens(), scores.tokens());
      text.append("accuracy: ").append(column(accuracy)).append("%; ");
      appendScores(text, overall).append('\n');
    }
    for (Map.Entry<String, Counts> entry : scores.byType().entrySet()) {
      String type = Markdown.oneLine(entry.getKey());
      text.append(" ".repeat(Math.max(0, 17 - type.codePointCount(0, type.length()))));
      text.append(type).append(": ");
      appendScores(text, entry.getValue()).append("  ");
      text.append(entry.getValue().predicted()).append('\n');
    }
    return text.toString();
  }

  /** {@code 100 * part / whole}, 0 where there is no whole. */
  static double percent(long part, long whole) {
    return whole == 0 ? 0 : 100.0 * part / whole;
  }

  /** F1 in percent by conlleval's order of operations. */
  static double f1Percent(Counts counts) {
    double precision = percent(counts.correct(), counts.predicted());
    double recall = percent(counts.correct(), counts.gold());
    return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
  }

  /** Two decimals, as C's printf rounds. */
  static String twoDecimals(double value) {
    return new BigDecimal(value).setScale(2, RoundingMode.HALF_EVEN).toPlainString();
  }

  private static StringBuilder appendScores(StringBuilder text, Counts counts) {
    double precision = percent(counts.correct(), counts.predicted());
    double recall = percent(counts.correct(), counts.gold());
    return text.append("precision: ")
        .append(column(precision))
        .append("%; recall: ")
        .append(column(recall))
        .append("%; FB1: ")
        .append(column(f1Percent(counts)));
  }

  private static String column(double value) {
    String digits = twoDecimals(value);
    return " ".repeat(Math.max(0, 6 - digits.length())) + digits;
  }
}
