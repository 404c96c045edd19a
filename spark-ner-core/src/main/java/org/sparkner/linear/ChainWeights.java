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

package org.sparkner.linear;

import java.util.List;
import org.sparkner.lexicon.Lexicon;
import org.sparkner.model.LinearModel;
import org.sparkner.model.Tensor;
import org.sparkner.model.Weights;

/**
 * What an estimator learned.
 *
 * @param features with the labels that they have weights for
 * @param weights of the features
 * @param between [K × K], from label to label
 * @param begin [K]
 * @param end [K]
 */
public record ChainWeights(
    FeatureSet features, double[] weights, double[] between, double[] begin, double[] end) {

  /** Names of the features. */
  public Lexicon lexicon() {
    return new Lexicon(features.names(), new int[0]);
  }

  /** The weights as a {@link LinearModel} has them. */
  public Weights tensors() {
    int count = features.names().size();
    float[] counts = new float[count];
    for (int row = 0; row < count; row++) {
      counts[row] = features.begins()[row + 1] - features.begins()[row];
    }
    float[] labels = new float[weights.length];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = features.labels()[i];
    }
    int k = begin.length;
    return new Weights(
        List.of(
            new Tensor(LinearModel.FEATURE_COUNTS, new int[] {count}, counts),
            new Tensor(LinearModel.FEATURE_LABELS, new int[] {labels.length}, labels),
            new Tensor(LinearModel.FEATURE_WEIGHTS, new int[] {labels.length}, floats(weights)),
            new Tensor(Weights.TRANSITIONS, new int[] {k, k}, floats(between)),
            new Tensor(Weights.BEGIN, new int[] {k}, floats(begin)),
            new Tensor(Weights.END, new int[] {k}, floats(end))));
  }

  private static float[] floats(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }
}
