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

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.sparkner.lexicon.Affixes;
import org.sparkner.lexicon.Lexicon;
import org.sparkner.lexicon.Capitalisation;

/**
 * A table of learned vectors of features, [rows × dimension], of which a token has some: one for
 * each of its slots.
 *
 * @param name of the tensor
 * @param slots vectors of a token
 * @param rows ids of the feature
 * @param dimension floats of a vector
 */
public record FeatureVectors(String name, int slots, int rows, int dimension)
    implements Serializable {
  /** The tables of an architecture, in the order of the encoder's input. */
  static List<FeatureVectors> of(InputFeatures features, int affixes) {
    List<FeatureVectors> tables = new ArrayList<>();
    if (features.capitalisationDimension() > 0) {
      int classes = Capitalisation.values().length;
      tables.add(
          new FeatureVectors(
              Weights.CAPITALISATION_VECTORS, 1, classes, features.capitalisationDimension()));
    }
    if (features.affixDimension() > 0) {
      tables.add(
          new FeatureVectors(
              Weights.AFFIX_VECTORS, Affixes.PER_WORD, affixes + 1, features.affixDimension()));
    }
    return tables;
  }

  /** The ids of a word's features, one a slot, in the order of the tables. */
  public static int[] ids(String word, InputFeatures features, Lexicon lexicon) {
    int capitals = features.capitalisationDimension() > 0 ? 1 : 0;
    int[] ids = new int[capitals + (features.affixDimension() > 0 ? Affixes.PER_WORD : 0)];
    if (capitals > 0) {
      ids[0] = Capitalisation.of(word).ordinal();
    }
    if (features.affixDimension() > 0) {
      lexicon.affixes().ids(word, ids, capitals);
    }
    return ids;
  }
}
