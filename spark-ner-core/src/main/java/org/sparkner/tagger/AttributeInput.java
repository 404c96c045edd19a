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

import org.sparkner.lexicon.Affixes;
import org.sparkner.lexicon.AttributeValues;
import org.sparkner.model.Architecture;
import org.sparkner.model.InputFeatures;
import org.sparkner.model.NeuralModel;
import org.sparkner.model.Weights;

/**
 * What attributes add to the gates of the first layer. Projections of words are of words of an
 * unknown one; to each token the difference of the vectors of its own and the unknown, times their
 * weights, is added.
 */
final class AttributeInput {
  private final AttributeValues tags;

  /** A row of differences for each attribute, by its id. */
  private final float[][] differences;

  /**
   * @param model that reads attributes
   * @param input of the first layer
   */
  AttributeInput(NeuralModel model, InputWeights input) {
    tags = model.lexicon().attributeValues();
    Architecture sizes = model.architecture();
    InputFeatures features = sizes.features();
    int first =
        sizes.wordDimension()
            + sizes.characterSize()
            + features.capitalisationDimension()
            + Affixes.PER_WORD * features.affixDimension();
    int dimension = features.attributeDimension();
    float[] vectors = model.weights().values(Weights.ATTRIBUTE_VECTORS);
    differences = new float[tags.size() + 1][];
    for (int id = 0; id < differences.length; id++) {
      float[] difference = new float[dimension];
      for (int i = 0; i < dimension; i++) {
        difference[i] =
            vectors[id * dimension + i] - vectors[AttributeValues.UNKNOWN * dimension + i];
      }
      differences[id] = input.product(difference, first);
    }
  }

  /**
   * Adds to the projections of a batch, which are replaced by copies.
   *
   * @param projections of the word at each place
   */
  void add(PackedBatch batch, float[][] projections) {
    for (int row = 0; row < batch.sentences().size(); row++) {
      Sentence sentence = batch.sentences().get(row);
      for (int t = 0; t < sentence.length(); t++) {
        int id = tags.id(sentence.attribute(t));
        if (id != AttributeValues.UNKNOWN) {
          int at = batch.first(t) + row;
          projections[at] = sum(projections[at], differences[id]);
        }
      }
    }
  }

  private static float[] sum(float[] projection, float[] difference) {
    float[] sum = projection.clone();
    for (int j = 0; j < difference.length; j++) {
      sum[j] += difference[j];
    }
    return sum;
  }
}
