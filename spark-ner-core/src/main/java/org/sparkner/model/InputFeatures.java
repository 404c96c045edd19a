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

import com.fasterxml.jackson.annotation.JsonInclude;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.io.Serializable;
import org.sparkner.error.UsageException;
import org.sparkner.lexicon.Affixes;
import org.sparkner.option.NetworkOption;
import org.sparkner.option.OptionMap;
import org.sparkner.option.OptionValues;
import org.sparkner.pretrained.ContextualVectors;

/**
 * What the encoder reads of a token beside the vectors of its word and its characters: a learned
 * vector for each of these features, and the vector of a pretrained encoder.
 *
 * @param capitalisationDimension floats of the vector of {@link
 *     org.sparkner.lexicon.Capitalisation}; 0 for none
 * @param affixDimension floats of the vector of each prefix and suffix, see {@link Affixes}; 0 for
 *     none
 * @param gazetteerDimension floats of the vector of a token's place in the phrases of a gazetteer's
 *     type, see {@link org.sparkner.lexicon.Gazetteers}; at least 1 where there are types
 * @param gazetteerTypes types of the gazetteers, of which each has a vector; 0 for none
 * @param attributeDimension floats of the vector of a token's attribute, such as its part of
 *     speech, see {@link org.sparkner.lexicon.AttributeValues}; 0 for none
 * @param contextual vectors of a pretrained encoder, which are not learned; null for none
 */
@RecordBuilder
public record InputFeatures(
    int capitalisationDimension,
    int affixDimension,
    int gazetteerDimension,
    int gazetteerTypes,
    int attributeDimension,
    @JsonInclude(JsonInclude.Include.NON_NULL) ContextualVectors contextual)
    implements InputFeaturesBuilder.With, Serializable {
  /** No features; gazetteers, once there are some, have 5 floats. */
  public static final InputFeatures NONE =
      InputFeaturesBuilder.builder()
          .capitalisationDimension(NetworkOption.CAPITALISATION_DIMENSION.byDefault())
          .affixDimension(NetworkOption.AFFIX_DIMENSION.byDefault())
          .gazetteerDimension(NetworkOption.GAZETTEER_DIMENSION.byDefault())
          .attributeDimension(NetworkOption.ATTRIBUTE_DIMENSION.byDefault())
          .build();

  /** Above any number of types in use. */
  private static final int MOST_TYPES = 1 << 10;

  /**
   * @throws UsageException if a size is out of the range of its option
   */
  public InputFeatures {
    NetworkOption.CAPITALISATION_DIMENSION.check(capitalisationDimension);
    NetworkOption.AFFIX_DIMENSION.check(affixDimension);
    NetworkOption.GAZETTEER_DIMENSION.check(gazetteerDimension);
    NetworkOption.ATTRIBUTE_DIMENSION.check(attributeDimension);
    if (gazetteerTypes < 0 || gazetteerTypes > MOST_TYPES) {
      throw new UsageException(
          "Gazetteers need to be of 0 to " + MOST_TYPES + " types, found " + gazetteerTypes);
    }
  }

  /** What is set of the features' sizes, over those here. */
  InputFeatures overlaid(OptionValues set) {
    return with()
        .capitalisationDimension(
            set.get(NetworkOption.CAPITALISATION_DIMENSION, capitalisationDimension))
        .affixDimension(set.get(NetworkOption.AFFIX_DIMENSION, affixDimension))
        .gazetteerDimension(set.get(NetworkOption.GAZETTEER_DIMENSION, gazetteerDimension))
        .attributeDimension(set.get(NetworkOption.ATTRIBUTE_DIMENSION, attributeDimension))
        .build();
  }

  /** The values of the features' options. */
  OptionMap values() {
    return new OptionMap()
        .put(NetworkOption.CAPITALISATION_DIMENSION, capitalisationDimension)
        .put(NetworkOption.AFFIX_DIMENSION, affixDimension)
        .put(NetworkOption.GAZETTEER_DIMENSION, gazetteerDimension)
        .put(NetworkOption.ATTRIBUTE_DIMENSION, attributeDimension);
  }

  /** Floats of a token's vector of a pretrained encoder; 0 where it has none. */
  public int contextualDimension() {
    return contextual == null ? 0 : contextual.dimension();
  }

  /** Floats of a token's learned vectors together. */
  public int size() {
    return capitalisationDimension
        + Affixes.PER_WORD * affixDimension
        + attributeDimension
        + gazetteerTypes * gazetteerDimension;
  }
}
