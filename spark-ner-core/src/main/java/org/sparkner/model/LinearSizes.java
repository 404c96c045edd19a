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

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Sizes of a linear chain over features.
 *
 * @param templates what the features are, as {@link org.sparkner.feature.FeatureTemplate} writes it
 * @param features named in the lexicon
 * @param featureWeights weights of all features; a feature has one for some of the labels
 */
public record LinearSizes(List<String> templates, int features, int featureWeights)
    implements ModelSizes {
  /** Above any model in use; it keeps rows of the lexicon within an int. */
  private static final int MOST = 1 << 30;

  public LinearSizes {
    templates = List.copyOf(templates);
    if (features < 0 || features > MOST || featureWeights < 0 || featureWeights > MOST) {
      throw new IllegalArgumentException(
          "Features and their weights are 0 to "
              + MOST
              + ", found "
              + features
              + " and "
              + featureWeights);
    }
  }

  @Override
  @JsonIgnore
  public int wordRows() {
    return features + 1;
  }

  @Override
  @JsonIgnore
  public int characterIds() {
    return 2;
  }

  @Override
  @JsonIgnore
  public int affixes() {
    return 0;
  }

  @Override
  public Map<String, int[]> shapes(int labels) {
    Map<String, int[]> shapes = new LinkedHashMap<>();
    shapes.put(LinearModel.FEATURE_COUNTS, new int[] {features});
    shapes.put(LinearModel.FEATURE_LABELS, new int[] {featureWeights});
    shapes.put(LinearModel.FEATURE_WEIGHTS, new int[] {featureWeights});
    shapes.put(Weights.TRANSITIONS, new int[] {labels, labels});
    shapes.put(Weights.BEGIN, new int[] {labels});
    shapes.put(Weights.END, new int[] {labels});
    return shapes;
  }
}
