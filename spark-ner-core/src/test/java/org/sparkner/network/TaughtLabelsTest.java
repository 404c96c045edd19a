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

package org.sparkner.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sparkner.model.Decoder;
import org.sparkner.tags.GoldLabels;
import org.sparkner.tags.LabelSet;
import org.sparkner.tags.PathDistribution;

/** The losses against a teacher's distribution, against the sums over all label sequences. */
class TaughtLabelsTest {
  private static final LabelSet LABELS = LabelSet.bioes(List.of("X", "Y"));
  private static final int K = LABELS.size();
  private static final int LENGTH = 4;
  private static final double WEIGHT = 0.7;

  private final Random random = new Random(7);

  /** A random Markov chain over all legal label sequences. */
  private PathDistribution teacher() {
    PathDistribution.Builder builder = new PathDistribution.Builder(K);
    for (int t = 0; t < LENGTH; t++) {
      for (int from = t == 0 ? PathDistribution.NONE : 0; from < (t == 0 ? 0 : K); from++) {
        for (int to = 0; to < K; to++) {
          boolean legal = from < 0 ? LABELS.mayBegin(to) : LABELS.mayFollow(from, to);
          if (legal && (t < LENGTH - 1 || LABELS.mayEnd(to))) {
            builder.add(from, to, Math.exp(3 * random.nextGaussian()));
          }
        }
      }
      builder.endToken();
    }
    return builder.build().orElseThrow();
  }

  private static List<int[]> paths() {
    List<int[]> paths = new ArrayList<>();
    enumerate(new int[LENGTH], 0, paths);
    return paths;
  }

  private static void enumerate(int[] path, int t, List<int[]> paths) {
    if (t == LENGTH) {
      if (LABELS.mayEnd(path[t - 1])) {
        paths.add(path.clone());
      }
      return;
    }
    for (int j = 0; j < K; j++) {
      if (t == 0 ? LABELS.mayBegin(j) : LABELS.mayFollow(path[t - 1], j)) {
        path[t] = j;
        enumerate(path, t + 1, paths);
      }
    }
  }

  /** Of each label sequence the probability, from the pairs' probabilities. */
  private static Map<int[], Double> probabilities(PathDistribution teacher) {
    double[][][] pairs = new double[LENGTH][K + 1][K];
    teacher.forEach((t, from, to, probability) -> pairs[t][from + 1][to] = probability);
    Map<int[], Double> probabilities = new LinkedHashMap<>();
    for (int[] path : paths()) {
      double probability = pairs[0][0][path[0]];
      for (int t = 1; t < LENGTH; t++) {
        double sum = 0;
        for (double pair : pairs[t][path[t - 1] + 1]) {
          sum += pair;
        }
        probability *= sum == 0 ? 0 : pairs[t][path[t - 1] + 1][path[t]] / sum;
      }
      probabilities.put(path, probability);
    }
    return probabilities;
  }

  private static double loss(
      Decoder decoder,
      double[] parameters,
      double[] emissions,
      PathDistribution teacher,
      double[] emissionGradient,
      double[] own) {
    SequenceLoss loss = SequenceLoss.of(decoder, LABELS);
    loss.begin(parameters);
    double value =
        loss.add(
            emissions, 0, GoldLabels.taught(new int[LENGTH], teacher, WEIGHT), emissionGradient);
    System.arraycopy(loss.gradient(), 0, own, 0, own.length);
    return value;
  }

  @ParameterizedTest
  @EnumSource(Decoder.class)
  void theLossIsTheCrossEntropyOverAllLabelSequencesAndItsGradientThatOfDifferences(
      Decoder decoder) {
    PathDistribution teacher = teacher();
    Map<int[], Double> probabilities = probabilities(teacher);
    assertThat(probabilities.values().stream().mapToDouble(p -> p).sum())
        .isCloseTo(1, within(1e-5));
    double[] emissions = random.doubles(LENGTH * decoder.scores(K), -2, 2).toArray();
    double[] parameters = random.doubles(SequenceLoss.of(decoder, LABELS).size(), -2, 2).toArray();
    double[] inEmissions = new double[emissions.length];
    double[] own = new double[parameters.length];
    double expected = 0;
    for (Map.Entry<int[], Double> path : probabilities.entrySet()) {
      SequenceLoss loss = SequenceLoss.of(decoder, LABELS);
      loss.begin(parameters);
      double negative =
          loss.add(emissions, 0, new GoldLabels(path.getKey()), new double[emissions.length]);
      expected += WEIGHT * path.getValue() * negative;
    }
    double found = loss(decoder, parameters, emissions, teacher, inEmissions, own);
    assertThat(found).isCloseTo(expected, within(1e-5 * expected));
    assertThat(inEmissions)
        .containsExactly(
            differences(emissions, decoder, parameters, emissions, teacher), within(1e-5));
    assertThat(own)
        .containsExactly(
            differences(parameters, decoder, parameters, emissions, teacher), within(1e-5));
  }

  private static double[] differences(
      double[] values,
      Decoder decoder,
      double[] parameters,
      double[] emissions,
      PathDistribution teacher) {
    double step = 1e-5;
    double[] differences = new double[values.length];
    double[] unused = new double[emissions.length];
    double[] unusedToo = new double[parameters.length];
    for (int i = 0; i < values.length; i++) {
      double before = values[i];
      values[i] = before + step;
      double above = loss(decoder, parameters, emissions, teacher, unused, unusedToo);
      values[i] = before - step;
      double below = loss(decoder, parameters, emissions, teacher, unused, unusedToo);
      values[i] = before;
      differences[i] = (above - below) / (2 * step);
    }
    return differences;
  }

  @ParameterizedTest
  @EnumSource(Decoder.class)
  void aTeacherThatIsCertainTeachesAsLabelsDo(Decoder decoder) {
    int[] path = LABELS.encode(List.of("O", "B-X", "E-X", "S-Y"));
    double[] emissions = random.doubles(LENGTH * decoder.scores(K), -2, 2).toArray();
    double[] parameters = random.doubles(SequenceLoss.of(decoder, LABELS).size(), -2, 2).toArray();
    double[] taught = new double[emissions.length];
    double[] labelled = new double[emissions.length];
    double[] own = new double[parameters.length];
    double found =
        loss(decoder, parameters, emissions, PathDistribution.certain(path), taught, own);
    SequenceLoss loss = SequenceLoss.of(decoder, LABELS);
    loss.begin(parameters);
    assertThat(found)
        .isCloseTo(
            loss.add(emissions, 0, new GoldLabels(path, null, WEIGHT), labelled), within(1e-9));
    assertThat(taught).containsExactly(labelled, within(1e-9));
    assertThat(own).containsExactly(loss.gradient(), within(1e-9));
  }

  @Test
  void aStudentThatThinksAsItsTeacherHasNothingToLearn() {
    PathDistribution teacher = teacher();
    double[] scores = new double[LENGTH * Decoder.CRF_BIGRAM.scores(K)];
    java.util.Arrays.fill(scores, -1e3);
    double[][] rows = new double[LENGTH][K + 1];
    teacher.forEach((t, from, to, probability) -> rows[t][from + 1] += probability);
    teacher.forEach(
        (t, from, to, probability) -> {
          int row = t * Decoder.CRF_BIGRAM.scores(K);
          scores[row + to] = 0;
          if (from == PathDistribution.NONE) {
            scores[row + to] = Math.log(probability);
          } else {
            scores[row + K + from * K + to] = Math.log(probability / rows[t][from + 1]);
          }
        });
    double[] gradient = new double[scores.length];
    double[] own = new double[2 * K];
    loss(Decoder.CRF_BIGRAM, new double[2 * K], scores, teacher, gradient, own);
    assertThat(gradient).containsExactly(new double[gradient.length], within(1e-6));
    assertThat(own).containsExactly(new double[own.length], within(1e-6));
  }
}
