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

package org.sparkner.eval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Draws sentences with replacement. Sentences with the same counts are interchangeable, so a
 * sentence is only the number of its outcome.
 */
final class Bootstrap {
  private static final double TAIL = 0.025;

  private final long[] gold;
  private final long[] predicted;
  private final long[] correct;
  private final int[] outcomeOfSentence;

  /**
   * @param frequencies sentences of each outcome, fewer than 2<sup>31</sup> in all
   */
  Bootstrap(Map<Counts, Long> frequencies) {
    // An order of their own makes the draws independent of the order of the sentences.
    List<Counts> outcomes = new ArrayList<>(frequencies.keySet());
    outcomes.sort(
        Comparator.comparingLong(Counts::gold)
            .thenComparingLong(Counts::predicted)
            .thenComparingLong(Counts::correct));
    gold = outcomes.stream().mapToLong(Counts::gold).toArray();
    predicted = outcomes.stream().mapToLong(Counts::predicted).toArray();
    correct = outcomes.stream().mapToLong(Counts::correct).toArray();
    long sentences = frequencies.values().stream().mapToLong(Long::longValue).sum();
    outcomeOfSentence = new int[Math.toIntExact(sentences)];
    int from = 0;
    for (int i = 0; i < gold.length; i++) {
      int to = from + frequencies.get(outcomes.get(i)).intValue();
      Arrays.fill(outcomeOfSentence, from, to, i);
      from = to;
    }
  }

  Interval f1Interval(int resamples, long seed) {
    if (resamples < 1) {
      throw new IllegalArgumentException("A bootstrap needs resamples >= 1, found " + resamples);
    }
    if (outcomeOfSentence.length == 0) {
      return new Interval(0, 0);
    }
    SplittableRandom random = new SplittableRandom(seed);
    double[] scores = new double[resamples];
    for (int i = 0; i < resamples; i++) {
      scores[i] = resample(random).f1();
    }
    Arrays.sort(scores);
    return new Interval(quantile(scores, TAIL), quantile(scores, 1 - TAIL));
  }

  private Counts resample(SplittableRandom random) {
    long inGold = 0;
    long inPrediction = 0;
    long right = 0;
    for (int i = 0; i < outcomeOfSentence.length; i++) {
      int drawn = outcomeOfSentence[random.nextInt(outcomeOfSentence.length)];
      inGold += gold[drawn];
      inPrediction += predicted[drawn];
      right += correct[drawn];
    }
    return new Counts(inGold, inPrediction, right);
  }

  /** The value at a share of the sorted values, between two of them where it falls between. */
  private static double quantile(double[] sorted, double share) {
    double place = share * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
