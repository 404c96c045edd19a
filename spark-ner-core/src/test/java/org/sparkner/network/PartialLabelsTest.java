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
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sparkner.model.Decoder;
import org.sparkner.tags.GoldLabels;
import org.sparkner.tags.LabelSet;
import org.sparkner.tags.LatentLabels;

/** The losses of labels known in part, against the sums over all label sequences. */
class PartialLabelsTest {
  private static final LabelSet LABELS = LabelSet.bioes(List.of("X", "Y"));
  private static final int K = LABELS.size();
  private static final int OFFSET = 2;
  private static final LatentLabels LATENT = LatentLabels.of(LABELS, Set.of("Y"));

  /** A sentence of random scores. */
  private static final class Case {
    final Decoder decoder;
    final GoldLabels gold;
    final double[] emissions;
    final double[] parameters;

    Case(Decoder decoder, GoldLabels gold, long seed, double spread) {
      this.decoder = decoder;
      this.gold = gold;
      Random random = new Random(seed);
      emissions =
          random.doubles(OFFSET + gold.size() * decoder.scores(K), -spread, spread).toArray();
      parameters =
          random.doubles(SequenceLoss.of(decoder, LABELS).size(), -spread, spread).toArray();
    }

    double loss(double[] emissionGradient, double[] ownGradient) {
      SequenceLoss loss = SequenceLoss.of(decoder, LABELS);
      loss.begin(parameters);
      double value = loss.add(emissions, OFFSET, gold, emissionGradient);
      System.arraycopy(loss.gradient(), 0, ownGradient, 0, ownGradient.length);
      return value;
    }

    double loss() {
      return loss(new double[emissions.length], new double[parameters.length]);
    }

    /** From the definition: −log of what the agreeing sequences have of the probability. */
    double enumerated() {
      List<int[]> paths = new ArrayList<>();
      enumerate(new int[gold.size()], 0, paths);
      double most = paths.stream().mapToDouble(this::score).max().orElseThrow();
      double all = 0;
      double agreeing = 0;
      for (int[] path : paths) {
        double term = Math.exp(score(path) - most);
        all += term;
        agreeing += agrees(path) ? term : 0;
      }
      return gold.weight() * (Math.log(all) - Math.log(agreeing));
    }

    private boolean agrees(int[] path) {
      for (int t = 0; t < path.length; t++) {
        if (!gold.allows(t, path[t])) {
          return false;
        }
      }
      return true;
    }

    private void enumerate(int[] path, int t, List<int[]> paths) {
      if (t == path.length) {
        if (decoder == Decoder.SOFTMAX || LABELS.mayEnd(path[t - 1])) {
          paths.add(path.clone());
        }
        return;
      }
      for (int j = 0; j < K; j++) {
        if (decoder == Decoder.SOFTMAX
            || (t == 0 ? LABELS.mayBegin(j) : LABELS.mayFollow(path[t - 1], j))) {
          path[t] = j;
          enumerate(path, t + 1, paths);
        }
      }
    }

    private double score(int[] path) {
      int stride = decoder.scores(K);
      int begin = decoder == Decoder.CRF ? K * K : 0;
      double sum =
          decoder == Decoder.SOFTMAX
              ? 0
              : parameters[begin + path[0]] + parameters[begin + K + path[path.length - 1]];
      for (int t = 0; t < path.length; t++) {
        int row = OFFSET + t * stride;
        sum += emissions[row + path[t]];
        if (t > 0 && decoder == Decoder.CRF) {
          sum += parameters[path[t - 1] * K + path[t]];
        }
        if (t > 0 && decoder == Decoder.CRF_BIGRAM) {
          sum += emissions[row + K + path[t - 1] * K + path[t]];
        }
      }
      return sum;
    }
  }

  private static int[] ids(String... tags) {
    return LABELS.encode(List.of(tags));
  }

  private static List<GoldLabels> golds() {
    return List.of(
        GoldLabels.of(ids("O"), LATENT, 1),
        GoldLabels.of(ids("O", "O", "O"), LATENT, 1),
        GoldLabels.of(ids("O", "B-X", "E-X", "O"), LATENT, 0.4),
        GoldLabels.of(ids("S-X", "O", "S-Y", "O"), LATENT, 3),
        new GoldLabels(ids("O", "S-X", "O"), null, 0.5));
  }

  static List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    long seed = 1;
    for (Decoder decoder : Decoder.values()) {
      for (GoldLabels gold : golds()) {
        cases.add(new Case(decoder, gold, seed++, 2));
        cases.add(new Case(decoder, gold, seed++, 150));
      }
    }
    return cases;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theLossIsThatOfAllSequencesThatAgree(Case each) {
    double expected = each.enumerated();
    if (Double.isFinite(expected)) {
      assertThat(each.loss()).isCloseTo(expected, within(1e-9 * (1 + Math.abs(expected))));
    }
    assertThat(each.loss()).isFinite().isGreaterThan(-1e-9);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theGradientIsThatOfDifferences(Case each) {
    double[] inEmissions = new double[each.emissions.length];
    double[] own = new double[each.parameters.length];
    each.loss(inEmissions, own);
    assertThat(inEmissions).containsExactly(differences(each, each.emissions), within(1e-5));
    assertThat(own).containsExactly(differences(each, each.parameters), within(1e-5));
  }

  private static double[] differences(Case each, double[] values) {
    double step = 1e-5;
    double[] differences = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      double before = values[i];
      values[i] = before + step;
      double above = each.loss();
      values[i] = before - step;
      double below = each.loss();
      values[i] = before;
      differences[i] = (above - below) / (2 * step);
    }
    return differences;
  }

  @ParameterizedTest
  @EnumSource(Decoder.class)
  void aSentenceThatMayBearAnythingLosesNothing(Decoder decoder) {
    boolean[] all = new boolean[3 * K];
    Arrays.fill(all, true);
    Case each = new Case(decoder, new GoldLabels(ids("O", "S-X", "O"), all, 1), 5, 2);
    double[] gradient = new double[each.emissions.length];
    assertThat(each.loss(gradient, new double[each.parameters.length])).isCloseTo(0, within(1e-9));
    assertThat(gradient).containsExactly(new double[gradient.length], within(1e-9));
  }

  @ParameterizedTest
  @EnumSource(Decoder.class)
  void labelsThatAreAllKnownLoseTheSameWhetherTheyAreWrittenAsSetsOrNot(Decoder decoder) {
    int[] labels = ids("O", "B-X", "E-X", "S-Y");
    boolean[] only = new boolean[labels.length * K];
    for (int t = 0; t < labels.length; t++) {
      only[t * K + labels[t]] = true;
    }
    Case known = new Case(decoder, new GoldLabels(labels), 6, 2);
    Case sets = new Case(decoder, new GoldLabels(labels, only, 1), 6, 2);
    double[] ofKnown = new double[known.emissions.length];
    double[] ofSets = new double[known.emissions.length];
    double[] own = new double[known.parameters.length];
    assertThat(sets.loss(ofSets, own)).isCloseTo(known.loss(ofKnown, own), within(1e-9));
    assertThat(ofSets).containsExactly(ofKnown, within(1e-9));
  }

  @Test
  void onlyWhereTheAnnotatorWroteOutsideAnEntityOfALatentTypeMayBe() {
    GoldLabels gold = GoldLabels.of(ids("O", "S-X", "S-Y"), LATENT, 1);
    assertThat(gold.allows(0, LABELS.id("O"))).isTrue();
    assertThat(gold.allows(0, LABELS.id("B-Y"))).isTrue();
    assertThat(gold.allows(0, LABELS.id("S-X"))).isFalse();
    assertThat(gold.allows(1, LABELS.id("S-X"))).isTrue();
    assertThat(gold.allows(1, LABELS.id("O"))).isFalse();
    assertThat(gold.allows(2, LABELS.id("S-Y"))).isTrue();
    assertThat(gold.allows(2, LABELS.id("O"))).isFalse();
  }
}
