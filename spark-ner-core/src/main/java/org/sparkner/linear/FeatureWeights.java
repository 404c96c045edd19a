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

import java.util.ArrayList;
import java.util.List;
import org.sparkner.lexicon.Lexicon;

/** Gathers features and their weights, one feature after the other. */
final class FeatureWeights {
  private final List<String> names = new ArrayList<>();
  private final List<Integer> begins = new ArrayList<>();
  private final List<Integer> labels = new ArrayList<>();
  private final List<Double> weights = new ArrayList<>();
  private String name;

  /** Begins a feature. It is left out if no weight follows, or its name cannot be written. */
  void begin(String name) {
    this.name = name;
  }

  /** Adds a weight to the feature; labels rise. */
  void add(int label, double weight) {
    if (!Lexicon.holds(name)) {
      return;
    }
    if (names.isEmpty() || !names.get(names.size() - 1).equals(name)) {
      names.add(name);
      begins.add(labels.size());
    }
    labels.add(label);
    weights.add(weight);
  }

  ChainWeights with(double[] between, double[] begin, double[] end) {
    int[] starts = new int[begins.size() + 1];
    for (int i = 0; i < begins.size(); i++) {
      starts[i] = begins.get(i);
    }
    starts[begins.size()] = labels.size();
    FeatureSet features =
        new FeatureSet(names, starts, labels.stream().mapToInt(Integer::intValue).toArray());
    double[] values = weights.stream().mapToDouble(Double::doubleValue).toArray();
    return new ChainWeights(features, values, between, begin, end);
  }
}
