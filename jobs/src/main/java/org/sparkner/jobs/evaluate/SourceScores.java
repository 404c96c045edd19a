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
import java.util.List;
import java.util.Locale;
import org.sparkner.eval.EntityEvaluation;
import org.sparkner.eval.Scores;
import org.sparkner.eval.SpanReading;
import org.sparkner.jobs.corpora.ValidationSource;
import org.sparkner.jobs.report.Evaluation;

/** Scores of the sources of an evaluation, each by itself, as conlleval counts them. */
final class SourceScores {
  private SourceScores() {}

  /**
   * A line for each source.
   *
   * @param evaluation of the sentences of all sources, one source after another
   */
  static List<String> lines(Evaluation evaluation, List<ValidationSource> sources) {
    List<String> lines = new ArrayList<>();
    int begin = 0;
    for (ValidationSource source : sources) {
      int end = begin + source.data().sentences().size();
      EntityEvaluation counts = new EntityEvaluation(SpanReading.CONLLEVAL);
      for (int i = begin; i < end; i++) {
        counts.add(evaluation.gold().get(i).tags(), evaluation.predicted().get(i));
      }
      Scores scores = counts.scores();
      lines.add(
          String.format(
              Locale.ROOT,
              "%s: %,d sentences; precision: %6.2f%%; recall: %6.2f%%; FB1: %6.2f",
              source.name(),
              end - begin,
              100 * scores.precision(),
              100 * scores.recall(),
              100 * scores.f1()));
      begin = end;
    }
    return lines;
  }
}
