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

package org.sparkner.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import org.junit.jupiter.api.Test;

class HalfFloatTest {
  @Test
  void everyHalfSurvivesTheWayThereAndBack() {
    for (int bits = Short.MIN_VALUE; bits <= Short.MAX_VALUE; bits++) {
      short half = (short) bits;
      float value = HalfFloat.toFloat(half);
      if (!Float.isNaN(value)) {
        assertThat(HalfFloat.of(value)).isEqualTo(half);
      }
    }
  }

  @Test
  void valuesAreThoseOfTheStandard() {
    assertThat(HalfFloat.toFloat((short) 0x3c00)).isEqualTo(1);
    assertThat(HalfFloat.toFloat((short) 0x3555)).isEqualTo(0.33325195f);
    assertThat(HalfFloat.toFloat((short) 0x0001)).isEqualTo(0x1p-24f);
    assertThat(HalfFloat.toFloat((short) 0x03ff)).isEqualTo(1023 * 0x1p-24f);
    assertThat(HalfFloat.toFloat((short) 0x7bff)).isEqualTo(65504);
    assertThat(HalfFloat.toFloat((short) 0xfc00)).isEqualTo(Float.NEGATIVE_INFINITY);
    assertThat(HalfFloat.toFloat(HalfFloat.of(Float.NaN))).isNaN();
    assertThat(HalfFloat.toFloat((short) 0x8000)).isEqualTo(-0f);
  }

  @Test
  void whatIsFiniteStaysFinite() {
    assertThat(HalfFloat.toFloat(HalfFloat.of(1e30f))).isEqualTo(65504);
    assertThat(HalfFloat.toFloat(HalfFloat.of(-65520))).isEqualTo(-65504);
    assertThat(HalfFloat.toFloat(HalfFloat.of(Float.POSITIVE_INFINITY)))
        .isEqualTo(Float.POSITIVE_INFINITY);
  }

  @Test
  void tiesGoToTheEvenOne() {
    assertThat(HalfFloat.of(1 + 0x1p-11f)).isEqualTo((short) 0x3c00);
    assertThat(HalfFloat.of(1 + 3 * 0x1p-11f)).isEqualTo((short) 0x3c02);
    assertThat(HalfFloat.of(0x1p-25f)).isEqualTo((short) 0);
    assertThat(HalfFloat.of(3 * 0x1p-25f)).isEqualTo((short) 2);
  }

  @Property
  void noOtherHalfIsNearer(@ForAll @FloatRange(min = -65504, max = 65504) float value) {
    short half = HalfFloat.of(value);
    double error = Math.abs((double) HalfFloat.toFloat(half) - value);
    for (int step = -1; step <= 1; step += 2) {
      float neighbour = HalfFloat.toFloat((short) (half + step));
      if (!Float.isNaN(neighbour)) {
        assertThat(error).isLessThanOrEqualTo(Math.abs((double) neighbour - value));
      }
    }
  }
}
