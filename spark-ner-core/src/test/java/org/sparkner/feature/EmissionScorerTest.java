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

package org.sparkner.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class EmissionScorerTest {
  private static final int LABELS = 3;
  private static final List<FeatureTemplate> TEMPLATES =
      FeatureTemplate.parseAll(
          "word[0] word[-1] shape[2] lower[-4..-1] suffix2[0] prefix3[1] word[-1]|word[0]"
              + " brief[-1]|lower[0]|suffix1[1]");

  /** What a template means is said by names; the scorer finds the same weights without them. */
  @Property(tries = 200)
  void sumsTheWeightsOfTheNamedFeatures(
      @ForAll @Size(min = 1, max = 7) List<@NotEmpty String> tokens, @ForAll long seed) {
    FeatureNames namer = new FeatureNames(TEMPLATES);
    TreeSet<String> all = new TreeSet<>();
    for (int t = 0; t < tokens.size(); t++) {
      namer.of(tokens, t, all::add);
    }
    Random random = new Random(seed);
    all.removeIf(name -> random.nextInt(3) == 0);
    List<String> known = List.copyOf(all);
    float[][] dense = new float[known.size()][LABELS];
    FeatureTable table = table(known, dense, random);

    float[] emissions = score(table, tokens);

    for (int t = 0; t < tokens.size(); t++) {
      float[] expected = new float[LABELS];
      namer.of(
          tokens,
          t,
          name -> {
            for (int j = 0; j < LABELS && all.contains(name); j++) {
              expected[j] += dense[known.indexOf(name)][j];
            }
          });
      for (int j = 0; j < LABELS; j++) {
        assertThat(emissions[t * LABELS + j]).isCloseTo(expected[j], within(1e-4f));
      }
    }
  }

  private static FeatureTable table(List<String> names, float[][] dense, Random random) {
    float[] counts = new float[names.size()];
    List<Float> labels = new ArrayList<>();
    List<Float> weights = new ArrayList<>();
    for (int row = 0; row < counts.length; row++) {
      for (int j = 0; j < LABELS; j++) {
        if (random.nextBoolean()) {
          dense[row][j] = (float) random.nextGaussian();
          counts[row]++;
          labels.add((float) j);
          weights.add(dense[row][j]);
        }
      }
    }
    return FeatureTable.of(names, counts, floats(labels), floats(weights), LABELS);
  }

  private static float[] floats(List<Float> list) {
    float[] values = new float[list.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = list.get(i);
    }
    return values;
  }

  private static float[] score(FeatureTable table, List<String> tokens) {
    EmissionScorer scorer = new EmissionScorer(TEMPLATES, table);
    WordScores[] words = tokens.stream().map(scorer::word).toArray(WordScores[]::new);
    float[] emissions = new float[tokens.size() * LABELS];
    scorer.score(words, tokens.size(), emissions);
    return emissions;
  }

  @Test
  void refusesCountsAndLabelsThatAreNone() {
    float[] one = {1};
    assertThatThrownBy(() -> FeatureTable.of(List.of("a"), new float[] {1.5f}, one, one, 2))
        .hasMessageContaining("1.5");
    assertThatThrownBy(() -> FeatureTable.of(List.of("a"), one, new float[] {2}, one, 2))
        .hasMessageContaining("2.0");
    assertThatThrownBy(() -> FeatureTable.of(List.of("a"), new float[] {2}, one, one, 2))
        .hasMessageContaining("1 weights");
    assertThatThrownBy(() -> FeatureTable.of(List.of("a"), new float[] {Float.NaN}, one, one, 2))
        .hasMessageContaining("NaN");
  }
}
