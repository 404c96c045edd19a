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

package org.sparkner.spark;

import java.util.List;
import org.sparkner.lexicon.AttributeValues;
import org.sparkner.model.Architecture;
import org.sparkner.model.InputFeatures;
import org.sparkner.model.NerModel;
import org.sparkner.model.RandomModel;
import org.sparkner.tags.LabelSet;
import org.sparkner.tags.TagScheme;

/** Models small enough for tests. What they find is of no use, but always the same. */
final class TinyModel {
  private static final Architecture SIZES =
      Architecture.DEFAULT
          .with()
          .wordDimension(8)
          .characterDimension(4)
          .characterFilters(5)
          .hidden(16)
          .maxWordLength(20)
          .build();

  private TinyModel() {}

  /** Two entity types in BIOES. */
  static NerModel entities() {
    return RandomModel.of(
        SIZES, LabelSet.bioes(List.of("LOC", "PER")), RandomModel.syntheticLexicon(20), 7);
  }

  /** Reads the attributes NOUN and VERB beside the tokens. */
  static NerModel withAttributes() {
    return RandomModel.of(
        SIZES.withFeatures(InputFeatures.NONE.withAttributeDimension(6)),
        LabelSet.bioes(List.of("LOC", "PER")),
        RandomModel.syntheticLexicon(20)
            .withAttributeValues(AttributeValues.of(List.of("NOUN", "VERB"))),
        7);
  }

  /** Plain labels. */
  static NerModel plain() {
    return RandomModel.of(
        SIZES,
        LabelSet.of(TagScheme.PLAIN, List.of("DET", "NOUN", "VERB")),
        RandomModel.syntheticLexicon(20),
        7);
  }
}
