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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinearSizesTest {
  private static final int MOST = 1 << 30;

  @Test
  void theShapesFollowFromFeaturesWeightsAndLabels() {
    assertThat(TensorShapes.described(new LinearSizes(List.of("word[0]"), 4, 9).shapes(3)))
        .containsExactly(
            "feature.counts [4]",
            "feature.labels [9]",
            "feature.weights [9]",
            "crf.transitions [3, 3]",
            "crf.begin [3]",
            "crf.end [3]");
  }

  @Test
  void thereIsARowForEachFeatureAndOneMore() {
    LinearSizes sizes = new LinearSizes(List.of(), 4, 9);

    assertThat(sizes.wordRows()).isEqualTo(5);
    assertThat(sizes.characterIds()).isEqualTo(2);
    assertThat(sizes.affixes()).isZero();
  }

  @Test
  void noFeaturesAndAsManyAsTheBoundAreTaken() {
    assertThat(new LinearSizes(List.of(), 0, 0).wordRows()).isEqualTo(1);
    assertThat(new LinearSizes(List.of(), MOST, MOST).wordRows()).isEqualTo(MOST + 1);
  }

  @ParameterizedTest
  @CsvSource({"-1, 0", "0, -1", "1073741825, 0", "0, 1073741825"})
  void fewerOrMoreAreRefused(int features, int featureWeights) {
    assertThatThrownBy(() -> new LinearSizes(List.of(), features, featureWeights))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Features and their weights are 0 to 1073741824, found "
                + features
                + " and "
                + featureWeights);
  }
}
