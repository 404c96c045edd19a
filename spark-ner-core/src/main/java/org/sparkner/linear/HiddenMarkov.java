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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sparkner.feature.FeatureTemplate;
import org.sparkner.tags.LabelSet;

/**
 * Estimates a hidden Markov model by counting (Rabiner 1989).
 *
 * <p>What a label emits is smoothed by {@link EmissionLevel}s: words by classes of words, classes
 * by shapes; rare words tell what unknown ones are like (Brants 2000). Without the factors that do
 * not depend on the label, the log probability is a sum of weights of features that are zero for
 * what was not seen: the sparse chain that the other algorithms have. Factors that depend on the
 * label alone are in its transitions.
 */
public final class HiddenMarkov {
  /** From coarse to fine. */
  private static final List<FeatureTemplate> TEMPLATES =
      FeatureTemplate.parseAll("brief[0] class[0] word[0]");

  /** Words as frequent as this or less tell what unknown words are like. */
  private static final int RARE = 5;

  /** Added to the count of each transition. */
  private static final double ADDED = 0.1;

  private HiddenMarkov() {}

  /** What features the model has. */
  public static List<FeatureTemplate> templates() {
    return TEMPLATES;
  }

  /** Estimates a model. */
  public static ChainWeights estimate(List<TaggedTokens> sentences, LabelSet labels) {
    Map<String, Integer> frequency = new HashMap<>();
    sentences.forEach(s -> s.tokens().forEach(token -> frequency.merge(token, 1, Integer::sum)));
    List<EmissionLevel> levels = new ArrayList<>();
    for (int i = 0; i < TEMPLATES.size(); i++) {
      EmissionLevel coarser = i == 0 ? null : levels.get(i - 1);
      EmissionLevel level = new EmissionLevel(TEMPLATES.get(i), coarser, labels.size());
      boolean finest = i == TEMPLATES.size() - 1;
      for (TaggedTokens sentence : sentences) {
        for (int t = 0; t < sentence.labels().length; t++) {
          String token = sentence.tokens().get(t);
          if (finest || frequency.get(token) <= RARE) {
            level.add(token, sentence.labels()[t]);
          }
        }
      }
      levels.add(level);
    }
    return weights(levels, transitions(sentences, labels), labels.size());
  }

  /** Counts of label after label; row K for the beginning, column K for the end. */
  private static double[][] transitions(List<TaggedTokens> sentences, LabelSet labels) {
    int k = labels.size();
    double[][] counts = new double[k + 1][k + 1];
    for (int i = 0; i < k; i++) {
      counts[k][i] = labels.mayBegin(i) ? ADDED : 0;
      counts[i][k] = labels.mayEnd(i) ? ADDED : 0;
      for (int j = 0; j < k; j++) {
        counts[i][j] = labels.mayFollow(i, j) ? ADDED : 0;
      }
    }
    for (TaggedTokens sentence : sentences) {
      int before = k;
      for (int label : sentence.labels()) {
        counts[before][label]++;
        before = label;
      }
      counts[before][k]++;
    }
    return counts;
  }

  private static ChainWeights weights(List<EmissionLevel> levels, double[][] counts, int k) {
    FeatureWeights features = new FeatureWeights();
    levels.forEach(level -> level.addWeights(features));
    double[] between = new double[k * k];
    double[] begin = new double[k];
    double[] end = new double[k];
    for (int i = 0; i <= k; i++) {
      double total = Arrays.stream(counts[i]).sum();
      for (int j = 0; j <= k; j++) {
        // What is forbidden becomes −∞ where it is used; weights are finite.
        double log = counts[i][j] == 0 ? 0 : Math.log(counts[i][j] / total);
        double emitted = j == k ? 0 : levels.get(levels.size() - 1).logFactor(j);
        if (i == k && j < k) {
          begin[j] = log + emitted;
        } else if (i < k && j == k) {
          end[i] = log;
        } else if (i < k) {
          between[i * k + j] = log + emitted;
        }
      }
    }
    return features.with(between, begin, end);
  }
}
