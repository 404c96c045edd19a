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

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.sparkner.tags.LabelSet;
import org.sparkner.tags.TagScheme;

class LocalNormalizationTest {
  private static final LabelSet PLAIN = LabelSet.of(TagScheme.PLAIN, List.of("A", "B", "C"));
  private static final LabelSet BIOES = LabelSet.bioes(List.of("X"));

  @Property(tries = 100)
  void makesTheChainsProbabilitiesTheProductsOfTheLocalOnes(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int length) {
    check(PLAIN, seed, length, 1);
  }

  @Property(tries = 100)
  void sharesWhatLocalModelsGiveToForbiddenEnds(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int length) {
    check(BIOES, seed, length, 1);
  }

  @Property(tries = 50)
  void staysExactWherePotentialsAreLarge(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int length) {
    check(BIOES, seed, length, 150);
  }

  private static void check(LabelSet labels, long seed, int length, double size) {
    Random random = new Random(seed);
    int k = labels.size();
    float[] between = normal(k * k, size, random);
    float[] begin = normal(k, size, random);
    Transitions transitions = Transitions.of(labels, between, begin, new float[k]);
    float[] emissions = normal(length * k, size, random);
    double[] local = new double[(int) Math.pow(k, length)];
    for (int i = 0; i < local.length; i++) {
      local[i] = probability(labels, transitions, emissions, path(i, k, length));
    }
    double legal = Arrays.stream(local).sum();

    new LocalNormalization(transitions).apply(emissions, length);

    ForwardBackward chain = new ForwardBackward();
    chain.run(transitions, emissions, 0, length);
    for (int i = 0; i < local.length; i++) {
      double found = chain.posterior(0, path(i, k, length));
      if (legal > 1e-6) {
        assertThat(found).isCloseTo(local[i] / legal, within(size * 1e-5));
      }
    }
  }

  private static double probability(
      LabelSet labels, Transitions transitions, float[] emissions, int[] path) {
    int k = labels.size();
    double probability = labels.mayEnd(path[path.length - 1]) ? 1 : 0;
    for (int t = 0; t < path.length; t++) {
      double[] scores = new double[k];
      for (int j = 0; j < k; j++) {
        scores[j] =
            emissions[t * k + j]
                + (t == 0 ? transitions.begin(j) : transitions.between(path[t - 1], j));
      }
      double most = Arrays.stream(scores).max().orElseThrow();
      double sum = Arrays.stream(scores).map(score -> Math.exp(score - most)).sum();
      probability *= Math.exp(scores[path[t]] - most) / sum;
    }
    return Double.isNaN(probability) ? 0 : probability;
  }

  private static int[] path(int number, int labels, int length) {
    int[] path = new int[length];
    for (int t = 0, rest = number; t < length; t++, rest /= labels) {
      path[t] = rest % labels;
    }
    return path;
  }

  private static float[] normal(int count, double size, Random random) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) (size * random.nextGaussian());
    }
    return values;
  }
}
