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

package org.sparkner.jobs.model;

import java.util.List;
import java.util.Locale;
import org.sparkner.corpus.LabeledSentence;
import org.sparkner.jobs.console.StatusLine;
import org.sparkner.model.NerModel;
import org.sparkner.train.Calibration;

/** Fits the confidences of a model and tells a person what that changed. */
public final class ModelCalibration {
  private ModelCalibration() {}

  /** Fits the temperature on sentences that the model was not trained on. */
  public static Calibration run(
      NerModel model, List<LabeledSentence> sentences, StatusLine progress) {
    progress.begin("calibrating");
    Calibration calibration = Calibration.of(model, sentences);
    print(model.temperature(), calibration, progress);
    return calibration;
  }

  /**
   * Tells what has changed, unless too few entities were found to change anything.
   *
   * @param temperature of the model before
   */
  public static void print(double temperature, Calibration calibration, StatusLine progress) {
    long entities = calibration.before().predictions();
    if (entities < Calibration.FEWEST_ENTITIES) {
      return;
    }
    progress.print(
        String.format(
            Locale.ROOT,
            "temperature %.2f instead of %.2f: calibration error of %,d entities %.4f, was %.4f",
            calibration.model().temperature(),
            temperature,
            entities,
            calibration.after().expectedCalibrationError(),
            calibration.before().expectedCalibrationError()));
  }
}
