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

package org.sparkner.jobs.settings;

import org.sparkner.lexicon.Gazetteers;
import org.sparkner.train.TrainingOptions;

/** From settings to the options of training, each checked for its range. */
public final class TrainingSettings {
  private final Settings settings;

  public TrainingSettings(Settings settings) {
    this.settings = settings;
  }

  public TrainingOptions options() {
    return new TrainingOptions(
        new NetworkSettings(settings).architecture(),
        settings.positive("training.epochs"),
        settings.positive("training.patience"),
        settings.positive("training.batch-size"),
        settings.flag("training.like-lengths"),
        above("training.learning-rate"),
        fraction("training.decay", Double.MAX_VALUE),
        fraction("training.momentum", 1),
        above("training.clip"),
        fraction("training.dropout", 1),
        fraction("training.word-dropout", 1),
        settings.positive("training.affix-minimum-count"),
        Gazetteers.NONE,
        null,
        fraction("training.weight-averaging", Double.MAX_VALUE),
        settings.flag("training.fine-tune"),
        channels(),
        settings.optionalInteger("training.max-vectors").isPresent()
            ? settings.positive("training.max-vectors")
            : Integer.MAX_VALUE,
        settings.duration("training.time-budget").orElse(null),
        settings.number("training.seed"),
        settings.text("training.language"));
  }

  private int channels() {
    String key = "training.vector-channels";
    int channels = settings.integer(key);
    if (channels != 1 && (channels != 2 || !settings.flag("training.fine-tune"))) {
      throw settings.refusal(key, "1, or 2 where training.fine-tune is true");
    }
    return channels;
  }

  private double above(String key) {
    double value = settings.real(key);
    if (!(value > 0)) {
      throw settings.refusal(key, "a number above 0");
    }
    return value;
  }

  private double fraction(String key, double end) {
    double value = settings.real(key);
    if (!(value >= 0 && value < end)) {
      throw settings.refusal(
          key, end == 1 ? "a number from 0 to below 1" : "a number of at least 0");
    }
    return value;
  }
}
