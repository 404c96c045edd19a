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

package org.sparkner.tags;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathDistributionTest {
  private static final int K = 3;
  private static final int LENGTH = 5;

  private static PathDistribution random(long seed) {
    Random random = new Random(seed);
    PathDistribution.Builder builder = new PathDistribution.Builder(K);
    for (int t = 0; t < LENGTH; t++) {
      for (int from = t == 0 ? PathDistribution.NONE : 0; from < (t == 0 ? 0 : K); from++) {
        for (int to = 0; to < K; to++) {
          if (from != 1 || to != 2) {
            builder.add(from, to, random.nextDouble());
          }
        }
      }
      builder.endToken();
    }
    return builder.build().orElseThrow();
  }

  /** Of each label sequence the probability. */
  private static Map<List<Integer>, Double> probabilities(PathDistribution paths) {
    List<Map<List<Integer>, Double>> pairs = new ArrayList<>();
    for (int t = 0; t < paths.size(); t++) {
      pairs.add(new HashMap<>());
    }
    paths.forEach((t, from, to, p) -> pairs.get(t).put(List.of(from, to), p));
    Map<List<Integer>, Double> all = new HashMap<>(Map.of(List.of(), 1.0));
    for (Map<List<Integer>, Double> ofToken : pairs) {
      Map<List<Integer>, Double> longer = new HashMap<>();
      for (Map.Entry<List<Integer>, Double> path : all.entrySet()) {
        int last = path.getKey().isEmpty() ? -1 : path.getKey().get(path.getKey().size() - 1);
        double row =
            ofToken.entrySet().stream()
                .filter(pair -> pair.getKey().get(0) == last)
                .mapToDouble(Map.Entry::getValue)
                .sum();
        ofToken.forEach(
            (pair, p) -> {
              if (pair.get(0) == last) {
                List<Integer> with = new ArrayList<>(path.getKey());
                with.add(pair.get(1));
                longer.put(with, path.getValue() * p / row);
              }
            });
      }
      all = longer;
    }
    return all;
  }

  @Test
  void theExpectationsOfNeighboursAgreeAndSumToOne() {
    double[] ends = new double[LENGTH * K];
    double[] begins = new double[LENGTH * K];
    random(1)
        .forEach(
            (t, from, to, p) -> {
              ends[t * K + to] += p;
              if (t > 0) {
                begins[(t - 1) * K + from] += p;
              }
            });
    for (int t = 0; t + 1 < LENGTH; t++) {
      double sum = 0;
      for (int j = t * K; j < (t + 1) * K; j++) {
        assertThat(begins[j]).isCloseTo(ends[j], within(1e-6));
        sum += ends[j];
      }
      assertThat(sum).isCloseTo(1, within(1e-6));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.25, 1, 2, 5})
  void aTemperatureIsThatOfWholeLabelSequences(double temperature) {
    Map<List<Integer>, Double> before = probabilities(random(2));
    Map<List<Integer>, Double> after = probabilities(random(2).tempered(temperature).orElseThrow());
    double sum = before.values().stream().mapToDouble(p -> Math.pow(p, 1 / temperature)).sum();
    assertThat(after.keySet()).isEqualTo(before.keySet());
    before.forEach(
        (path, p) ->
            assertThat(after.get(path))
                .isCloseTo(Math.pow(p, 1 / temperature) / sum, within(1e-6)));
  }

  @Test
  void aPartIsThatOfTheLegalSequencesOfItsTokens() {
    LabelSet labels = LabelSet.bioes(List.of("X"));
    int[] path = labels.encode(List.of("O", "B-X", "I-X", "E-X", "O"));
    PathDistribution certain = PathDistribution.certain(path);
    assertThat(certain.part(1, 4, labels))
        .contains(PathDistribution.certain(labels.encode(List.of("B-X", "I-X", "E-X"))));
    assertThat(certain.part(2, 5, labels)).isEmpty();
    assertThat(certain.part(4, 5, labels)).contains(PathDistribution.certain(labels.id("O")));
    assertThat(random(3).part(0, LENGTH, LabelSet.of(TagScheme.PLAIN, List.of("a", "b", "c"))))
        .hasValueSatisfying(
            whole ->
                probabilities(whole)
                    .forEach(
                        (each, p) ->
                            assertThat(p)
                                .isCloseTo(probabilities(random(3)).get(each), within(1e-6))));
  }

  @Test
  void staysTheSameAsBytesAndUnderOtherIdsThereAndBack() {
    PathDistribution paths = random(4);
    assertThat(PathDistribution.of(paths.toBytes(), LENGTH)).isEqualTo(paths);
    int[] ids = {300, 2, 150};
    int[] back = new int[301];
    back[300] = 0;
    back[2] = 1;
    back[150] = 2;
    assertThat(paths.relabelled(ids)).isNotEqualTo(paths);
    assertThat(paths.relabelled(ids).relabelled(back)).isEqualTo(paths);
  }

  @Test
  void aCertainLabelTakesAFewBytesAToken() {
    assertThat(PathDistribution.certain(new int[100]).bytes()).isEqualTo(700);
  }

  @Test
  void thereIsNoneWhereNoSequenceIsPossible() {
    assertThat(
            new PathDistribution.Builder(2)
                .add(PathDistribution.NONE, 0, 1)
                .endToken()
                .add(1, 0, 1)
                .endToken()
                .build())
        .isEmpty();
  }
}
