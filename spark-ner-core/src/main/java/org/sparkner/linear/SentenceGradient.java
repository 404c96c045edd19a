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

import java.util.Arrays;
import org.sparkner.crf.TransitionGradient;
import org.sparkner.crf.Transitions;
import org.sparkner.tags.GoldLabels;

/** The loss of one sentence of a corpus and its gradient by label and token. */
final class SentenceGradient {
  private final IndexedCorpus corpus;
  private final SentenceLoss loss;
  private final int labels;
  private final TransitionGradient transitions;
  private double[] emissions = new double[0];
  private double[] emissionGradient = new double[0];

  SentenceGradient(IndexedCorpus corpus, SentenceLoss loss, int labels) {
    this.corpus = corpus;
    this.loss = loss;
    this.labels = labels;
    transitions = TransitionGradient.zeros(labels);
  }

  /**
   * Computes the gradient of a sentence.
   *
   * @param weights of the pairs of feature and label, from 0
   * @return the loss in nats
   */
  double run(int sentence, double[] weights, Transitions potentials) {
    GoldLabels gold = corpus.gold().get(sentence);
    int size = gold.size() * labels;
    if (emissions.length < size) {
      emissions = new double[size];
      emissionGradient = new double[size];
    }
    Arrays.fill(emissions, 0, size, 0);
    Arrays.fill(emissionGradient, 0, size, 0);
    Arrays.fill(transitions.between(), 0);
    Arrays.fill(transitions.begin(), 0);
    Arrays.fill(transitions.end(), 0);
    int[] ids = corpus.features().labels();
    forEachFeature(
        sentence,
        (at, begin, end) -> {
          for (int pair = begin; pair < end; pair++) {
            emissions[at + ids[pair]] += weights[pair];
          }
        });
    return loss.add(potentials, emissions, 0, gold, emissionGradient, transitions);
  }

  /** Tells the gradient of each pair of feature and label, as often as its feature stands there. */
  void forEachPair(int sentence, PairGradient consumer) {
    int[] ids = corpus.features().labels();
    forEachFeature(
        sentence,
        (at, begin, end) -> {
          for (int pair = begin; pair < end; pair++) {
            consumer.accept(pair, emissionGradient[at + ids[pair]]);
          }
        });
  }

  /** The gradient of the potentials that do not depend on features; not a copy. */
  TransitionGradient transitions() {
    return transitions;
  }

  private void forEachFeature(int sentence, PairRange consumer) {
    int first = corpus.firstToken(sentence);
    int[] pairs = corpus.features().begins();
    for (int t = 0; t < corpus.gold().get(sentence).size(); t++) {
      for (int i = corpus.begins()[first + t]; i < corpus.begins()[first + t + 1]; i++) {
        int row = corpus.rows()[i];
        consumer.accept(t * labels, pairs[row], pairs[row + 1]);
      }
    }
  }

  private interface PairRange {
    void accept(int at, int begin, int end);
  }

  /** Hears the gradient of a pair. */
  interface PairGradient {
    void accept(int pair, double gradient);
  }
}
