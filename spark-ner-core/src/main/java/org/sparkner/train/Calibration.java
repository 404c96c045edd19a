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
import org.sparkner.corpus.LabeledSentence;
import org.sparkner.corpus.TagReading;
import org.sparkner.eval.Reliability;
import org.sparkner.model.NerModel;
import org.sparkner.model.NeuralModel;

/**
 * A model whose temperature makes the confidences of its entities as honest as one number can (Guo
 * et al. 2017, section 4.2): of all temperatures it gives the entities found the smallest log loss.
 * Which entities are found does not change.
 *
 * @param model with the fitted temperature
 * @param before reliability with the temperature that the model had
 * @param after reliability with the fitted one, on the same sentences
 */
public record Calibration(NerModel model, Reliability before, Reliability after) {
  /**
   * On fewer entities found, or where none is right, nothing is fitted: the model stays as it is.
   */
  public static final int FEWEST_ENTITIES = 100;

  /** The logarithm of the temperature lies within ±{@value}. */
  private static final double BOUND = 1.4;

  /** The search ends in an interval of the logarithm as small as this. */
  private static final double TOLERANCE = 0.05;

  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

  /**
   * Fits the temperature.
   *
   * @param sentences labelled, and not trained on: there a model is right too often
   * @throws org.sparkner.error.InterruptedRunException if the thread is interrupted meanwhile
   */
  public static Calibration of(NerModel model, List<LabeledSentence> sentences) {
    Validation validation = new Validation(TagReading.of(model.labels().scheme()).read(sentences));
    NerModel read = readingOnce(model);
    Reliability before = validation.reliability(read);
    if (before.predictions() < FEWEST_ENTITIES || before.right() == 0) {
      return new Calibration(model, before, before);
    }
    double temperature = search(read, validation);
    Reliability after = validation.reliability(read.withTemperature(temperature));
    return after.logLoss() < before.logLoss()
        ? new Calibration(model.withTemperature(temperature), before, after)
        : new Calibration(model, before, before);
  }

  /** The model whose encoder reads the sentences once, as far as a quarter of the heap holds. */
  private static NerModel readingOnce(NerModel model) {
    return model instanceof NeuralModel network && network.contextual() != null
        ? network.withContextual(network.contextual().keepingForTraining())
        : model;
  }

  /** Golden-section search (Kiefer 1953): an evaluation tags all sentences. */
  private static double search(NerModel model, Validation validation) {
    double low = -BOUND;
    double high = BOUND;
    double left = high - GOLDEN * (high - low);
    double right = low + GOLDEN * (high - low);
    double leftLoss = loss(model, validation, left);
    double rightLoss = loss(model, validation, right);
    while (high - low > TOLERANCE) {
      if (leftLoss <= rightLoss) {
        high = right;
        right = left;
        rightLoss = leftLoss;
        left = high - GOLDEN * (high - low);
        leftLoss = loss(model, validation, left);
      } else {
        low = left;
        left = right;
        leftLoss = rightLoss;
        right = low + GOLDEN * (high - low);
        rightLoss = loss(model, validation, right);
      }
    }
    return Math.exp((low + high) / 2);
  }

  private static double loss(NerModel model, Validation validation, double logTemperature) {
    return validation.reliability(model.withTemperature(Math.exp(logTemperature))).logLoss();
  }
}
