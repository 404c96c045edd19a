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

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sparkner.lexicon.Lexicon;
import org.sparkner.lexicon.VectorCoverage;
import org.sparkner.lexicon.WordVectors;
import org.sparkner.model.Architecture;
import org.sparkner.model.InputFeatures;
import org.sparkner.model.NeuralModel;
import org.sparkner.model.TrainingSummary;
import org.sparkner.model.TrainingSummaryBuilder;
import org.sparkner.model.Weights;
import org.sparkner.option.TrainingOption;
import org.sparkner.pretrained.PretrainedEncoder;
import org.sparkner.tags.LabelSet;
import org.sparkner.tags.TagScheme;

/**
 * What stays the same through a run: its options, its data, and the model's parts that are not
 * learned.
 *
 * @param coverage by pretrained vectors; null where there are none
 */
@RecordBuilder
record RunIdentity(
    TrainingOptions options,
    Architecture architecture,
    LabelSet labels,
    Lexicon lexicon,
    int trainedRows,
    VectorCoverage coverage,
    TagScheme sourceScheme,
    long sentences,
    long tokens,
    String fingerprint) {

  /**
   * A model of these weights.
   *
   * @param contextual whose vectors they read; null where they read none
   */
  NeuralModel model(
      Weights weights, PretrainedEncoder contextual, int epoch, Map<String, Double> metrics) {
    Map<String, Double> figures = new TreeMap<>(metrics);
    if (coverage != null) {
      figures.put(TrainingSummary.PRETRAINED_TOKENS, 100 * coverage.share());
    }
    TrainingSummary summary =
        TrainingSummaryBuilder.builder()
            .language(options.recipe().language())
            .sourceScheme(sourceScheme.name())
            .trainingSentences(sentences)
            .trainingTokens(tokens)
            .trainingFingerprint(fingerprint)
            .seed(options.recipe().seed())
            .epoch(epoch)
            .metrics(figures)
            .build();
    InputFeatures features =
        architecture.features().withContextual(contextual == null ? null : contextual.vectors());
    return new NeuralModel(
        architecture.withFeatures(features), labels, lexicon, weights, contextual, 1, summary);
  }

  /**
   * Equal for runs that train the same model from the same data, whatever bounds their length: a
   * resumed run may be given more epochs, patience or time. Where the learning rate of each step
   * depends on how many there will be, their number must stay.
   */
  String key(String validFingerprint, WordVectors vectors) {
    List<String> key = new ArrayList<>();
    key.add("train=" + fingerprint.substring(0, 12));
    key.add("valid=" + validFingerprint.substring(0, 12));
    key.add("vectors=" + vectors.words().size() + "x" + vectors.dimension());
    key.add("architecture=" + architecture);
    key.add("gazetteers=" + options.gazetteers().fingerprint());
    key.add("encoder=" + (options.contextual() == null ? "" : options.contextual().fingerprint()));
    options
        .recipe()
        .values()
        .forEach(
            (option, value) -> {
              boolean decides =
                  option == TrainingOption.EPOCHS
                      && options.recipe().learningRateSchedule().equals(TrainingOption.LINEAR);
              if (decides || !option.mayChangeOnResume()) {
                key.add(option + "=" + value);
              }
            });
    return String.join(" ", key);
  }
}
