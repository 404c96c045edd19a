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
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparkner.tags.LabelSet;
import org.sparkner.tags.TagScheme;

/**
 * Everything the lattice gives, against the enumeration of all label sequences of small random
 * chains.
 */
class BruteForceTest {
  private static final double TOLERANCE = 1e-10;

  /** One chain: potentials, emissions and every legal path with its score. */
  private static final class Chain {
    final LabelSet labels;
    final Transitions transitions;
    final double[] emissions;
    final int length;
    final List<ScoredPath> paths = new ArrayList<>();
    double logPartition;

    Chain(Random random, LabelSet labels, int length, double spread) {
      this.labels = labels;
      this.length = length;
      int k = labels.size();
      this.transitions =
          Transitions.of(
              labels,
              floats(random, k * k, spread),
              floats(random, k, spread),
              floats(random, k, spread));
      float[] values = floats(random, length * k, spread);
      this.emissions = new double[values.length];
      for (int i = 0; i < values.length; i++) {
        emissions[i] = values[i];
      }
      enumerate(new int[length], 0);
      double most = paths.stream().mapToDouble(ScoredPath::score).max().orElseThrow();
      logPartition =
          most + Math.log(paths.stream().mapToDouble(p -> Math.exp(p.score() - most)).sum());
      paths.sort(Comparator.comparingDouble(ScoredPath::score).reversed());
    }

    private void enumerate(int[] path, int t) {
      if (t == length) {
        double score = transitions.score(emissions, path);
        if (score > Double.NEGATIVE_INFINITY) {
          paths.add(new ScoredPath(path.clone(), score));
        }
        return;
      }
      for (int label = 0; label < labels.size(); label++) {
        path[t] = label;
        enumerate(path, t + 1);
      }
    }

    float[] floatEmissions() {
      float[] values = new float[emissions.length];
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) emissions[i];
      }
      return values;
    }

    double probability(int begin, int... span) {
      double sum = 0;
      for (ScoredPath path : paths) {
        boolean same = true;
        for (int i = 0; i < span.length; i++) {
          same &= path.labels()[begin + i] == span[i];
        }
        sum += same ? Math.exp(path.score() - logPartition) : 0;
      }
      return sum;
    }
  }

  private static float[] floats(Random random, int count, double spread) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) (spread * random.nextGaussian());
    }
    return values;
  }

  /** Plain labels of 1 to 5, and BIOES of one type, for every length from 1 to 6. */
  private static List<Chain> chains(double spread) {
    Random random = new Random(7);
    List<Chain> chains = new ArrayList<>();
    for (int length = 1; length <= 6; length++) {
      for (int k = 1; k <= 5; k++) {
        List<String> names = List.of("a", "b", "c", "d", "e").subList(0, k);
        chains.add(new Chain(random, LabelSet.of(TagScheme.PLAIN, names), length, spread));
      }
      chains.add(new Chain(random, LabelSet.bioes(List.of("X")), length, spread));
    }
    return chains;
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 2, 50, 2000})
  void logPartitionAndMarginalsEqualTheEnumeration(double spread) {
    for (Chain chain : chains(spread)) {
      ForwardBackward lattice = new ForwardBackward();
      lattice.run(chain.transitions, chain.emissions, 0, chain.length);
      assertThat(lattice.logPartition())
          .isCloseTo(chain.logPartition, within(TOLERANCE * (1 + spread)));
      for (int t = 0; t < chain.length; t++) {
        for (int label = 0; label < chain.labels.size(); label++) {
          assertThat(lattice.marginal(t, label))
              .isCloseTo(chain.probability(t, label), within(TOLERANCE * (1 + spread)));
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 2, 50, 2000})
  void posteriorOfConsecutiveLabelsEqualsTheEnumeration(double spread) {
    for (Chain chain : chains(spread)) {
      ForwardBackward lattice = new ForwardBackward();
      lattice.run(chain.transitions, chain.floatEmissions(), 0, chain.length);
      for (ScoredPath path : chain.paths.subList(0, Math.min(3, chain.paths.size()))) {
        for (int begin = 0; begin < chain.length; begin++) {
          for (int end = begin + 1; end <= chain.length; end++) {
            int[] span = java.util.Arrays.copyOfRange(path.labels(), begin, end);
            assertThat(lattice.posterior(begin, span))
                .isCloseTo(chain.probability(begin, span), within(TOLERANCE * (1 + spread)));
          }
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 2, 50, 2000})
  void bestPathsAreTheEnumerationsBestInOrder(double spread) {
    for (Chain chain : chains(spread)) {
      List<ScoredPath> best =
          Viterbi.best(chain.transitions, chain.floatEmissions(), 0, chain.length, 7);
      assertThat(best).hasSize(Math.min(7, chain.paths.size()));
      for (int n = 0; n < best.size(); n++) {
        assertThat(best.get(n).score())
            .isCloseTo(chain.paths.get(n).score(), within(1e-9 * (1 + spread)));
        assertThat(best.get(n).labels()).isEqualTo(chain.paths.get(n).labels());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 2, 50, 2000})
  void gradientOfLogPartitionIsTheExpectedUseOfEachPotential(double spread) {
    for (Chain chain : chains(spread)) {
      int k = chain.labels.size();
      double[] emissions = new double[chain.length * k];
      TransitionGradient expected = TransitionGradient.zeros(k);
      for (ScoredPath path : chain.paths) {
        double probability = Math.exp(path.score() - chain.logPartition);
        int[] labels = path.labels();
        expected.begin()[labels[0]] += probability;
        expected.end()[labels[chain.length - 1]] += probability;
        for (int t = 0; t < chain.length; t++) {
          emissions[t * k + labels[t]] += probability;
          if (t > 0) {
            expected.between()[labels[t - 1] * k + labels[t]] += probability;
          }
        }
      }
      ForwardBackward lattice = new ForwardBackward();
      lattice.run(chain.transitions, chain.emissions, 0, chain.length);
      double[] found = new double[chain.length * k];
      TransitionGradient gradient = TransitionGradient.zeros(k);
      lattice.addExpectations(found, 0, gradient, 1);
      assertThat(found).containsExactly(emissions, within(TOLERANCE * (1 + spread)));
      assertThat(gradient.between())
          .containsExactly(expected.between(), within(TOLERANCE * (1 + spread)));
      assertThat(gradient.begin())
          .containsExactly(expected.begin(), within(TOLERANCE * (1 + spread)));
      assertThat(gradient.end()).containsExactly(expected.end(), within(TOLERANCE * (1 + spread)));
    }
  }
}
