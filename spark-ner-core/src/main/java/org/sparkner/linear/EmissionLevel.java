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

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sparkner.feature.FeatureNames;
import org.sparkner.feature.FeatureTemplate;

/**
 * Probabilities of a feature of words under each label, from counts and a coarser feature of the
 * same words: {@code P(x|y) = (count(x, y) + β(y)·P(x|coarser x)·P(coarser x|y)) / (count(y) +
 * β(y))}, where β(y) is the number of distinct x seen under y (Witten &amp; Bell 1991). The
 * coarsest level adds the same to all counts.
 */
final class EmissionLevel {
  /** What the coarsest level adds to each count. */
  private static final double ADDED = 0.1;

  private final FeatureNames namer;
  private final EmissionLevel coarser;
  private final int labels;
  private final Map<String, Feature> features = new LinkedHashMap<>();
  private final Map<String, Long> coarseTokens = new HashMap<>();
  private final double[] tokens;
  private final double[] distinct;

  /** A feature, one of the words that have it, and its tokens under each label. */
  private static final class Feature {
    private final String word;
    private final double[] counts;
    private long tokens;

    Feature(String word, int labels) {
      this.word = word;
      counts = new double[labels];
    }
  }

  /**
   * @param template of one word, the token itself
   * @param coarser a level whose feature follows from that of this one; null for the coarsest
   */
  EmissionLevel(FeatureTemplate template, EmissionLevel coarser, int labels) {
    this.namer = new FeatureNames(List.of(template));
    this.coarser = coarser;
    this.labels = labels;
    tokens = new double[labels];
    distinct = new double[labels];
  }

  private String name(String word) {
    String[] name = new String[1];
    namer.of(List.of(word), 0, found -> name[0] = found);
    return name[0];
  }

  /** Counts a token. */
  void add(String word, int label) {
    Feature feature = features.computeIfAbsent(name(word), name -> new Feature(word, labels));
    if (feature.counts[label]++ == 0) {
      distinct[label]++;
    }
    feature.tokens++;
    tokens[label]++;
    if (coarser != null) {
      coarseTokens.merge(coarser.name(word), 1L, Long::sum);
    }
  }

  /** β, which is above 0 for labels without tokens too. */
  private double trust(int label) {
    return coarser == null ? ADDED : Math.max(1, distinct[label]);
  }

  /** What the probabilities of all words under a label have in common, as a log. */
  double logFactor(int label) {
    double total =
        coarser == null
            ? tokens[label] + ADDED * (features.size() + 1)
            : tokens[label] + trust(label);
    return Math.log(trust(label) / total) + (coarser == null ? 0 : coarser.logFactor(label));
  }

  /** P(x|coarser x)·P(coarser x|y) of the feature of a word. */
  private double prior(String word, int label) {
    if (coarser == null) {
      return 1;
    }
    Feature feature = features.get(name(word));
    double own = feature == null ? 1 : feature.tokens;
    double all = Math.max(own, coarseTokens.getOrDefault(coarser.name(word), 0L));
    return own / all * coarser.probability(word, label);
  }

  /** P(x|y) of the feature of a word. */
  double probability(String word, int label) {
    Feature feature = features.get(name(word));
    double count = feature == null ? 0 : feature.counts[label];
    double total =
        coarser == null
            ? tokens[label] + ADDED * (features.size() + 1)
            : tokens[label] + trust(label);
    return (count + trust(label) * prior(word, label)) / total;
  }

  /** Tells the weight of each feature for each label that it was seen with. */
  void addWeights(FeatureWeights weights) {
    features.forEach(
        (name, feature) -> {
          weights.begin(name);
          for (int j = 0; j < labels; j++) {
            if (feature.counts[j] > 0) {
              double smoothing = trust(j) * prior(feature.word, j);
              weights.add(j, Math.log1p(feature.counts[j] / smoothing));
            }
          }
        });
  }
}
