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

import java.util.List;
import java.util.Locale;
import org.sparkner.corpus.LabeledSentence;
import org.sparkner.corpus.TagReading;
import org.sparkner.error.UsageException;
import org.sparkner.model.NeuralModel;
import org.sparkner.option.FineTuningOption;
import org.sparkner.pretrained.EncoderConversion;
import org.sparkner.pretrained.EncoderPrecision;

/** Gives a trained model's encoder the precision that the recipe asks for. */
final class FinalPrecision {
  private FinalPrecision() {}

  /**
   * @param named whether there is an encoder
   * @throws UsageException if another precision is asked for and there is none
   */
  static void require(Recipe recipe, boolean named) {
    if (!named && isConverted(recipe)) {
      throw new UsageException(
          "encoderPrecision "
              + recipe.encoderPrecision()
              + " needs pretrainedEncoder, found none; name the directory of an encoder, or leave"
              + " encoderPrecision out.");
    }
  }

  /**
   * A training that ends with the conversion of the encoder, if one is asked for.
   *
   * @param valid whose text the encoder is fitted to, and which the model is scored on again
   * @throws UsageException if there is too little text
   * @throws org.sparkner.error.BadModelException if the encoder cannot be converted
   */
  static ReadyTraining of(
      TrainingOptions options, List<LabeledSentence> valid, ReadyTraining training) {
    if (!isConverted(options.recipe())) {
      return training;
    }
    String name = options.recipe().encoderPrecision();
    if (valid.isEmpty()) {
      throw new UsageException(
          "encoderPrecision "
              + name
              + " needs sentences to validate on, whose text the encoder is fitted to, found none;"
              + " give some, or leave encoderPrecision out and quantise the trained model.");
    }
    EncoderConversion.require(
        options.contextual(), QuantisedModel.texts(options.contextual(), valid));
    EncoderPrecision precision = EncoderPrecision.valueOf(name.toUpperCase(Locale.ROOT));
    return (checkpointing, listener) -> {
      NeuralModel trained = (NeuralModel) training.run(checkpointing, listener);
      listener.onQuantisation();
      QuantisedModel quantised = QuantisedModel.of(trained, precision, valid);
      Validation validation = new Validation(TagReading.of(trained.labels().scheme()).read(valid));
      if (validation.isEmpty()) {
        listener.onQuantised(quantised, Double.NaN);
        return quantised.model();
      }
      Validation.Result result = validation.score(quantised.model());
      listener.onQuantised(quantised, 100 * result.f1());
      return quantised.model().withMetrics(result.metrics());
    };
  }

  private static boolean isConverted(Recipe recipe) {
    return !recipe.encoderPrecision().equals(FineTuningOption.F32);
  }
}
