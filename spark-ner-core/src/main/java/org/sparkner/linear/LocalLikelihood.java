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

package org.sparkner.linear;

import org.sparkner.crf.TransitionGradient;
import org.sparkner.crf.Transitions;
import org.sparkner.tags.GoldLabels;

/**
 * The loss of a maximum-entropy Markov model (McCallum, Freitag &amp; Pereira 2000): each label by
 * multinomial logistic regression on the features of its token and the gold label before, among the
 * labels that may follow that one. The end of a sentence is not predicted.
 */
final class LocalLikelihood implements SentenceLoss {
  private double[] probabilities = new double[0];

  @Override
  public double add(
      Transitions transitions,
      double[] emissions,
      int offset,
      GoldLabels known,
      double[] emissionGradient,
      TransitionGradient gradient) {
    int[] gold = known.labels();
    int k = transitions.labels();
    if (probabilities.length < k) {
      probabilities = new double[k];
    }
    double loss = 0;
    for (int t = 0; t < gold.length; t++) {
      int at = offset + t * k;
      for (int j = 0; j < k; j++) {
        probabilities[j] =
            emissions[at + j]
                + (t == 0 ? transitions.begin(j) : transitions.between(gold[t - 1], j));
      }
      loss += softmax(k, gold[t]);
      for (int j = 0; j < k; j++) {
        double error = probabilities[j] - (j == gold[t] ? 1 : 0);
        emissionGradient[at + j] += error;
        if (t == 0) {
          gradient.begin()[j] += error;
        } else {
          gradient.between()[gold[t - 1] * k + j] += error;
        }
      }
    }
    return loss;
  }

  /** From scores to probabilities; returns −log of that of the gold label. */
  private double softmax(int k, int gold) {
    double most = Double.NEGATIVE_INFINITY;
    for (int j = 0; j < k; j++) {
      most = Math.max(most, probabilities[j]);
    }
    double goldScore = probabilities[gold] - most;
    double sum = 0;
    for (int j = 0; j < k; j++) {
      probabilities[j] = Math.exp(probabilities[j] - most);
      sum += probabilities[j];
    }
    for (int j = 0; j < k; j++) {
      probabilities[j] /= sum;
    }
    return Math.log(sum) - goldScore;
  }
}
