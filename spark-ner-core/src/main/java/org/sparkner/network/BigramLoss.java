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

import java.util.Arrays;
import org.sparkner.crf.BigramChain;
import org.sparkner.crf.BigramLattice;
import org.sparkner.tags.GoldLabels;
import org.sparkner.tags.LabelSet;
import org.sparkner.tags.PathDistribution;

/**
 * The negative log-likelihood under a {@link BigramChain}, whose potentials between labels are
 * emissions too. Parameters are the potentials of the first and of the last label.
 */
final class BigramLoss implements SequenceLoss {
  private final LabelSet labels;
  private final double[] begin;
  private final double[] end;
  private BigramChain chain;
  private BigramLattice lattice;

  BigramLoss(LabelSet labels) {
    this.labels = labels;
    this.begin = new double[labels.size()];
    this.end = new double[labels.size()];
  }

  @Override
  public int size() {
    return 2 * labels.size();
  }

  @Override
  public void begin(double[] parameters) {
    int count = labels.size();
    chain =
        BigramChain.of(
            labels,
            Arrays.copyOf(parameters, count),
            Arrays.copyOfRange(parameters, count, 2 * count));
    lattice = new BigramLattice(chain);
    Arrays.fill(begin, 0);
    Arrays.fill(end, 0);
  }

  @Override
  public double add(double[] emissions, int offset, GoldLabels gold, double[] emissionGradient) {
    double weight = gold.weight();
    lattice.run(emissions, offset, gold.size());
    lattice.addExpectations(emissionGradient, offset, begin, end, weight);
    double all = lattice.logPartition();
    if (gold.taught() != null) {
      return weight * (all - subtractTaught(emissions, offset, gold, emissionGradient));
    }
    if (gold.isPartial()) {
      double[] allowed = gold.restrict(emissions, offset, chain.stride(), chain.labels());
      lattice.run(allowed, 0, gold.size());
      lattice.addExpectations(emissionGradient, offset, begin, end, -weight);
      return weight * (all - lattice.logPartition());
    }
    int[] path = gold.labels();
    begin[path[0]] -= weight;
    end[path[path.length - 1]] -= weight;
    for (int t = 0; t < path.length; t++) {
      int row = offset + t * chain.stride();
      emissionGradient[row + path[t]] -= weight;
      if (t > 0) {
        emissionGradient[row + chain.pair(path[t - 1], path[t])] -= weight;
      }
    }
    return weight * (all - chain.score(emissions, offset, path));
  }

  /** Subtracts a teacher's expectations; gives the score that is expected under them. */
  private double subtractTaught(
      double[] emissions, int offset, GoldLabels gold, double[] emissionGradient) {
    double[] expected = {0};
    double weight = gold.weight();
    gold.taught()
        .forEach(
            (token, before, label, probability) -> {
              int row = offset + token * chain.stride();
              double score = emissions[row + label];
              emissionGradient[row + label] -= weight * probability;
              if (before == PathDistribution.NONE) {
                score += chain.begin(label);
                begin[label] -= weight * probability;
              } else {
                score += emissions[row + chain.pair(before, label)];
                emissionGradient[row + chain.pair(before, label)] -= weight * probability;
              }
              if (token == gold.size() - 1) {
                score += chain.end(label);
                end[label] -= weight * probability;
              }
              expected[0] += probability * score;
            });
    return expected[0];
  }

  @Override
  public double[] gradient() {
    double[] all = Arrays.copyOf(begin, size());
    System.arraycopy(end, 0, all, begin.length, end.length);
    return all;
  }
}
