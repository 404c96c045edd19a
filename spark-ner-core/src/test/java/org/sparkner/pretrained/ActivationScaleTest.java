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

package org.sparkner.pretrained;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ActivationScaleTest {
  private static final int CHANNELS = 32;

  /**
   * @param far how many times the values of the last channel are as large as the others'
   */
  private static ActivationRange range(float far) {
    Random random = new Random(2);
    ActivationRange range = new ActivationRange(CHANNELS);
    float[] values = new float[1000 * CHANNELS];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian() * (i % CHANNELS == CHANNELS - 1 ? far : 1);
    }
    range.add(FloatBuffer.wrap(values));
    return range;
  }

  private static float[] matrix() {
    Random random = new Random(3);
    float[] matrix = new float[8 * CHANNELS];
    for (int i = 0; i < matrix.length; i++) {
      matrix[i] = (float) random.nextGaussian();
    }
    return matrix;
  }

  @Test
  void equalChannelsStayTogether() {
    ActivationScale scale = ActivationScale.of(range(1), List.of(matrix()), true);

    assertThat(scale.outliers()).isEmpty();
    assertThat(scale.zero()).isBetween(100, 155);
    assertThat(scale.step()).isBetween(6f / 255, 12f / 255);
  }

  @Test
  void channelsFarAboveTheOthersAreLeftOut() {
    ActivationScale scale = ActivationScale.of(range(1000), List.of(matrix()), true);

    assertThat(scale.outliers()).contains(CHANNELS - 1).hasSizeLessThanOrEqualTo(CHANNELS / 8);
    assertThat(scale.step()).isLessThan(12f / 255);
  }

  @Test
  void largerChannelsAreDividedByMore() {
    ActivationScale scale = ActivationScale.of(range(3), List.of(matrix()), true);

    assertThat(scale.factors()[CHANNELS - 1]).isGreaterThan(scale.factors()[0]);
    assertThat(scale.error()).isPositive();
  }

  @Test
  void theErrorIsAboutThatOfTheProducts() {
    float[] matrix = matrix();
    ActivationRange range = range(3);
    ActivationScale scale = ActivationScale.of(range, List.of(matrix), true);
    float[] steps = scale.weightSteps(matrix);
    Random random = new Random(4);
    double squared = 0;
    int rows = 2000;
    for (int row = 0; row < rows; row++) {
      double[] differences = new double[8];
      for (int c = 0; c < CHANNELS; c++) {
        double value = random.nextGaussian() * (c == CHANNELS - 1 ? 3 : 1);
        double step = scale.step() * scale.factors()[c];
        double rounded = Math.rint(value / step) * step;
        for (int o = 0; o < 8; o++) {
          double weight = matrix[o * CHANNELS + c];
          double weightStep = steps[o] / scale.factors()[c];
          differences[o] += value * weight - rounded * Math.rint(weight / weightStep) * weightStep;
        }
      }
      for (double difference : differences) {
        squared += difference * difference;
      }
    }
    assertThat(squared / rows / scale.error()).isBetween(0.5, 2.0);
  }

  @Test
  void channelsThatAreNotNormalisedHaveRoomForLargerValuesThanWereSeen() {
    ActivationRange range = range(3);
    ActivationScale tight = ActivationScale.of(range, List.of(matrix()), true);
    ActivationScale roomy = ActivationScale.of(range, List.of(matrix()), false);

    assertThat(spare(roomy, range)).isGreaterThan(1.09f).isGreaterThan(spare(tight, range));
    assertThat(distinctFactors(tight)).isGreaterThan(CHANNELS / 2);
    assertThat(distinctFactors(roomy)).as("most channels count as equally large").isLessThan(6);
  }

  private static long distinctFactors(ActivationScale scale) {
    return IntStream.range(0, CHANNELS).mapToObj(c -> scale.factors()[c]).distinct().count();
  }

  /**
   * How many times the values that were seen fit into the range, for the channel that fits least of
   * those that are not left out.
   */
  private static float spare(ActivationScale scale, ActivationRange range) {
    float spare = Float.POSITIVE_INFINITY;
    for (int c = 0; c < CHANNELS; c++) {
      if (Arrays.binarySearch(scale.outliers(), c) >= 0) {
        continue;
      }
      float step = scale.step() * scale.factors()[c];
      spare = Math.min(spare, (255 - scale.zero()) * step / range.highest(c));
      spare = Math.min(spare, scale.zero() * step / -range.lowest(c));
    }
    return spare;
  }
}
