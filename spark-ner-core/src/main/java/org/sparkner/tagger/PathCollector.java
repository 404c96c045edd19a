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

package org.sparkner.tagger;

import java.util.stream.IntStream;
import org.sparkner.crf.LabelDecoder;
import org.sparkner.tags.LabelSet;
import org.sparkner.tags.PathDistribution;

/**
 * Gathers how probable the legal label sequences of a sentence are from a decoder's posteriors of
 * neighbouring labels. Improbable pairs are left out, those of the labels found are not, and the
 * probabilities of what is kept are divided by their sum.
 */
final class PathCollector {
  /** The least probability of a pair of labels that is kept. */
  static final double SMALLEST = 1e-4;

  /** Stands for a probability of the labels found that vanishes. */
  private static final double VANISHING = 1e-30;

  private final LabelSet labels;
  private final LabelDecoder posteriors;
  private final int[] found;
  private final int[] pair;

  /**
   * @param posteriors of the sentence
   * @param found legal labels of the sentence
   */
  PathCollector(LabelSet labels, LabelDecoder posteriors, int[] found) {
    this.labels = labels;
    this.posteriors = posteriors;
    this.found = found;
    this.pair = new int[found.length];
  }

  PathDistribution distribution() {
    PathDistribution.Builder builder = new PathDistribution.Builder(labels.size());
    int[] before = {};
    for (int t = 0; t < found.length; t++) {
      int[] now = likely(t);
      if (t == 0) {
        for (int label : now) {
          builder.add(PathDistribution.NONE, label, marginal(0, label));
        }
      }
      for (int from : before) {
        for (int to : now) {
          double probability = pair(t, from, to);
          if (probability > 0) {
            builder.add(from, to, probability / marginal(t - 1, from));
          }
        }
      }
      builder.endToken();
      before = now;
    }
    return builder.build().orElseThrow();
  }

  private int[] likely(int token) {
    return IntStream.range(0, labels.size())
        .filter(label -> token > 0 || labels.mayBegin(label))
        .filter(label -> token < found.length - 1 || labels.mayEnd(label))
        .filter(label -> found[token] == label || posteriors.marginal(token, label) >= SMALLEST)
        .toArray();
  }

  private double marginal(int token, int label) {
    return Math.max(VANISHING, posteriors.marginal(token, label));
  }

  /** The probability of a pair of labels; 0 for one that is left out. */
  private double pair(int token, int from, int to) {
    if (!labels.mayFollow(from, to)) {
      return 0;
    }
    pair[token - 1] = from;
    pair[token] = to;
    double probability = posteriors.posterior(pair, token - 1, token + 1);
    boolean isFound = found[token - 1] == from && found[token] == to;
    return isFound ? Math.max(VANISHING, probability) : probability >= SMALLEST ? probability : 0;
  }
}
