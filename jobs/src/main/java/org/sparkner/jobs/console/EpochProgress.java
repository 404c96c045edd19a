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

package org.sparkner.jobs.console;

import java.util.Locale;
import org.sparkner.train.TrainingListener;

/**
 * How far a training is, as the status line says it.
 *
 * @param part of the epoch that it is in
 * @param epochs in all
 */
public record EpochProgress(TrainingListener.Progress part, int epochs) {
  /** The share of all epochs, 0 to 1. */
  public double share() {
    return (part.epoch() - 1 + shareOfEpoch()) / epochs;
  }

  private double shareOfEpoch() {
    return (double) part.tokensDone() / Math.max(1, part.tokens());
  }

  /** Such as {@code epoch 2 of 8 · 50 % · 9,000 tokens/s · 3 m 10 s left}. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "epoch %d of %d · %d %% · %,.0f tokens/s · %s left",
        part.epoch(),
        epochs,
        (int) (100 * shareOfEpoch()),
        part.tokensPerSecond(),
        Figures.duration(part.secondsLeft()));
  }
}
