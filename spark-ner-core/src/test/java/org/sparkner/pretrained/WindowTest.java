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

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class WindowTest {
  @Test
  void isTheWholeSentenceWhereThatFits() {
    assertThat(Window.over(new int[] {1, 2, 5}, 8)).containsExactly(new Window(0, 3, 0, 3));
  }

  @Test
  void sharesAQuarterWithTheNextAndHalvesIt() {
    int[] pieces = new int[14];
    Arrays.fill(pieces, 1);

    assertThat(Window.over(pieces, 8))
        .containsExactly(new Window(0, 8, 0, 7), new Window(6, 14, 7, 14));
  }

  @Property
  void takesEachTokenOnceFromAWindowThatFits(
      @ForAll @Size(min = 1, max = 200) List<@IntRange(min = 1, max = 5) Integer> tokens,
      @ForAll @IntRange(min = 20, max = 60) int capacity) {
    int[] pieces = tokens.stream().mapToInt(Integer::intValue).toArray();
    int taken = 0;
    for (Window window : Window.over(pieces, capacity)) {
      assertThat(window.from()).isEqualTo(taken).isGreaterThanOrEqualTo(window.begin());
      assertThat(window.to()).isGreaterThan(taken).isLessThanOrEqualTo(window.end());
      assertThat(Arrays.stream(pieces, window.begin(), window.end()).sum())
          .isLessThanOrEqualTo(capacity);
      taken = window.to();
    }
    assertThat(taken).isEqualTo(pieces.length);
  }
}
