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

import org.sparkner.model.TrainingSummary;

/** Two listeners as one, which hear everything in this order. */
record JoinedListeners(TrainingListener first, TrainingListener second)
    implements TrainingListener {
  @Override
  public void onStart(CorpusReport report) {
    first.onStart(report);
    second.onStart(report);
  }

  @Override
  public void onEncoder(EncoderReport report) {
    first.onEncoder(report);
    second.onEncoder(report);
  }

  @Override
  public void onProgress(Progress progress) {
    first.onProgress(progress);
    second.onProgress(progress);
  }

  @Override
  public void onRound(RoundReport report) {
    first.onRound(report);
    second.onRound(report);
  }

  @Override
  public void onEpoch(EpochReport report) {
    first.onEpoch(report);
    second.onEpoch(report);
  }

  @Override
  public void onEnd(TrainingSummary summary) {
    first.onEnd(summary);
    second.onEnd(summary);
  }

  @Override
  public void onQuantisation() {
    first.onQuantisation();
    second.onQuantisation();
  }

  @Override
  public void onQuantised(QuantisedModel quantised, double f1) {
    first.onQuantised(quantised, f1);
    second.onQuantised(quantised, f1);
  }

  @Override
  public void onCalibration() {
    first.onCalibration();
    second.onCalibration();
  }

  @Override
  public void onCalibrated(double temperature, Calibration calibration) {
    first.onCalibrated(temperature, calibration);
    second.onCalibrated(temperature, calibration);
  }
}
