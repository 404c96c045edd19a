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
import org.junit.jupiter.api.Test;

class ConvolutionShapeTest {
  private static final Architecture SMALL =
      Architecture.DEFAULT
          .with()
          .characterDimension(4)
          .characterFilters(3)
          .characterBlocks(2)
          .build();

  @Test
  void oneWidthIsOneStageWithoutTheWidthInItsName() {
    List<List<ConvolutionShape>> stages =
        SMALL.withCharacterWidths(List.of(5)).characterConvolutions();

    assertThat(stages).containsExactly(List.of(new ConvolutionShape("char", 4, 5, 3)));
  }

  @Test
  void severalWidthsStandSideBySideWithTheirWidthsInTheirNames() {
    assertThat(SMALL.withCharacterWidths(List.of(5, 3)).characterConvolutions())
        .containsExactly(
            List.of(
                new ConvolutionShape("char.5", 4, 5, 3), new ConvolutionShape("char.3", 4, 3, 3)));
  }

  @Test
  void aBottleneckOfAFunnelReadsAllOutputsOfAllStagesBefore() {
    Architecture funnel =
        SMALL.withCharacterEncoder(CharacterEncoder.INTNET).withCharacterWidths(List.of(3, 5));

    assertThat(funnel.characterConvolutions())
        .containsExactly(
            List.of(
                new ConvolutionShape("char.3", 4, 3, 3), new ConvolutionShape("char.5", 4, 5, 3)),
            List.of(new ConvolutionShape("char.block1.bottleneck", 6, 1, 3)),
            List.of(
                new ConvolutionShape("char.block1.3", 3, 3, 3),
                new ConvolutionShape("char.block1.5", 3, 5, 3)),
            List.of(new ConvolutionShape("char.block2.bottleneck", 12, 1, 3)),
            List.of(
                new ConvolutionShape("char.block2.3", 3, 3, 3),
                new ConvolutionShape("char.block2.5", 3, 5, 3)));
  }

  @Test
  void itsFiltersHaveARowForEachPlaceOfEachComponent() {
    ConvolutionShape convolution = new ConvolutionShape("char.block1", 4, 5, 3);

    assertThat(convolution.window()).isEqualTo(20);
    assertThat(convolution.filters()).isEqualTo("char.block1.filters");
    assertThat(convolution.bias()).isEqualTo("char.block1.bias");
    assertThat(TensorShapes.described(convolution.shapes()))
        .containsExactly("char.block1.filters [20, 3]", "char.block1.bias [3]");
  }
}
