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

package org.sparkner.tagger;

import java.util.List;
import org.sparkner.lexicon.AttributeValues;
import org.sparkner.lexicon.Lexicon;
import org.sparkner.model.FeatureVectors;
import org.sparkner.model.InputFeatures;
import org.sparkner.model.NeuralModel;

/** The vectors of a word's features side by side; its attribute is unknown. */
final class FeatureInput {
  private final InputFeatures features;
  private final Lexicon lexicon;
  private final List<FeatureVectors> tables;
  private final List<float[]> values;

  FeatureInput(NeuralModel model) {
    features = model.architecture().features();
    lexicon = model.lexicon();
    tables = model.sizes().featureVectors();
    values = tables.stream().map(table -> model.weights().values(table.name())).toList();
  }

  /** Writes the vectors of a word. */
  void copy(String word, float[] to, int at) {
    int[] ids = FeatureVectors.ids(word, AttributeValues.UNKNOWN, features, lexicon);
    int slot = 0;
    int next = at;
    for (int i = 0; i < tables.size(); i++) {
      int dimension = tables.get(i).dimension();
      for (int j = 0; j < tables.get(i).slots(); j++) {
        System.arraycopy(values.get(i), ids[slot++] * dimension, to, next, dimension);
        next += dimension;
      }
    }
  }
}
