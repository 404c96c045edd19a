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

package org.sparkner.crf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class GreedyDecoderTest {
  private static final float LOG_2 = (float) Math.log(2);
  private static final float LOG_5 = (float) Math.log(5);

  // Softmax 1/4, 1/2, 1/4 and 1/7, 1/7, 5/7, behind a value that is not the sentence's.
  private final float[] emissions = {9, 0, LOG_2, 0, 100, 100, 100 + LOG_5};
  private final GreedyDecoder decoder = new GreedyDecoder(3);

  @Test
  void takesTheLargestOfEachTokenByItself() {
    int[] path = new int[2];
    decoder.decode(emissions, 1, path);

    assertThat(path).containsExactly(1, 2);
  }

  @Test
  void marginalsAreTheSoftmaxAndPosteriorsTheirProduct() {
    decoder.run(emissions, 1, 2);

    assertThat(decoder.marginal(0, 0)).isCloseTo(0.25, within(1e-6));
    assertThat(decoder.marginal(1, 2)).isCloseTo(5 / 7.0, within(1e-6));
    assertThat(decoder.posterior(new int[] {1, 2}, 0, 2)).isCloseTo(2.5 / 7, within(1e-6));
    assertThat(decoder.posterior(new int[] {1, 2}, 1, 2)).isCloseTo(5 / 7.0, within(1e-6));
  }
}
