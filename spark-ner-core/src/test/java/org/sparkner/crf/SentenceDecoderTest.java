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

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.sparkner.kernel.KernelProvider;
import org.sparkner.tags.LabelSet;
import org.sparkner.tags.TagScheme;

/** Against {@link Viterbi} and {@link ForwardBackward}, which are tested by enumeration. */
class SentenceDecoderTest {
  private final Random random = new Random(1);

  @Test
  void agreesWithTheExactRecursions() {
    for (LabelSet labels :
        List.of(
            LabelSet.bioes(List.of("PER", "LOC")),
            LabelSet.of(TagScheme.PLAIN, List.of("A", "B", "C")),
            LabelSet.of(TagScheme.PLAIN, List.of("A")))) {
      Transitions transitions = transitions(labels, 2);
      SentenceDecoder decoder = new SentenceDecoder(transitions, KernelProvider.best());
      for (int length : new int[] {7, 1, 2, 40, 3}) {
        assertAgreement(decoder, transitions, emissions(length, labels.size(), 3), length);
      }
    }
  }

  @Test
  void doesNotLoseASmallTermThatMattersLater() {
    LabelSet labels = LabelSet.bioes(List.of("PER"));
    for (double spread : new double[] {30, 90, 250, 400, 900}) {
      Transitions transitions = transitions(labels, 5);
      SentenceDecoder decoder = new SentenceDecoder(transitions, KernelProvider.best());
      for (int round = 0; round < 30; round++) {
        assertAgreement(decoder, transitions, emissions(9, labels.size(), spread), 9);
      }
    }
  }

  @Test
  void takesImmoderateTransitions() {
    LabelSet labels = LabelSet.bioes(List.of("PER"));
    Transitions transitions = transitions(labels, 500);
    assertAgreement(
        new SentenceDecoder(transitions, KernelProvider.best()),
        transitions,
        emissions(6, labels.size(), 3),
        6);
  }

  @Test
  void marginalsOfALongSentenceSumToOne() {
    LabelSet labels = LabelSet.bioes(List.of("PER", "LOC", "ORG", "MISC"));
    SentenceDecoder decoder = new SentenceDecoder(transitions(labels, 2), KernelProvider.best());
    decoder.run(emissions(5000, labels.size(), 4), 5, 5000);
    for (int t = 0; t < 5000; t++) {
      double sum = 0;
      for (int j = 0; j < labels.size(); j++) {
        sum += decoder.marginal(t, j);
      }
      assertThat(sum).isCloseTo(1, within(1e-9));
    }
  }

  private static void assertAgreement(
      SentenceDecoder decoder, Transitions transitions, float[] emissions, int length) {
    int[] path = new int[length];
    decoder.decode(emissions, 5, path);
    assertThat(path).containsExactly(Viterbi.best(transitions, emissions, 5, length).labels());

    ForwardBackward exact = new ForwardBackward();
    exact.run(transitions, emissions, 5, length);
    decoder.run(emissions, 5, length);
    for (int t = 0; t < length; t++) {
      for (int j = 0; j < transitions.labels(); j++) {
        assertThat(decoder.marginal(t, j)).isCloseTo(exact.marginal(t, j), within(1e-9));
      }
      for (int to = t + 1; to <= length; to++) {
        assertThat(decoder.posterior(path, t, to))
            .isCloseTo(exact.posterior(t, java.util.Arrays.copyOfRange(path, t, to)), within(1e-9));
      }
    }
  }

  private Transitions transitions(LabelSet labels, double spread) {
    int k = labels.size();
    return Transitions.of(
        labels, floats(k * k, 0, spread), floats(k, 0, spread), floats(k, 0, spread));
  }

  private float[] emissions(int length, int labels, double spread) {
    return floats(length * labels, 5, spread);
  }

  private float[] floats(int count, int offset, double spread) {
    float[] values = new float[offset + count];
    for (int i = offset; i < values.length; i++) {
      values[i] = (float) (spread * random.nextGaussian());
    }
    return values;
  }
}
