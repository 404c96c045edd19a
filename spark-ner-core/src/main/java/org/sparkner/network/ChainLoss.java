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
import org.sparkner.crf.NegativeLogLikelihood;
import org.sparkner.crf.TransitionGradient;
import org.sparkner.crf.Transitions;
import org.sparkner.tags.GoldLabels;
import org.sparkner.tags.LabelSet;

/**
 * The negative log-likelihood under a linear-chain CRF with potentials for the first and the last
 * label. Parameters are the potentials between labels, of the first and of the last.
 */
final class ChainLoss implements SequenceLoss {
  private final NegativeLogLikelihood likelihood = new NegativeLogLikelihood();
  private final LabelSet labels;
  private Transitions transitions;
  private TransitionGradient gradient;

  ChainLoss(LabelSet labels) {
    this.labels = labels;
  }

  @Override
  public int size() {
    return labels.size() * (labels.size() + 2);
  }

  @Override
  public void begin(double[] parameters) {
    int count = labels.size();
    int first = count * count;
    transitions =
        Transitions.of(
            labels,
            Arrays.copyOf(parameters, first),
            Arrays.copyOfRange(parameters, first, first + count),
            Arrays.copyOfRange(parameters, first + count, first + 2 * count));
    gradient = TransitionGradient.zeros(count);
  }

  @Override
  public double add(double[] emissions, int offset, GoldLabels gold, double[] emissionGradient) {
    return likelihood.add(transitions, emissions, offset, gold, emissionGradient, gradient);
  }

  @Override
  public double[] gradient() {
    int count = labels.size();
    double[] all = Arrays.copyOf(gradient.between(), size());
    System.arraycopy(gradient.begin(), 0, all, count * count, count);
    System.arraycopy(gradient.end(), 0, all, count * count + count, count);
    return all;
  }
}
