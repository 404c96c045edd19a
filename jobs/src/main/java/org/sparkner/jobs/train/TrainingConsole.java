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

package org.sparkner.jobs.train;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.sparkner.jobs.console.EpochProgress;
import org.sparkner.jobs.console.Figures;
import org.sparkner.jobs.console.StatusLine;
import org.sparkner.jobs.model.ModelCalibration;
import org.sparkner.model.TrainingSummary;
import org.sparkner.tags.TagScheme;
import org.sparkner.train.Calibration;
import org.sparkner.train.CorpusReport;
import org.sparkner.train.QuantisedModel;
import org.sparkner.train.TrainingListener;

/** Tells a person how a training goes: the data first, then one line per epoch. */
final class TrainingConsole implements TrainingListener {
  private final StatusLine progress;
  private final int epochs;
  private boolean begun;

  TrainingConsole(StatusLine progress, int epochs) {
    this.progress = progress;
    this.epochs = epochs;
  }

  @Override
  public void onStart(CorpusReport report) {
    progress.print(
        format(
            "train  %,d sentences, %,d tokens, %,d distinct",
            report.sentences(), report.tokens(), report.vocabulary()));
    progress.print(
        report.validSentences() == 0
            ? "valid  none: nothing shows how good an epoch is, so the last one counts"
            : format(
                "valid  %,d sentences, %,d tokens", report.validSentences(), report.validTokens()));
    if (!report.vectors().isEmpty()) {
      progress.print("words  " + report.vectors());
    }
    progress.print(
        format(
            "tags   %s, %d labels; %s",
            report.scheme(),
            report.labels().size(),
            report.scheme() == TagScheme.PLAIN
                ? "one per token"
                : Figures.counts(report.entities())));
    if (report.violations() > 0) {
      progress.print(
          format(
              "       %,d sentences break the scheme; read as conlleval does",
              report.violations()));
    }
    progress.print("longest sentences, in tokens: " + join(report.longest()));
    report.warnings().forEach(warning -> progress.print("warning: " + warning));
    progress.begin("epoch 1 of " + epochs);
  }

  @Override
  public void onEncoder(EncoderReport report) {
    progress.print("encoder " + report);
    progress.begin("epoch 1 of " + epochs);
  }

  @Override
  public void onProgress(TrainingListener.Progress part) {
    EpochProgress made = new EpochProgress(part, epochs);
    progress.update(made.toString(), made.share());
  }

  @Override
  public void onEpoch(EpochReport epoch) {
    if (!begun) {
      begun = true;
      String scores = epoch.validated() ? "    valid P      R     F1" : "";
      progress.print("epoch      loss" + scores + "   tokens/s   time left");
    }
    progress.print(
        format(
            "%5d  %8s%s   %,8.0f   %9s%s%s",
            epoch.epoch(),
            Double.isNaN(epoch.loss()) ? "-" : format("%.4f", epoch.loss()),
            epoch.validated()
                ? format(
                    "    %6.2f %6.2f %6.2f",
                    100 * epoch.precision(), 100 * epoch.recall(), 100 * epoch.f1())
                : "",
            epoch.tokens() / epoch.trainSeconds(),
            Figures.duration(epoch.secondsLeft()),
            epoch.best() ? "  best" : "",
            epoch.part() < 1 ? format("  (%.0f %% of an epoch)", 100 * epoch.part()) : ""));
    progress.begin("epoch " + (epoch.epoch() + 1) + " of " + epochs);
  }

  @Override
  public void onEnd(TrainingSummary summary) {
    if (summary.foundNothing()) {
      progress.print("warning: " + FOUND_NOTHING);
    }
  }

  @Override
  public void onQuantisation() {
    progress.begin("quantising the encoder");
  }

  @Override
  public void onQuantised(QuantisedModel quantised, double f1) {
    progress.print(quantised + (Double.isNaN(f1) ? "" : format("; valid F1 %.2f", f1)));
  }

  @Override
  public void onCalibration() {
    progress.begin("calibrating");
  }

  @Override
  public void onCalibrated(double temperature, Calibration calibration) {
    ModelCalibration.print(temperature, calibration, progress);
  }

  private static String join(List<Integer> numbers) {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
