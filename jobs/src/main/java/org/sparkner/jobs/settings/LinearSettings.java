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

import org.sparkner.feature.FeatureTemplate;
import org.sparkner.lexicon.Gazetteers;
import org.sparkner.model.Algorithm;
import org.sparkner.train.LinearOptions;

/** From settings to the options of a linear model, each checked for its range. */
public final class LinearSettings {
  private final Settings settings;

  public LinearSettings(Settings settings) {
    this.settings = settings;
  }

  /**
   * @param algorithm of a linear model
   * @param gazetteers whose phrases give features
   * @param readsAttributes whether attributes give features
   */
  public LinearOptions options(
      Algorithm algorithm, Gazetteers gazetteers, boolean readsAttributes) {
    return new LinearOptions(
        algorithm,
        FeatureTemplate.parseAll(
            settings.optionalText("linear.templates").orElse(LinearOptions.TEMPLATES)),
        positive("linear.minimum-count"),
        penalty(),
        positive("linear.passes"),
        settings.duration("training.time-budget").orElse(null),
        settings.number("training.seed"),
        settings.text("training.language"),
        gazetteers,
        readsAttributes);
  }

  private int positive(String key) {
    int value = settings.integer(key);
    if (value < 1) {
      throw settings.refusal(key, "a whole number of at least 1");
    }
    return value;
  }

  private double penalty() {
    double value = settings.real("linear.l2");
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw settings.refusal("linear.l2", "a number of at least 0");
    }
    return value;
  }
}
