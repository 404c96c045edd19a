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

import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sparkner.device.Device;
import org.sparkner.model.Architecture;
import org.sparkner.model.NetworkSizes;
import org.sparkner.network.IndexedSentence;
import org.sparkner.network.RandomSentences;
import org.sparkner.network.TaggerNetwork;
import org.sparkner.network.WordTable;
import org.sparkner.tags.LabelSet;
import org.sparkner.torch.Memory;

class TorchMemoryTest {
  private static final LabelSet LABELS = LabelSet.bioes(List.of("X"));
  private static final int WARM_UP = 200;
  private static final int STEPS = 800;

  /** A step that kept what it made, some 0.2 MB, would take 160 MB here. */
  @Tag("slow")
  @Test
  void eightHundredStepsTakeNoMoreMemoryOutsideTheHeap() throws IOException {
    Architecture sizes =
        Architecture.DEFAULT
            .with()
            .wordDimension(20)
            .characterDimension(10)
            .characterFilters(10)
            .hidden(32)
            .maxWordLength(5)
            .build();
    TaggerNetwork network =
        new TorchBackend()
            .network(
                new NetworkSizes(sizes, 50, 12, RandomSentences.AFFIXES),
                LABELS,
                new WordTable(new float[50 * 20], 20, 50),
                0.5,
                3,
                Device.CPU);
    List<IndexedSentence> batch =
        RandomSentences.of(new Random(1), LABELS, 50, 12, 12, 9, 12, 3, 10, 7, 12, 5, 8, 11);
    float[] parameters = network.parameters();
    float[] gradients = null;
    long before = 0;
    for (int step = 0; step < WARM_UP + STEPS; step++) {
      if (step == WARM_UP) {
        before = Memory.outsideTheHeap();
      }
      network.backpropagate(batch, step);
      gradients = network.gradients(gradients);
      for (int i = 0; i < parameters.length; i++) {
        parameters[i] -= 0.001f * gradients[i];
      }
      network.setParameters(parameters);
    }
    assertThat(Memory.outsideTheHeap() - before).isLessThan(100L << 20);
  }
}
