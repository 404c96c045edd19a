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

import org.sparkner.lexicon.Gazetteers;
import org.sparkner.model.Architecture;
import org.sparkner.model.FeatureVectors;
import org.sparkner.model.InputFeatures;
import org.sparkner.model.NeuralModel;
import org.sparkner.model.Weights;

/**
 * What gazetteers add to the gates of the first layer. Projections of words are of words in no
 * phrase; where a token is in one, the difference of the two places' vectors times their weights is
 * added.
 */
final class GazetteerInput {
  private final Gazetteers gazetteers;
  private final int columns;

  /** [type × place] rows of differences. */
  private final float[][] differences;

  /**
   * @param input of the first layer, its last rows of what is learned those of gazetteers
   */
  GazetteerInput(NeuralModel model, InputWeights input) {
    Architecture sizes = model.architecture();
    InputFeatures features = sizes.features();
    gazetteers = model.lexicon().gazetteers();
    columns = input.columns();
    int types = features.gazetteerTypes();
    int dimension = features.gazetteerDimension();
    differences = new float[types * Gazetteers.PLACES][];
    for (int type = 0; type < types; type++) {
      float[] vectors = model.weights().values(Weights.GAZETTEER_VECTORS);
      int rows = sizes.learnedInputSize() - (types - type) * dimension;
      int outside = FeatureVectors.gazetteerRow(type, Gazetteers.OUTSIDE);
      for (int place = 0; place < Gazetteers.PLACES; place++) {
        int row = FeatureVectors.gazetteerRow(type, place);
        float[] difference = new float[dimension];
        for (int i = 0; i < dimension; i++) {
          difference[i] = vectors[row * dimension + i] - vectors[outside * dimension + i];
        }
        differences[row] = input.product(difference, rows);
      }
    }
  }

  /**
   * Adds to the projections of a batch; those that change are replaced by copies.
   *
   * @param projections of the word at each place
   */
  void add(PackedBatch batch, float[][] projections) {
    if (differences.length == 0) {
      return;
    }
    for (int row = 0; row < batch.sentences().size(); row++) {
      Sentence sentence = batch.sentences().get(row);
      int[][] places = gazetteers.places(sentence.words());
      for (int t = 0; t < places.length; t++) {
        if (places[t] != null) {
          int at = batch.first(t) + row;
          projections[at] = sum(projections[at], places[t]);
        }
      }
    }
  }

  private float[] sum(float[] projection, int[] places) {
    float[] sum = projection.clone();
    for (int type = 0; type < places.length; type++) {
      if (places[type] != Gazetteers.OUTSIDE) {
        float[] difference = differences[FeatureVectors.gazetteerRow(type, places[type])];
        for (int j = 0; j < columns; j++) {
          sum[j] += difference[j];
        }
      }
    }
    return sum;
  }
}
