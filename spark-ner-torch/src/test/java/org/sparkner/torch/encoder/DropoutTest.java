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

package org.sparkner.torch.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparkner.torch.HostArrays;

class DropoutTest {
  private static final int COUNT = 200_000;

  private static float[] applied(Dropout dropout, int count, long step, int place) {
    float[] values = new float[count];
    Arrays.fill(values, 1);
    try (PointerScope scope = new PointerScope()) {
      Tensor tensor = HostArrays.toDevice(values, Opened.CPU, count);
      HostArrays.toHost(dropout.apply(tensor, 0, step, place), values, 0);
    }
    return values;
  }

  private static double kept(float[] values) {
    int kept = 0;
    for (float value : values) {
      kept += value == 0 ? 0 : 1;
    }
    return (double) kept / values.length;
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.05, 0.1, 0.5, 0.9})
  void dropsAsManyAsAreAskedForAndScalesTheOthers(double probability) {
    try (Dropout dropout = new Dropout(Opened.CPU, 1, probability)) {
      for (int step = 1; step <= 5; step++) {
        float[] values = applied(dropout, COUNT, step, 2);

        assertThat(kept(values)).isCloseTo(1 - probability, within(0.005));
        for (float value : values) {
          assertThat(value).isIn(0f, (float) (1 / (1 - probability)));
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 3", "2, 2"})
  void anotherStepOrPlaceDropsOthersIndependently(long step, int place) {
    try (Dropout dropout = new Dropout(Opened.CPU, 1, 0.5)) {
      float[] one = applied(dropout, COUNT, 1, 2);
      float[] other = applied(dropout, COUNT, step, place);
      float[] both = new float[COUNT];
      for (int i = 0; i < COUNT; i++) {
        both[i] = one[i] * other[i];
      }
      assertThat(kept(both)).isCloseTo(0.25, within(0.005));
    }
  }

  @Test
  void neighboursAreDroppedIndependently() {
    try (Dropout dropout = new Dropout(Opened.CPU, 1, 0.5)) {
      for (int distance : new int[] {1, 2, 64, 384, 1000}) {
        float[] one = applied(dropout, COUNT, 9, 1);
        float[] both = new float[COUNT - distance];
        for (int i = 0; i < both.length; i++) {
          both[i] = one[i] * one[i + distance];
        }
        assertThat(kept(both)).isCloseTo(0.25, within(0.005));
      }
    }
  }

  @Test
  void whatIsDroppedDoesNotDependOnWhatWasAskedForBefore() {
    try (Dropout small = new Dropout(Opened.CPU, 1, 0.5);
        Dropout large = new Dropout(Opened.CPU, 1, 0.5)) {
      applied(large, COUNT, 1, 1);

      assertThat(applied(small, 100, 2, 1)).containsExactly(applied(large, 100, 2, 1));
    }
  }

  @Test
  void nothingIsDroppedWithAProbabilityOfNothing() {
    try (Dropout dropout = new Dropout(Opened.CPU, 1, 0)) {
      assertThat(kept(applied(dropout, 1000, 1, 1))).isEqualTo(1);
    }
  }
}
