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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.sparkner.corpus.LabeledSentence;
import org.sparkner.model.Algorithm;
import org.sparkner.model.LinearModel;
import org.sparkner.model.NerModel;
import org.sparkner.model.Tensor;
import org.sparkner.model.Weights;
import org.sparkner.tagger.Tagger;

class CalibrationTest {
  private static final LinearModel MODEL = model();

  /** In seven of ten sentences a name is a name. */
  private static List<LabeledSentence> sentences(int count, long seed) {
    Random random = new Random(seed);
    List<LabeledSentence> sentences = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String tag = random.nextInt(10) < 7 ? "B-PER" : "O";
      sentences.add(new LabeledSentence(List.of("met", "Ada", "today"), List.of("O", tag, "O")));
    }
    return sentences;
  }

  private static LinearModel model() {
    LinearOptions hmm = LinearOptions.DEFAULT.withAlgorithm(Algorithm.HMM);
    return (LinearModel)
        new LinearTrainer(hmm).train(sentences(500, 1), List.of(), TrainingListener.NONE);
  }

  /** The model with all potentials multiplied, so that it is too sure. */
  private static LinearModel boastful(float factor) {
    List<Tensor> tensors = new ArrayList<>();
    for (Tensor tensor : MODEL.weights().tensors()) {
      float[] values = tensor.values().clone();
      boolean counted =
          tensor.name().equals(LinearModel.FEATURE_COUNTS)
              || tensor.name().equals(LinearModel.FEATURE_LABELS);
      for (int i = 0; i < values.length && !counted; i++) {
        values[i] *= factor;
      }
      tensors.add(new Tensor(tensor.name(), tensor.shape(), values));
    }
    return new LinearModel(
        MODEL.algorithm(),
        MODEL.templates(),
        MODEL.labels(),
        MODEL.lexicon(),
        new Weights(tensors),
        MODEL.training());
  }

  @Test
  void findsTheFactorByWhichAModelIsTooSure() {
    LinearModel boastful = boastful(1.5f);

    Calibration calibration = Calibration.of(boastful, sentences(500, 2));

    double itsOwn = Calibration.of(MODEL, sentences(500, 2)).model().temperature();
    assertThat(calibration.model().temperature()).isCloseTo(1.5 * itsOwn, within(0.1 * itsOwn));
    assertThat(calibration.before().expectedCalibrationError()).isGreaterThan(0.2);
    assertThat(calibration.after().expectedCalibrationError()).isLessThan(0.02);
    assertThat(calibration.after().logLoss()).isLessThan(calibration.before().logLoss());
  }

  @Test
  void changesNoEntity() {
    NerModel model = boastful(1.5f);
    NerModel calibrated = Calibration.of(model, sentences(200, 3)).model();
    List<List<String>> tokens = List.of(List.of("Ada", "met", "Ada"), List.of("today"));

    assertThat(Tagger.of(calibrated).tagSentences(tokens, false))
        .extracting("tags")
        .isEqualTo(
            Tagger.of(model).tagSentences(tokens, false).stream().map(t -> t.tags()).toList());
  }

  @Test
  void fewEntitiesAreNotEnoughToFit() {
    NerModel model = boastful(1.5f);

    Calibration calibration = Calibration.of(model, sentences(99, 4));

    assertThat(calibration.model()).isSameAs(model);
    assertThat(calibration.after()).isEqualTo(calibration.before());
  }
}
