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

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.sparkner.model.TrainingSummary;
import org.sparkner.train.CorpusReport;
import org.sparkner.train.TrainingListener;

/**
 * Keeps what is to be told of a training, one line per epoch, until it is fetched by another
 * thread. Python asks it while {@code fit} runs.
 */
public final class TrainingLines implements TrainingListener {
  private final List<String> lines = new ArrayList<>();

  /** Nothing yet. */
  public TrainingLines() {}

  /** The lines since the last call. */
  public synchronized List<String> take() {
    List<String> taken = new ArrayList<>(lines);
    lines.clear();
    return taken;
  }

  @Override
  public synchronized void onStart(CorpusReport report) {
    lines.add(
        String.format(
            Locale.ROOT,
            "%,d sentences, %,d tokens, %,d sentences to validate on",
            report.sentences(),
            report.tokens(),
            report.validSentences()));
    if (report.coverage() != null) {
      lines.add("vectors: " + report.vectors());
    }
    report.tagWarning().ifPresent(text -> lines.add("warning: " + text));
    report.warnings().forEach(text -> lines.add("warning: " + text));
  }

  @Override
  public synchronized void onEncoder(EncoderReport report) {
    lines.add("encoder " + report);
  }

  @Override
  public synchronized void onEnd(TrainingSummary summary) {
    if (summary.foundNothing()) {
      lines.add("warning: " + FOUND_NOTHING);
    }
  }

  @Override
  public synchronized void onEpoch(EpochReport report) {
    StringBuilder line = new StringBuilder("epoch ").append(report.epoch());
    if (Double.isFinite(report.loss())) {
      line.append(format(", loss %.4f", report.loss()));
    }
    if (report.validated()) {
      line.append(format(", valid F1 %.2f", 100 * report.f1()));
      line.append(report.best() ? " (best)" : "");
    }
    line.append(format(", %.0f s", report.trainSeconds() + report.validSeconds()));
    if (Double.isFinite(report.secondsLeft())) {
      line.append(format(", %.0f s left", report.secondsLeft()));
    }
    lines.add(line.toString());
  }

  private static String format(String pattern, double value) {
    return String.format(Locale.ROOT, pattern, value);
  }
}
