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

import org.sparkner.model.TrainingSummary;
import org.sparkner.train.CorpusReport;
import org.sparkner.train.TrainingListener;

/**
 * Tells the log, and whoever else listens, how a training goes.
 *
 * @param epochs whether the log has the epochs
 */
record FitListener(TrainingListener log, TrainingListener other, boolean epochs)
    implements TrainingListener {
  @Override
  public void onStart(CorpusReport report) {
    log.onStart(report);
    other.onStart(report);
  }

  @Override
  public void onProgress(Progress progress) {
    other.onProgress(progress);
  }

  @Override
  public void onRound(RoundReport report) {
    other.onRound(report);
  }

  @Override
  public void onEnd(TrainingSummary summary) {
    log.onEnd(summary);
    other.onEnd(summary);
  }

  @Override
  public void onEpoch(EpochReport report) {
    if (epochs) {
      log.onEpoch(report);
    }
    other.onEpoch(report);
  }
}
