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

import org.sparkner.linear.Progress;

/** Tells a listener of the passes of a linear model's training, and ends it in time. */
final class PassReports implements Progress {
  private final LinearOptions options;
  private final CorpusSurvey survey;
  private final TrainingListener listener;
  private final long start = System.nanoTime();
  private int passes;
  private double loss = Double.NaN;
  private double trainSeconds;

  PassReports(LinearOptions options, CorpusSurvey survey, TrainingListener listener) {
    this.options = options;
    this.survey = survey;
    this.listener = listener;
  }

  @Override
  public boolean goOn(int pass, double loss) {
    passes = pass;
    this.loss = loss;
    double seconds = seconds();
    listener.onProgress(
        new TrainingListener.Progress(
            pass,
            survey.tokens(),
            survey.tokens(),
            pass * survey.tokens() / seconds,
            Math.max(
                0,
                Math.min(seconds / pass * (options.recipe().epochs() - pass), limit() - seconds))));
    return seconds < limit();
  }

  private double limit() {
    return options.recipe().timeLimit() == null
        ? Double.POSITIVE_INFINITY
        : options.recipe().timeLimit().toNanos() / 1e9;
  }

  private double seconds() {
    return (System.nanoTime() - start) / 1e9;
  }

  /** Passes done; the weights are learned now. */
  int done() {
    passes = Math.max(1, passes);
    trainSeconds = seconds();
    return passes;
  }

  /** Passes done so far. */
  int passes() {
    return passes;
  }

  /** Tells what the model scores, as that of the only epoch that there is to choose from. */
  void finish(Validation.Result score) {
    listener.onEpoch(
        EpochReportBuilder.builder()
            .epoch(passes)
            .part(1)
            .loss(loss / survey.sentences())
            .learningRate(Double.NaN)
            .tokens(passes * survey.tokens())
            .trainSeconds(trainSeconds)
            .validSeconds(seconds() - trainSeconds)
            .precision(score.precision())
            .recall(score.recall())
            .f1(score.f1())
            .best(score.f1() > 0)
            .secondsLeft(0)
            .build());
  }
}
