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

import org.sparkner.option.TrainingOption;

/**
 * The learning rates of all steps of a training.
 *
 * @param recipe which says how they change
 * @param factor from the recipe's rate to that of the network, for workers
 * @param count steps of an epoch
 */
public record LearningRates(Recipe recipe, double factor, int count) {
  /**
   * That of the network at a step.
   *
   * @param epoch from 0
   * @param batch of the epoch, from 0
   */
  public double ofNetwork(int epoch, int batch) {
    return rate(recipe.learningRate() * factor, epoch, batch);
  }

  /** That of an encoder that learns. */
  public double ofEncoder(int epoch, int batch) {
    return rate(recipe.encoderLearningRate(), epoch, batch);
  }

  private double rate(double full, int epoch, int batch) {
    return recipe.learningRateSchedule().equals(TrainingOption.LINEAR)
        ? linear(full, (long) epoch * count + batch)
        : inverse(full, epoch);
  }

  private double inverse(double full, int epoch) {
    double rate = full / (1 + recipe.learningRateDecay() * epoch);
    int rising = recipe.learningRateWarmUp();
    return epoch < rising ? rate * (epoch + 1) / (rising + 1) : rate;
  }

  private double linear(double full, long step) {
    long all = (long) count * recipe.epochs();
    long rising = (long) (recipe.warmUpShare() * all);
    return step < rising
        ? full * (step + 1) / (rising + 1)
        : full * Math.max(0, all - step) / (all - rising);
  }
}
