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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.sparkner.error.UsageException;
import org.sparkner.option.NetworkOption;
import org.sparkner.option.OptionMap;
import org.sparkner.pretrained.ContextualVectors;

class InputFeaturesTest {
  private static final InputFeatures SOME =
      InputFeatures.NONE
          .with()
          .capitalisationDimension(4)
          .affixDimension(3)
          .attributeDimension(2)
          .gazetteerTypes(2)
          .gazetteerDimension(5)
          .build();

  @Test
  void theSizeCountsEachAffixAndEachTypeOfGazetteer() {
    assertThat(SOME.size()).isEqualTo(4 + 8 * 3 + 2 + 2 * 5);
    assertThat(InputFeatures.NONE.size()).isZero();
  }

  @Test
  void contextualVectorsAreNotAmongTheLearnedOnes() {
    InputFeatures contextual = SOME.withContextual(new ContextualVectors("out", 7, 8, false));

    assertThat(contextual.contextualDimension()).isEqualTo(7);
    assertThat(contextual.size()).isEqualTo(SOME.size());
    assertThat(SOME.contextualDimension()).isZero();
  }

  @Test
  void gazetteersAreOfNoTypesTo1024() {
    assertThat(SOME.withGazetteerTypes(1024).gazetteerTypes()).isEqualTo(1024);
    for (int types : new int[] {-1, 1025}) {
      assertThatThrownBy(() -> SOME.withGazetteerTypes(types))
          .isInstanceOf(UsageException.class)
          .hasMessage("Gazetteers need to be of 0 to 1024 types, found " + types);
    }
  }

  @Test
  void whatIsSetReplacesItsSizeAlone() {
    OptionMap set = new OptionMap().put(NetworkOption.AFFIX_DIMENSION, 9);

    assertThat(SOME.overlaid(set)).isEqualTo(SOME.withAffixDimension(9));
  }

  @Test
  void itsValuesSetAllSizesButTheNumberOfTypes() {
    assertThat(InputFeatures.NONE.overlaid(SOME.values())).isEqualTo(SOME.withGazetteerTypes(0));
  }
}
