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
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparkner.tags.LabelSet;
import org.sparkner.tags.TagScheme;

/** Against the sum over all label sequences. */
class BigramChainTest {
  private static final double TOLERANCE = 1e-9;
  private static final int OFFSET = 3;

  /** A chain with the scores of a sentence and every legal path. */
  private static final class Case {
    final LabelSet labels;
    final int length;
    final double[] begin;
    final double[] end;
    final double[] scores;
    final List<int[]> paths = new ArrayList<>();

    Case(Random random, LabelSet labels, int length, double spread) {
      this.labels = labels;
      this.length = length;
      int k = labels.size();
      begin = values(random, k, spread);
      end = values(random, k, spread);
      scores = values(random, OFFSET + length * (k + k * k), spread);
      enumerate(new int[length], 0);
    }

    private static double[] values(Random random, int count, double spread) {
      return random.doubles(count, -spread, spread).map(value -> (float) value).toArray();
    }

    private void enumerate(int[] path, int t) {
      if (t == length) {
        if (labels.mayEnd(path[t - 1])) {
          paths.add(path.clone());
        }
        return;
      }
      for (int j = 0; j < labels.size(); j++) {
        if (t == 0 ? labels.mayBegin(j) : labels.mayFollow(path[t - 1], j)) {
          path[t] = j;
          enumerate(path, t + 1);
        }
      }
    }

    BigramChain chain() {
      return BigramChain.of(labels, begin, end);
    }

    /** From the definition. */
    double score(int[] path) {
      int k = labels.size();
      double sum = begin[path[0]] + end[path[length - 1]];
      for (int t = 0; t < length; t++) {
        int row = OFFSET + t * (k + k * k);
        sum += scores[row + path[t]];
        sum += t == 0 ? 0 : scores[row + k + path[t - 1] * k + path[t]];
      }
      return sum;
    }

    double logPartition() {
      double most = paths.stream().mapToDouble(this::score).max().orElseThrow();
      return most + Math.log(paths.stream().mapToDouble(p -> Math.exp(score(p) - most)).sum());
    }

    float[] singles() {
      float[] singles = new float[scores.length];
      for (int i = 0; i < singles.length; i++) {
        singles[i] = (float) scores[i];
      }
      return singles;
    }
  }

  private static List<Case> cases(double spread) {
    Random random = new Random(17);
    List<Case> cases = new ArrayList<>();
    for (int length = 1; length <= 4; length++) {
      cases.add(new Case(random, LabelSet.bioes(List.of("X")), length, spread));
      cases.add(
          new Case(random, LabelSet.of(TagScheme.PLAIN, List.of("a", "b", "c")), length, spread));
      cases.add(new Case(random, LabelSet.of(TagScheme.PLAIN, List.of("a")), length, spread));
    }
    return cases;
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 3, 2000})
  void likelihoodMarginalsAndPosteriorsEqualTheEnumeration(double spread) {
    for (Case each : cases(spread)) {
      BigramLattice lattice = new BigramLattice(each.chain());
      lattice.run(each.scores, OFFSET, each.length);
      double logPartition = each.logPartition();
      assertThat(lattice.logPartition()).isCloseTo(logPartition, within(TOLERANCE * (1 + spread)));
      double[][] marginals = new double[each.length][each.labels.size()];
      for (int[] path : each.paths) {
        assertThat(each.chain().score(each.scores, OFFSET, path))
            .isCloseTo(each.score(path), within(TOLERANCE));
        double probability = Math.exp(each.score(path) - logPartition);
        assertThat(lattice.posterior(path, 0, each.length))
            .isCloseTo(probability, within(TOLERANCE * (1 + spread)));
        for (int t = 0; t < each.length; t++) {
          marginals[t][path[t]] += probability;
        }
      }
      for (int t = 0; t < each.length; t++) {
        for (int j = 0; j < each.labels.size(); j++) {
          assertThat(lattice.marginal(t, j))
              .isCloseTo(marginals[t][j], within(TOLERANCE * (1 + spread)));
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 3, 2000})
  void bestPathsAreTheEnumerationsBestInOrder(double spread) {
    for (Case each : cases(spread)) {
      List<int[]> expected = new ArrayList<>(each.paths);
      expected.sort(Comparator.comparingDouble(each::score).reversed());

      List<ScoredPath> best =
          new BigramDecoder(each.chain()).best(each.singles(), OFFSET, each.length, 7);

      assertThat(best).hasSize(Math.min(7, expected.size()));
      for (int n = 0; n < best.size(); n++) {
        assertThat(best.get(n).labels()).isEqualTo(expected.get(n));
        assertThat(best.get(n).score())
            .isCloseTo(each.score(expected.get(n)), within(TOLERANCE * (1 + spread)));
      }
    }
  }

  @Test
  void theGradientOfLogPartitionIsTheExpectedUseOfEachPotential() {
    for (Case each : cases(2)) {
      int k = each.labels.size();
      BigramLattice lattice = new BigramLattice(each.chain());
      lattice.run(each.singles(), OFFSET, each.length);
      double[] scores = new double[each.scores.length];
      double[] begin = new double[k];
      double[] end = new double[k];
      for (int[] path : each.paths) {
        double probability = Math.exp(each.score(path) - each.logPartition());
        begin[path[0]] += probability;
        end[path[each.length - 1]] += probability;
        for (int t = 0; t < each.length; t++) {
          int row = OFFSET + t * (k + k * k);
          scores[row + path[t]] += probability;
          if (t > 0) {
            scores[row + k + path[t - 1] * k + path[t]] += probability;
          }
        }
      }
      double[] foundScores = new double[scores.length];
      double[] foundBegin = new double[k];
      double[] foundEnd = new double[k];
      lattice.addExpectations(foundScores, OFFSET, foundBegin, foundEnd, 1);
      assertThat(foundScores).containsExactly(scores, within(TOLERANCE));
      assertThat(foundBegin).containsExactly(begin, within(TOLERANCE));
      assertThat(foundEnd).containsExactly(end, within(TOLERANCE));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 3, 2000})
  void theBestPathIsTheEnumerationsBest(double spread) {
    for (Case each : cases(spread)) {
      int[] path = new int[each.length];
      new BigramDecoder(each.chain()).decode(each.singles(), OFFSET, path);
      double best = each.paths.stream().mapToDouble(each::score).max().orElseThrow();
      assertThat(each.paths).as(Arrays.toString(path)).anyMatch(p -> Arrays.equals(p, path));
      assertThat(each.score(path)).isCloseTo(best, within(TOLERANCE * (1 + spread)));
    }
  }

  @Test
  void withPairsThatDoNotDependOnTheInputItIsTheLinearChain() {
    LabelSet labels = LabelSet.bioes(List.of("X", "Y"));
    int k = labels.size();
    Case each = new Case(new Random(5), labels, 4, 2);
    double[] between = Arrays.copyOfRange(each.scores, OFFSET + k, OFFSET + k + k * k);
    double[] emissions = new double[each.length * k];
    for (int t = 0; t < each.length; t++) {
      int row = OFFSET + t * (k + k * k);
      System.arraycopy(each.scores, row, emissions, t * k, k);
      System.arraycopy(between, 0, each.scores, row + k, k * k);
    }
    ForwardBackward linear = new ForwardBackward();
    linear.run(Transitions.of(labels, between, each.begin, each.end), emissions, 0, each.length);
    BigramLattice lattice = new BigramLattice(each.chain());
    lattice.run(each.scores, OFFSET, each.length);

    assertThat(lattice.logPartition()).isCloseTo(linear.logPartition(), within(TOLERANCE));
    assertThat(lattice.marginal(2, 1)).isCloseTo(linear.marginal(2, 1), within(TOLERANCE));
  }

  @Test
  void refusesPotentialsOfAnotherNumberOfLabels() {
    assertThatThrownBy(
            () -> BigramChain.of(LabelSet.bioes(List.of("X")), new double[4], new double[5]))
        .hasMessage("A chain of 5 labels found 4 and 5 values.");
  }
}
