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

package org.sparkner.spark;

import java.util.Locale;
import org.slf4j.Logger;
import org.sparkner.model.TrainingSummary;
import org.sparkner.train.CorpusReport;
import org.sparkner.train.TrainingListener;

/** Writes what a training reports into the driver's log: one line per epoch. */
final class LoggingListener implements TrainingListener {
  private final Logger log;
  private final String uid;
  private final boolean epochs;

  /**
   * @param uid of the stage, with which each line begins
   * @param epochs whether epochs have their lines
   */
  LoggingListener(Logger log, String uid, boolean epochs) {
    this.log = log;
    this.uid = uid;
    this.epochs = epochs;
  }

  @Override
  public void onStart(CorpusReport report) {
    log.info(
        "{}: {} sentences, {} tokens, {} to validate on; scheme {}, entities {}; {} sentences break"
            + " the scheme",
        uid,
        report.sentences(),
        report.tokens(),
        report.validSentences(),
        report.scheme(),
        report.entities(),
        report.violations());
    if (!report.vectors().isEmpty()) {
      log.info("{}: vectors: {}", uid, report.vectors());
    }
    report.tagWarning().ifPresent(text -> log.warn("{}: {}", uid, text));
    report.warnings().forEach(warning -> log.warn("{}: {}", uid, warning));
  }

  @Override
  public void onEncoder(EncoderReport report) {
    log.info("{}: encoder {}", uid, report);
  }

  @Override
  public void onEpoch(EpochReport report) {
    if (!epochs) {
      return;
    }
    log.info(
        "{}: epoch {}{}{}{}, {} tokens/s, {} s left",
        uid,
        report.epoch(),
        Double.isNaN(report.loss()) ? "" : format(", loss %.4f", report.loss()),
        report.validated() ? format(", valid F1 %.2f", 100 * report.f1()) : "",
        report.best() ? " (best)" : "",
        format("%.0f", report.tokens() / Math.max(report.trainSeconds(), 1e-3)),
        format("%.0f", report.secondsLeft()));
  }

  @Override
  public void onEnd(TrainingSummary summary) {
    if (summary.foundNothing()) {
      log.warn("{}: {}", uid, TrainingListener.FOUND_NOTHING);
    }
  }

  private static String format(String pattern, double value) {
    return String.format(Locale.ROOT, pattern, value);
  }
}
