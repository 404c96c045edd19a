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

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sparkner.tags.LabelSet;

class RandomModelTest {
  @Test
  void hasTheShapesOfItsArchitectureAndTheLabelsOfConll() {
    NeuralModel model = RandomModel.ofDefaultSizes(50, 1);

    assertThat(model.architecture()).isEqualTo(Architecture.DEFAULT);
    assertThat(model.labels().types()).containsExactly("LOC", "MISC", "ORG", "PER");
    Map<String, int[]> shapes = model.sizes().shapes(17);
    for (Tensor tensor : model.weights().tensors()) {
      assertThat(tensor.shape()).as(tensor.name()).isEqualTo(shapes.get(tensor.name()));
    }
  }

  @Test
  void drawsWithinTheBoundsOfMaAndHovyAndOpensTheForgetGates() {
    Weights weights = RandomModel.ofDefaultSizes(50, 1).weights();

    assertWithin(weights.values(Weights.CHARACTER_VECTORS), Math.sqrt(3.0 / 30));
    assertWithin(weights.values("lstm.forward.input"), Math.sqrt(6.0 / (130 + 200)));
    assertWithin(weights.values(Weights.EMISSION_WEIGHT), Math.sqrt(6.0 / (400 + 17)));
    float[] bias = weights.values("lstm.backward.bias");
    assertThat(bias[199]).isZero();
    assertThat(bias[200]).isEqualTo(1);
    assertThat(bias[399]).isEqualTo(1);
    assertThat(bias[400]).isZero();
  }

  @Test
  void isTheSameForTheSameSeedOnly() {
    assertThat(vectors(1)).isEqualTo(vectors(1)).isNotEqualTo(vectors(2));
  }

  private static float[] vectors(long seed) {
    return RandomModel.of(
            Architecture.DEFAULT
                .with()
                .wordDimension(3)
                .characterDimension(2)
                .characterFilters(2)
                .hidden(2)
                .maxWordLength(10)
                .build(),
            LabelSet.bioes(List.of("X")),
            RandomModel.syntheticLexicon(9),
            seed)
        .weights()
        .values(Weights.WORD_VECTORS);
  }

  private static void assertWithin(float[] values, double bound) {
    double most = 0;
    for (float value : values) {
      most = Math.max(most, Math.abs(value));
    }
    assertThat(most).isBetween(0.95 * bound, bound);
  }
}
