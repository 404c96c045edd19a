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

package org.sparkner.torch.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.sparkner.error.UsageException;
import org.sparkner.network.IndexedSentence;
import org.sparkner.network.RandomSentences;
import org.sparkner.tags.LabelSet;
import org.sparkner.torch.TorchDevice;

class BatchPartsTest {
  private static final List<IndexedSentence> BATCH =
      RandomSentences.of(new Random(7), LabelSet.bioes(List.of("X")), 40, 12, 4, 5, 3, 2, 6, 4);

  private final BatchParts parts = new BatchParts(new TorchDevice("cuda:0"), Integer.MAX_VALUE);
  private final List<Integer> done = new ArrayList<>();
  private final List<Integer> tried = new ArrayList<>();

  private static int tokens(int begin, int end) {
    return BATCH.subList(begin, end).stream().mapToInt(IndexedSentence::size).sum();
  }

  /** On a device with memory for so many tokens. */
  private void compute(int mostTokens) {
    parts.compute(
        BATCH,
        done::clear,
        (begin, end) -> {
          tried.add(tokens(begin, end));
          if (tokens(begin, end) > mostTokens) {
            throw new IllegalStateException("CUDA out of memory. Tried to allocate 2.00 GiB.");
          }
          for (int i = begin; i < end; i++) {
            done.add(i);
          }
        });
  }

  @Test
  void aBatchThatDoesNotFitStartsAgainInHalvesAndLaterOnesAreNotTriedWhole() {
    int all = tokens(0, BATCH.size());
    compute(all / 2);

    assertThat(done).containsExactly(0, 1, 2, 3, 4, 5);
    assertThat(tried).startsWith(all).containsOnlyOnce(all);
    tried.clear();
    compute(all / 2);
    assertThat(tried).doesNotContain(all).allMatch(tokens -> tokens <= all / 2);
  }

  @Test
  void oneSentenceThatDoesNotFitIsRefusedInOneLine() {
    assertThatThrownBy(() -> compute(1))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("Device cuda:0 has not memory enough for the network to learn from")
        .hasMessageContaining("lower batchSize");
  }

  @Test
  void anotherFailureIsNotTakenForFullMemory() {
    assertThatThrownBy(
            () ->
                parts.compute(
                    BATCH,
                    done::clear,
                    (begin, end) -> {
                      throw new IllegalArgumentException("shapes");
                    }))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
