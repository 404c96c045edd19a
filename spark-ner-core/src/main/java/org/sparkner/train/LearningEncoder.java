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

import org.sparkner.device.Device;
import org.sparkner.error.UsageException;
import org.sparkner.pretrained.EncoderTuning;
import org.sparkner.pretrained.EncoderTuningBuilder;
import org.sparkner.pretrained.PretrainedEncoder;
import org.sparkner.pretrained.TrainableEncoder;
import org.sparkner.pretrained.TrainableEncoderLibrary;

/** From the options of a training to the encoder that learns in it. */
public final class LearningEncoder {
  private LearningEncoder() {}

  /**
   * @param named whether there is an encoder
   * @throws UsageException if one is to learn and there is none, or nothing that makes it learn
   */
  static void require(Recipe recipe, boolean named) {
    if (!recipe.fineTuneEncoder()) {
      return;
    }
    if (!named) {
      throw new UsageException(
          "fineTuneEncoder needs pretrainedEncoder, found none; name the directory of an encoder, or"
              + " leave fineTuneEncoder out.");
    }
    TrainableEncoderLibrary.require();
  }

  /** The options with the encoder as it is to learn: of the window that the recipe says. */
  static TrainingOptions windowed(TrainingOptions options) {
    require(options.recipe(), options.contextual() != null);
    if (!options.recipe().fineTuneEncoder()) {
      return options;
    }
    PretrainedEncoder encoder = options.contextual();
    return options.withContextual(encoder.withWindow(options.recipe().encoderWindow()));
  }

  /**
   * Opens it.
   *
   * @param options {@link #windowed}
   * @param device that it is computed on
   * @param seed of its dropout
   * @return null if none is to learn
   * @throws UsageException if this one cannot learn
   */
  public static TrainableEncoder open(TrainingOptions options, Device device, long seed) {
    Recipe recipe = options.recipe();
    return recipe.fineTuneEncoder()
        ? TrainableEncoderLibrary.open(options.contextual(), tuning(recipe, device, seed))
        : null;
  }

  /**
   * How an encoder learns by a recipe.
   *
   * @param device that it is computed on
   * @param seed of its dropout
   */
  public static EncoderTuning tuning(Recipe recipe, Device device, long seed) {
    return EncoderTuningBuilder.builder()
        .layerDecay(recipe.encoderLayerDecay())
        .frozenLayers(recipe.encoderFrozenLayers())
        .weightDecay(recipe.encoderWeightDecay())
        .dropout(recipe.encoderDropout())
        .capitalisation(recipe.encoderCapitalisation())
        .mixedPrecision(recipe.mixedPrecision())
        .recompute(recipe.encoderRecompute())
        .device(device.toString())
        .seed(seed)
        .build();
  }
}
