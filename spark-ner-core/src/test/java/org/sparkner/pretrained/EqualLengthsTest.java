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

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EqualLengthsTest {
  @Test
  void batchesAreOfEqualLengthAndBoundedAndTheResultsInTheOrderGiven() {
    List<EncoderInput> windows = FakeWindows.windows(0, 100);
    List<Integer> pieces = new ArrayList<>();

    List<Vectors> found =
        EqualLengths.run(
            windows,
            12,
            batch -> {
              pieces.add(batch.size() * batch.get(0).pieces().length);
              return FakeWindows.vectors(batch);
            });

    assertThat(FakeWindows.names(found)).isEqualTo(FakeWindows.namesOf(windows));
    assertThat(pieces).allMatch(count -> count <= 12).hasSizeLessThan(50);
  }

  @Test
  void aWindowLongerThanABatchIsABatchByItself() {
    List<EncoderInput> windows = List.of(FakeWindows.window(1, 20), FakeWindows.window(2, 20));

    List<Vectors> found =
        EqualLengths.run(
            windows,
            12,
            batch -> {
              assertThat(batch).hasSize(1);
              return FakeWindows.vectors(batch);
            });

    assertThat(FakeWindows.names(found)).containsExactly(1, 2);
  }

  @Test
  void noWindowsAreNoBatch() {
    assertThat(
            EqualLengths.run(
                List.of(),
                12,
                batch -> {
                  throw new AssertionError("a batch of nothing");
                }))
        .isEmpty();
  }
}
