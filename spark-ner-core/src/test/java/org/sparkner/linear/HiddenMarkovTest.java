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
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sparkner.tags.LabelSet;
import org.sparkner.tags.TagScheme;

class HiddenMarkovTest {
  private static final LabelSet LABELS = LabelSet.of(TagScheme.PLAIN, List.of("D", "N"));

  /** "the cat", "the dog", "a cat": D is the or a, N cat or dog. */
  private static final ChainWeights WEIGHTS =
      HiddenMarkov.estimate(
          List.of(sentence("the", "cat"), sentence("the", "dog"), sentence("a", "cat")), LABELS);

  private static TaggedTokens sentence(String determiner, String noun) {
    return new TaggedTokens(List.of(determiner, noun), new int[] {0, 1});
  }

  @Test
  void hasWeightsForWhatWasSeenOnly() {
    assertThat(weight("word[0]=the", 0)).isPositive();
    assertThat(weight("word[0]=the", 1)).isNaN();
    assertThat(weight("word[0]=cat", 1)).isPositive();
    assertThat(WEIGHTS.features().names()).contains("brief[0]=x", "class[0]=x~at");
  }

  @Test
  void transitionsAreSmoothedCounts() {
    // Three begin with D and none with N, 0.1 added to each; likewise for what follows D.
    double seen = Math.log(3.1) - Math.log(0.1);
    assertThat(WEIGHTS.begin()[0] - WEIGHTS.begin()[1])
        .isCloseTo(seen + factor(0) - factor(1), within(1e-9));
    assertThat(WEIGHTS.end()[1] - WEIGHTS.end()[0])
        .isCloseTo(Math.log(3.1 / 3.3) - Math.log(0.1 / 3.3), within(1e-9));
  }

  /** What the transitions hold for a label's emissions: seen from the two ways to reach it. */
  private static double factor(int label) {
    double fromN = WEIGHTS.between()[LABELS.size() + label];
    return fromN - Math.log(0.1 / 3.3);
  }

  @Test
  void emissionsOfALabelSumToOneOverKnownWordsAndWhatIsLeftForOthers() {
    EmissionLevel shapes = level("brief[0]", null);
    EmissionLevel words = level("word[0]", shapes);
    double known = 0;
    for (String word : List.of("the", "a", "cat", "dog")) {
      known += words.probability(word, 0);
    }
    // One shape: P(shape|y) is (3 + 0.1) / (3 + 0.2), and all known words have that shape.
    assertThat(known).isCloseTo((3 + 2 * 3.1 / 3.2) / 5, within(1e-9));
    assertThat(words.probability("the", 0))
        .isCloseTo((2 + 2 * 2 / 6.0 * 3.1 / 3.2) / 5, within(1e-9));
  }

  @Test
  void weightsAndFactorsAreTheLogarithmsOfTheProbabilities() {
    EmissionLevel shapes = level("brief[0]", null);
    EmissionLevel words = level("word[0]", shapes);
    FeatureWeights weights = new FeatureWeights();
    shapes.addWeights(weights);
    words.addWeights(weights);
    ChainWeights chain = weights.with(new double[4], new double[2], new double[2]);
    for (String word : List.of("the", "a", "cat", "dog")) {
      double[] logs = new double[2];
      for (int j = 0; j < 2; j++) {
        logs[j] =
            words.logFactor(j)
                + orZero(weight(chain, "brief[0]=x", j))
                + orZero(weight(chain, "word[0]=" + word, j))
                - Math.log(words.probability(word, j));
      }
      // They differ by what does not depend on the label.
      assertThat(logs[0]).isCloseTo(logs[1], within(1e-9));
    }
  }

  private static EmissionLevel level(String template, EmissionLevel coarser) {
    EmissionLevel level =
        new EmissionLevel(
            org.sparkner.feature.FeatureTemplate.parse(template), coarser, LABELS.size());
    level.add("the", 0);
    level.add("cat", 1);
    level.add("the", 0);
    level.add("dog", 1);
    level.add("a", 0);
    level.add("cat", 1);
    return level;
  }

  private static double orZero(double weight) {
    return Double.isNaN(weight) ? 0 : weight;
  }

  private static double weight(String name, int label) {
    return weight(WEIGHTS, name, label);
  }

  private static double weight(ChainWeights chain, String name, int label) {
    int row = chain.features().names().indexOf(name);
    for (int i = chain.features().begins()[row]; i < chain.features().begins()[row + 1]; i++) {
      if (chain.features().labels()[i] == label) {
        return chain.weights()[i];
      }
    }
    return Double.NaN;
  }
}
