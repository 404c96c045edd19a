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
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparkner.tags.GoldLabels;
import org.sparkner.tags.LabelSet;
import org.sparkner.tags.LatentLabels;
import org.sparkner.tags.PathDistribution;
import org.sparkner.tags.TagScheme;

/**
 * The loss against the enumeration of all label sequences of small random chains, and its gradient
 * against differences of the loss.
 */
class NegativeLogLikelihoodTest {
  private static final LabelSet LABELS =
      LabelSet.of(TagScheme.BIOES, List.of("O", "B-PER", "E-PER", "S-LOC"));
  private static final int K = LABELS.size();
  private static final int TOKENS = 3;

  /** Emissions of another sentence stand before those that count. */
  private static final int OFFSET = 2;

  private static final double STEP = 1e-5;

  private final double[] between;
  private final double[] begin;
  private final double[] end;
  private final double[] emissions;

  NegativeLogLikelihoodTest() {
    Random random = new Random(3);
    between = random.doubles(K * K, -1, 1).toArray();
    begin = random.doubles(K, -1, 1).toArray();
    end = random.doubles(K, -1, 1).toArray();
    emissions = random.doubles(OFFSET + TOKENS * K, -1, 1).toArray();
  }

  private Transitions transitions() {
    return Transitions.of(LABELS, between, begin, end);
  }

  private double loss(GoldLabels gold) {
    return new NegativeLogLikelihood()
        .add(
            transitions(),
            emissions,
            OFFSET,
            gold,
            new double[emissions.length],
            new TransitionGradient(new double[K * K], new double[K], new double[K]));
  }

  /** The sum of a value over all label sequences, weighed by what they are worth. */
  private double sum(ToDoubleFunction<int[]> worth) {
    double sum = 0;
    int[] path = new int[TOKENS];
    for (int number = 0; number < Math.pow(K, TOKENS); number++) {
      for (int t = 0, rest = number; t < TOKENS; t++, rest /= K) {
        path[t] = rest % K;
      }
      sum += worth.applyAsDouble(path);
    }
    return sum;
  }

  private double score(int[] path) {
    return transitions().score(Arrays.copyOfRange(emissions, OFFSET, emissions.length), path);
  }

  private double logPartition() {
    return Math.log(sum(path -> Math.exp(score(path))));
  }

  private static int[] ids(String... labels) {
    return Arrays.stream(labels).mapToInt(LABELS::id).toArray();
  }

  private static GoldLabels known(double weight) {
    return new GoldLabels(ids("O", "B-PER", "E-PER"), null, weight);
  }

  /** O may be of a person. */
  private static GoldLabels partial(double weight) {
    return GoldLabels.of(ids("O", "O", "S-LOC"), LatentLabels.of(LABELS, Set.of("PER")), weight);
  }

  /** A person of two tokens, or a place, after which another may come. */
  private static GoldLabels taught(double weight) {
    int outside = LABELS.id("O");
    int place = LABELS.id("S-LOC");
    PathDistribution distribution =
        new PathDistribution.Builder(K)
            .add(PathDistribution.NONE, LABELS.id("B-PER"), 0.75)
            .add(PathDistribution.NONE, place, 0.25)
            .endToken()
            .add(LABELS.id("B-PER"), LABELS.id("E-PER"), 1)
            .add(place, outside, 0.5)
            .add(place, place, 0.5)
            .endToken()
            .add(LABELS.id("E-PER"), outside, 1)
            .add(outside, outside, 1)
            .add(place, outside, 1)
            .endToken()
            .build()
            .orElseThrow();
    return GoldLabels.taught(ids("B-PER", "E-PER", "O"), distribution, weight);
  }

  @Test
  void ofKnownLabelsItIsTheirSurprise() {
    GoldLabels gold = known(1);

    assertThat(loss(gold))
        .isCloseTo(logPartition() - score(gold.labels()), within(1e-10))
        .isPositive();
  }

  @Test
  void ofPartialLabelsItIsTheSurpriseOfAllSequencesThatAgree() {
    int place = LABELS.id("S-LOC");
    double agreeing =
        sum(
            path ->
                path[0] != place && path[1] != place && path[2] == place
                    ? Math.exp(score(path))
                    : 0);

    assertThat(loss(partial(1))).isCloseTo(logPartition() - Math.log(agreeing), within(1e-10));
  }

  @Test
  void ofATeacherItIsTheCrossEntropy() {
    double expected =
        0.75 * score(ids("B-PER", "E-PER", "O"))
            + 0.125 * score(ids("S-LOC", "O", "O"))
            + 0.125 * score(ids("S-LOC", "S-LOC", "O"));

    assertThat(loss(taught(1))).isCloseTo(logPartition() - expected, within(1e-6));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 2.5})
  void aWeightMultipliesTheLoss(double weight) {
    assertThat(loss(known(weight))).isCloseTo(weight * loss(known(1)), within(1e-10));
    assertThat(loss(partial(weight))).isCloseTo(weight * loss(partial(1)), within(1e-10));
    assertThat(loss(taught(weight))).isCloseTo(weight * loss(taught(1)), within(1e-10));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 2.5})
  void theGradientIsWhatDifferencesOfTheLossAre(double weight) {
    for (GoldLabels gold : List.of(known(weight), partial(weight), taught(weight))) {
      double[] ofEmissions = new double[emissions.length];
      Arrays.fill(ofEmissions, 7);
      TransitionGradient gradient =
          new TransitionGradient(new double[K * K], new double[K], new double[K]);
      gradient.end()[0] = 5;
      new NegativeLogLikelihood()
          .add(transitions(), emissions, OFFSET, gold, ofEmissions, gradient);

      requireDifferences(gold, emissions, ofEmissions, 7);
      requireDifferences(gold, between, gradient.between(), 0);
      requireDifferences(gold, begin, gradient.begin(), 0);
      gradient.end()[0] -= 5;
      requireDifferences(gold, end, gradient.end(), 0);
    }
  }

  /**
   * @param before what the gradient was added to
   */
  private void requireDifferences(
      GoldLabels gold, double[] values, double[] gradient, double before) {
    for (int i = 0; i < values.length; i++) {
      double value = values[i];
      values[i] = value + STEP;
      double above = loss(gold);
      values[i] = value - STEP;
      double below = loss(gold);
      values[i] = value;
      assertThat(gradient[i] - before)
          .as("of value %d", i)
          .isCloseTo((above - below) / (2 * STEP), within(1e-6));
    }
  }
}
