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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sparkner.error.UsageException;

class HalvingRunnerTest {
  private final List<Integer> tried = new ArrayList<>();

  /** A device with memory for so many pieces. */
  private HalvingRunner runner(int mostPieces) {
    return new HalvingRunner(
        batch -> {
          tried.add(batch.size());
          if (batch.size() * batch.get(0).pieces().length > mostPieces) {
            throw new DeviceMemoryException("CUDA out of memory", null);
          }
          return FakeWindows.vectors(batch);
        },
        EncoderDevice.cuda(0));
  }

  private static List<EncoderInput> windows(int count, int length) {
    return IntStream.range(0, count).mapToObj(i -> FakeWindows.window(i, length)).toList();
  }

  @Test
  void aBatchThatDoesNotFitIsHalvedUntilItDoesAndIsCompleteAndInOrder() {
    List<EncoderInput> windows = windows(16, 10);

    List<Vectors> found = runner(45).run(windows);

    assertThat(FakeWindows.names(found)).isEqualTo(FakeWindows.namesOf(windows));
    assertThat(tried).startsWith(16, 8, 4).containsOnlyOnce(16, 8);
  }

  @Test
  void whatDidNotFitIsNotTriedAgain() {
    HalvingRunner runner = runner(45);
    runner.run(windows(16, 10));
    tried.clear();

    runner.run(windows(16, 10));
    runner.run(windows(16, 20));

    assertThat(tried).containsOnly(4, 2);
  }

  @Test
  void oneWindowThatDoesNotFitIsRefusedInOneLine() {
    assertThatThrownBy(() -> runner(5).run(windows(4, 10)))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("cuda:0 has not memory enough for a window of 10 word pieces")
        .hasMessageContaining("nvidia-smi")
        .hasMessageContaining("device = cpu");
    assertThat(tried).containsExactly(4, 2, 1);
  }

  @Test
  void theLinesOfCudaAndOfOnnxRuntimeAreKnownForAFullMemory() {
    assertThat(
            List.of(
                "CUDA failure 2: out of memory ; GPU=0 ; expr=cudaMalloc((void**)&p, size)",
                "Failed to allocate memory for requested buffer of size 3221225472",
                "CUBLAS failure 3: CUBLAS_STATUS_ALLOC_FAILED ; GPU=0"))
        .allMatch(OnnxGraph::isOutOfMemory);
    assertThat(OnnxGraph.isOutOfMemory("indices element out of data bounds, idx=9")).isFalse();
  }
}
