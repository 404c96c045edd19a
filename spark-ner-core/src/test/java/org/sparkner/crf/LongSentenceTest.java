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

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.sparkner.tags.LabelSet;
import org.sparkner.tags.TagScheme;

/** 5,000 tokens, 100 labels, float emissions. */
class LongSentenceTest {
  private static final int LENGTH = 5000;
  private static final int LABELS = 100;

  private static LabelSet plainLabels() {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < LABELS; i++) {
      names.add("L" + i);
    }
    return LabelSet.of(TagScheme.PLAIN, names);
  }

  private static float[] gaussian(Random random, int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  @Test
  void marginalsStillSumToOneAtEveryToken() {
    Random random = new Random(3);
    Transitions transitions =
        Transitions.of(
            plainLabels(),
            gaussian(random, LABELS * LABELS),
            gaussian(random, LABELS),
            gaussian(random, LABELS));
    ForwardBackward lattice = new ForwardBackward();
    lattice.run(transitions, gaussian(random, LENGTH * LABELS), 0, LENGTH);
    for (int t = 0; t < LENGTH; t += 97) {
      double sum = 0;
      for (int label = 0; label < LABELS; label++) {
        sum += lattice.marginal(t, label);
      }
      assertThat(sum).isCloseTo(1, within(1e-9));
    }
  }

  @Test
  void withoutTransitionPotentialsLogPartitionIsTheSumOfTheTokens() {
    Random random = new Random(4);
    float[] emissions = gaussian(random, LENGTH * LABELS);
    Transitions transitions =
        Transitions.of(
            plainLabels(), new float[LABELS * LABELS], new float[LABELS], new float[LABELS]);
    double expected = 0;
    for (int t = 0; t < LENGTH; t++) {
      double sum = 0;
      for (int label = 0; label < LABELS; label++) {
        sum += Math.exp(emissions[t * LABELS + label]);
      }
      expected += Math.log(sum);
    }
    ForwardBackward lattice = new ForwardBackward();
    lattice.run(transitions, emissions, 0, LENGTH);
    assertThat(lattice.logPartition()).isCloseTo(expected, within(1e-7));
  }

  @Test
  void noForbiddenSequenceIsDecodedHoweverLoudTheEmissions() {
    LabelSet labels = LabelSet.bioes(List.of("LOC", "PER"));
    Random random = new Random(5);
    int k = labels.size();
    float[] emissions = gaussian(random, 2000 * k);
    for (int i = 0; i < emissions.length; i++) {
      emissions[i] *= 1000;
    }
    Transitions transitions =
        Transitions.of(labels, gaussian(random, k * k), gaussian(random, k), gaussian(random, k));
    for (ScoredPath path : Viterbi.best(transitions, emissions, 0, 2000, 3)) {
      assertThat(TagScheme.BIOES.accepts(labels.decode(path.labels()))).isTrue();
    }
  }
}
