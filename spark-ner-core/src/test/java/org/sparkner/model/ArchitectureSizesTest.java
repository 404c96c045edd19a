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

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sparkner.error.UsageException;
import org.sparkner.option.NetworkOption;
import org.sparkner.option.OptionMap;
import org.sparkner.pretrained.ContextualVectors;

class ArchitectureSizesTest {
  private static final Architecture SMALL =
      Architecture.DEFAULT
          .with()
          .wordDimension(5)
          .characterDimension(4)
          .characterFilters(3)
          .characterWidths(List.of(3, 5))
          .characterBlocks(2)
          .hidden(2)
          .build();

  /** It differs from the defaults in every option of the network. */
  private static final Architecture OTHER =
      ArchitectureBuilder.builder()
          .wordDimension(6)
          .characterEncoder(CharacterEncoder.INTNET)
          .characterDimension(7)
          .characterFilters(8)
          .characterWidths(List.of(5, 7))
          .characterBlocks(3)
          .maxWordLength(20)
          .wordEncoder(WordEncoder.FFNN_WINDOW)
          .layers(2)
          .bidirectional(false)
          .hidden(11)
          .windowWidth(9)
          .decoder(Decoder.CRF_BIGRAM)
          .features(InputFeatures.NONE.with().capitalisationDimension(1).affixDimension(2).build())
          .build();

  @Test
  void theVectorOfAWordsCharactersHasAllOutputsOfItsEncoder() {
    assertThat(SMALL.withCharacterEncoder(CharacterEncoder.NONE).characterSize()).isZero();
    assertThat(SMALL.withCharacterEncoder(CharacterEncoder.CNN).characterSize()).isEqualTo(2 * 3);
    assertThat(SMALL.withCharacterEncoder(CharacterEncoder.INTNET).characterSize())
        .isEqualTo(3 * 2 * 3);
    assertThat(SMALL.withCharacterEncoder(CharacterEncoder.LSTM).characterSize()).isEqualTo(2 * 3);
  }

  @Test
  void theInputIsOfWordCharactersFeaturesAndContext() {
    Architecture sizes =
        SMALL.withFeatures(
            InputFeatures.NONE
                .with()
                .attributeDimension(4)
                .contextual(new ContextualVectors("out", 7, 8, false))
                .build());

    assertThat(sizes.learnedInputSize()).isEqualTo(5 + 6 + 4);
    assertThat(sizes.inputSize()).isEqualTo(5 + 6 + 4 + 7);
    assertThat(sizes.withEncoder(WordEncoder.NONE, 1, true).outputSize()).isEqualTo(22);
  }

  @Test
  void theOutputHasBothDirectionsOfARecurrentEncoderOnly() {
    assertThat(SMALL.withEncoder(WordEncoder.GRU, 1, true).outputSize()).isEqualTo(4);
    assertThat(SMALL.withEncoder(WordEncoder.GRU, 1, false).outputSize()).isEqualTo(2);
    assertThat(SMALL.withEncoder(WordEncoder.CNN, 1, true).outputSize()).isEqualTo(2);
  }

  @Test
  void theOperationsOfATokenAreThoseOfItsLayersAndOfTheEmissions() {
    double layer = 2 * 2 * (130 * 800 + 200 * 800);

    assertThat(Architecture.DEFAULT.flopsPerToken(9)).isEqualTo(layer + 2 * 400 * 9);
    assertThat(Architecture.DEFAULT.withDecoder(Decoder.CRF_BIGRAM).flopsPerToken(9))
        .isEqualTo(layer + 2 * 400 * (9 + 81));
    assertThat(SMALL.withEncoder(WordEncoder.NONE, 1, true).flopsPerToken(3)).isEqualTo(2 * 11 * 3);
  }

  @Test
  void convolutionsHaveAtMost16384Outputs() {
    Architecture funnel =
        SMALL.withCharacterEncoder(CharacterEncoder.INTNET).withCharacterFilters(2);

    assertThat(funnel.withCharacterBlocks(4095).characterSize()).isEqualTo(16384);
    assertThatThrownBy(() -> funnel.withCharacterBlocks(4096))
        .isInstanceOf(UsageException.class)
        .hasMessage("Character convolutions need at most 16384 outputs, found 16388");
  }

  @Test
  void everyWidthIsInTheRangeOfAWidth() {
    assertThatThrownBy(() -> SMALL.withCharacterWidths(List.of(3, 16385)))
        .isInstanceOf(UsageException.class)
        .hasMessage("characterWidth needs an odd whole number from 1 to 16384, found 16385");
  }

  @Test
  void itsValuesMakeTheSameOfAnyOther() {
    Architecture oneWidth = OTHER.withCharacterWidths(List.of(9));

    assertThat(Architecture.DEFAULT.overlaid(OTHER.values())).isEqualTo(OTHER);
    assertThat(OTHER.overlaid(Architecture.DEFAULT.values())).isEqualTo(Architecture.DEFAULT);
    assertThat(Architecture.DEFAULT.overlaid(oneWidth.values())).isEqualTo(oneWidth);
  }

  @Test
  void whatIsNotSetStays() {
    OptionMap set = new OptionMap().put(NetworkOption.HIDDEN, 12);

    assertThat(OTHER.overlaid(new OptionMap())).isEqualTo(OTHER);
    assertThat(OTHER.overlaid(set)).isEqualTo(OTHER.withHidden(12));
  }

  @Test
  void oneWidthIsTheValueOfAnotherOptionThanSeveral() {
    OptionMap several = OTHER.values();
    OptionMap one = Architecture.DEFAULT.values();

    assertThat(several.find(NetworkOption.CHARACTER_WIDTHS)).contains(List.of(5, 7));
    assertThat(several.find(NetworkOption.CHARACTER_WIDTH)).isEmpty();
    assertThat(one.find(NetworkOption.CHARACTER_WIDTH)).contains(3);
    assertThat(one.find(NetworkOption.CHARACTER_WIDTHS)).isEmpty();
  }
}
