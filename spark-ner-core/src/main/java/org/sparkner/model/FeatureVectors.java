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
import org.sparkner.lexicon.AttributeValues;
import org.sparkner.lexicon.Capitalisation;
import org.sparkner.lexicon.Gazetteers;
import org.sparkner.lexicon.Lexicon;

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
  static List<FeatureVectors> of(InputFeatures features, int affixes, int attributeValues) {
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
    if (features.attributeDimension() > 0) {
      tables.add(
          new FeatureVectors(
              Weights.ATTRIBUTE_VECTORS, 1, attributeValues + 1, features.attributeDimension()));
    }
    if (features.gazetteerTypes() > 0) {
      tables.add(
          new FeatureVectors(
              Weights.GAZETTEER_VECTORS,
              features.gazetteerTypes(),
              features.gazetteerTypes() * Gazetteers.PLACES,
              features.gazetteerDimension()));
    }
    return tables;
  }

  /**
   * The ids of a word's features, one a slot, in the order of the tables; in no phrase of a
   * gazetteer.
   *
   * @param attribute id of its attribute
   */
  public static int[] ids(String word, int attribute, InputFeatures features, Lexicon lexicon) {
    int capitals = features.capitalisationDimension() > 0 ? 1 : 0;
    int affixes = features.affixDimension() > 0 ? Affixes.PER_WORD : 0;
    int parts = features.attributeDimension() > 0 ? 1 : 0;
    int[] ids = new int[capitals + affixes + parts + features.gazetteerTypes()];
    if (capitals > 0) {
      ids[0] = Capitalisation.of(word).ordinal();
    }
    if (affixes > 0) {
      lexicon.affixes().ids(word, ids, capitals);
    }
    if (parts > 0) {
      ids[capitals + affixes] = attribute;
    }
    for (int type = 0; type < features.gazetteerTypes(); type++) {
      ids[capitals + affixes + parts + type] = gazetteerRow(type, Gazetteers.OUTSIDE);
    }
    return ids;
  }

  /**
   * The ids of a token that stands in phrases of gazetteers.
   *
   * @param ids of its word
   * @param places of {@link Gazetteers#places}; null where it is in none
   */
  public static int[] ids(int[] ids, int[] places) {
    if (places == null) {
      return ids;
    }
    int[] placed = ids.clone();
    for (int type = 0; type < places.length; type++) {
      placed[placed.length - places.length + type] = gazetteerRow(type, places[type]);
    }
    return placed;
  }

  /**
   * The ids of each token of a sentence, [token][slot].
   *
   * @param attributes attributes, as many as tokens; empty where there are none
   */
  public static int[][] ids(
      List<String> tokens, List<String> attributes, InputFeatures features, Lexicon lexicon) {
    int[][] places = lexicon.gazetteers().places(tokens);
    int[][] ids = new int[tokens.size()][];
    for (int t = 0; t < ids.length; t++) {
      int part =
          attributes.isEmpty()
              ? AttributeValues.UNKNOWN
              : lexicon.attributeValues().id(attributes.get(t));
      ids[t] = ids(ids(tokens.get(t), part, features, lexicon), places[t]);
    }
    return ids;
  }

  /** Row of the vector of a place in the phrases of a type. */
  public static int gazetteerRow(int type, int place) {
    return type * Gazetteers.PLACES + place;
  }
}
