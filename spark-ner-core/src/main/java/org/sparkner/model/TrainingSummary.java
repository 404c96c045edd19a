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

package org.sparkner.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Map;

/**
 * Where a model comes from, for its manifest.
 *
 * @param language BCP 47 tag of the text, which chooses the tokeniser, such as {@code en}; {@code
 *     und} for any
 * @param sourceScheme the scheme of the training data
 * @param trainingSentences sentences trained on
 * @param trainingTokens tokens trained on
 * @param trainingFingerprint SHA-256 over the training data, in hexadecimal
 * @param seed seed of the run
 * @param epoch the epoch whose weights these are, from 1; 0 for weights that were never trained; of
 *     a linear model the passes over the data
 * @param metrics scores on the validation data, such as {@code valid_f1}, and {@link
 *     #PRETRAINED_TOKENS}, in percent
 */
@RecordBuilder
public record TrainingSummary(
    String language,
    String sourceScheme,
    long trainingSentences,
    long trainingTokens,
    String trainingFingerprint,
    long seed,
    int epoch,
    Map<String, Double> metrics) {
  /**
   * The share of the training tokens that had a pretrained vector; without vectors there is none.
   */
  public static final String PRETRAINED_TOKENS = "pretrained_tokens";

  private static final String F1 = "valid_f1";

  public TrainingSummary {
    metrics = Map.copyOf(metrics);
  }

  /**
   * Whether nothing that the model found in the validation data was right. False where there was
   * none.
   */
  public boolean foundNothing() {
    Double f1 = metrics.get(F1);
    return f1 != null && f1 == 0;
  }

  /** This summary with other scores. */
  public TrainingSummary withMetrics(Map<String, Double> scores) {
    return TrainingSummaryBuilder.builder()
        .language(language)
        .sourceScheme(sourceScheme)
        .trainingSentences(trainingSentences)
        .trainingTokens(trainingTokens)
        .trainingFingerprint(trainingFingerprint)
        .seed(seed)
        .epoch(epoch)
        .metrics(scores)
        .build();
  }
}
