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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sparkner.model.Architecture;
import org.sparkner.model.CharacterEncoder;
import org.sparkner.model.Decoder;
import org.sparkner.model.WordEncoder;

class NetworkParamsTest {
  @Test
  void chooseThePartsOfTheNetwork() {
    NerTagger tagger =
        new NerTagger()
            .setWordEncoder("cnn")
            .setLayers(2)
            .setWindowWidth(3)
            .setCharacterEncoder("intnet")
            .setCharacterWidths("3,5")
            .setCharacterBlocks(1)
            .setDecoder("crf-bigram");

    assertThat(StageOptions.training(tagger).architecture())
        .isEqualTo(
            Architecture.DEFAULT
                .withEncoder(WordEncoder.CNN, 2, true)
                .withWindowWidth(3)
                .withCharacterEncoder(CharacterEncoder.INTNET)
                .withCharacterWidths(List.of(3, 5))
                .withCharacterBlocks(1)
                .withDecoder(Decoder.CRF_BIGRAM));
  }

  @Test
  void refuseAWindowWithoutAMiddle() {
    assertThatThrownBy(() -> new NerTagger().setCharacterWidths("3,4"))
        .hasMessageContaining("characterWidths needs odd, different numbers");
    assertThatThrownBy(() -> new NerTagger().setWindowWidth(4))
        .hasMessageContaining("windowWidth needs an odd whole number");
  }
}
