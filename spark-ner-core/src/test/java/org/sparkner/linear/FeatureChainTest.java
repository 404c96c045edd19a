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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sparkner.crf.NegativeLogLikelihood;
import org.sparkner.crf.Transitions;
import org.sparkner.tags.LabelSet;

class FeatureChainTest {
  private static final LabelSet LABELS = LabelSet.bioes(List.of("X"));
  private static final List<TaggedTokens> SENTENCES = TinyCorpus.sentences(30, LABELS, 5);
  private static final IndexedCorpus CORPUS =
      IndexedCorpus.of(SENTENCES, TinyCorpus.TEMPLATES, 1, LABELS.size());

  @Test
  void endsWhereTheGradientOfLossAndPenaltyIsNextToNothing() throws InterruptedException {
    double l2 = 1;
    ChainWeights weights =
        new FeatureChain(TinyCorpus.TEMPLATES, 1, l2, 400, 1)
            .conditionalRandomField(SENTENCES, LABELS, (pass, loss) -> true);

    // λ-strongly convex: the objective is at most ‖gradient‖² / 2λ above the minimum.
    double[] atEnd = new double[CORPUS.features().pairs()];
    double lossAtEnd = gradient(weights, l2, atEnd);
    assertThat(squared(atEnd) / (2 * l2)).isLessThan(0.01 * lossAtEnd);
  }

  @Test
  void theSameSeedGivesTheSameWeightsAndAnotherOnesNearlyThem() throws InterruptedException {
    double[] weights = byPair(train(1));

    assertThat(byPair(train(1))).isEqualTo(weights);
    double[] others = byPair(train(2));
    assertThat(others).isNotEqualTo(weights);
    double[] difference = new double[others.length];
    for (int i = 0; i < others.length; i++) {
      difference[i] = others[i] - weights[i];
    }
    assertThat(squared(difference)).isLessThan(0.05 * squared(weights));
  }

  @Test
  void leavesOutWeightsNextToNothingAndFeaturesWithoutAny() throws InterruptedException {
    ChainWeights weights = train(1);

    assertThat(java.util.Arrays.stream(weights.weights())).allMatch(w -> Math.abs(w) >= 0.02);
    assertThat(weights.features().labels()).hasSameSizeAs(weights.weights());
    for (int row = 0; row < weights.features().names().size(); row++) {
      assertThat(weights.features().begins()[row]).isLessThan(weights.features().begins()[row + 1]);
    }
  }

  @Test
  void tellsTheLossOfEachPassAndStopsWhenItIsTold() throws InterruptedException {
    List<Double> losses = new ArrayList<>();

    new FeatureChain(TinyCorpus.TEMPLATES, 1, 0.1, 50, 1)
        .maximumEntropy(
            SENTENCES,
            LABELS,
            (pass, loss) -> {
              losses.add(loss);
              return pass < 4;
            });

    assertThat(losses).hasSize(4);
    assertThat(losses.get(3)).isLessThan(losses.get(0));
  }

  @Test
  void anInterruptEndsIt() {
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> train(1)).isInstanceOf(InterruptedException.class);
  }

  private static ChainWeights train(long seed) throws InterruptedException {
    return new FeatureChain(TinyCorpus.TEMPLATES, 1, 1, 100, seed)
        .conditionalRandomField(SENTENCES, LABELS, (pass, loss) -> true);
  }

  private static double gradient(ChainWeights weights, double l2, double[] gradient) {
    double[] values = byPair(weights);
    SentenceGradient sentence =
        new SentenceGradient(CORPUS, new NegativeLogLikelihood()::add, LABELS.size());
    Transitions transitions =
        Transitions.of(LABELS, weights.between(), weights.begin(), weights.end());
    double loss = 0;
    for (int s = 0; s < SENTENCES.size(); s++) {
      loss += sentence.run(s, values, transitions);
      sentence.forEachPair(s, (pair, value) -> gradient[pair] += value);
    }
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] += l2 * values[i];
    }
    return loss;
  }

  /** The weights by the pairs of the corpus; zero for those that are left out. */
  private static double[] byPair(ChainWeights weights) {
    double[] values = new double[CORPUS.features().pairs()];
    FeatureSet all = CORPUS.features();
    for (int row = 0; row < all.names().size(); row++) {
      for (int pair = all.begins()[row]; pair < all.begins()[row + 1]; pair++) {
        values[pair] = weight(weights, all.names().get(row), all.labels()[pair]);
      }
    }
    return values;
  }

  private static double weight(ChainWeights weights, String name, int label) {
    FeatureSet kept = weights.features();
    int row = kept.names().indexOf(name);
    for (int i = row < 0 ? 0 : kept.begins()[row]; row >= 0 && i < kept.begins()[row + 1]; i++) {
      if (kept.labels()[i] == label) {
        return weights.weights()[i];
      }
    }
    return 0;
  }

  private static double squared(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value * value;
    }
    return sum;
  }
}
