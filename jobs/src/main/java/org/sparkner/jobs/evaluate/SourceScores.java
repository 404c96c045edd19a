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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sparkner.eval.EntityEvaluation;
import org.sparkner.eval.EvaluationReport;
import org.sparkner.eval.Reliability;
import org.sparkner.eval.Scores;
import org.sparkner.jobs.corpora.ValidationSource;

/** Scores of a source of an evaluation by itself, as conlleval counts them, and of confidences. */
record SourceScores(String name, Scores scores, Reliability reliability) {
  /**
   * Those of each source.
   *
   * @param evaluation of the sentences of all sources, one source after another
   */
  static List<SourceScores> of(Evaluation evaluation, List<ValidationSource> sources) {
    List<SourceScores> all = new ArrayList<>();
    int begin = 0;
    for (ValidationSource source : sources) {
      int end = begin + source.data().sentences().size();
      EntityEvaluation counts = new EntityEvaluation(evaluation.report().reading());
      for (int i = begin; i < end; i++) {
        counts.add(evaluation.gold().get(i).tags(), evaluation.predicted().get(i));
      }
      Reliability reliability = Evaluation.reliability(evaluation.judged().subList(begin, end));
      all.add(new SourceScores(source.name(), counts.scores(), reliability));
      begin = end;
    }
    return all;
  }

  /** As maps, strings and numbers, for a JSON writer. */
  Map<String, Object> toMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("sentences", scores.sentences());
    EvaluationReport.putScores(map, scores.overall());
    map.put("expected_calibration_error", round(reliability.expectedCalibrationError()));
    return map;
  }

  private static double round(double share) {
    return Math.round(share * 1e4) / 1e4;
  }

  /** As a line. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s: %,d sentences; precision: %6.2f%%; recall: %6.2f%%; FB1: %6.2f; calibration error:"
            + " %.4f",
        name,
        scores.sentences(),
        100 * scores.precision(),
        100 * scores.recall(),
        100 * scores.f1(),
        reliability.expectedCalibrationError());
  }
}
