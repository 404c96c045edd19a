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

import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Draws sentences with replacement. Sentences with the same counts are interchangeable, so only the
 * distinct outcomes are kept, each with its frequency; a draw is a binary search in the running sum
 * of the frequencies.
 */
final class Bootstrap {
  private static final double TAIL = 0.025;

  private final Counts[] outcomes;
  private final long[] upTo;

  Bootstrap(Map<Counts, Long> frequencies) {
    outcomes = frequencies.keySet().toArray(new Counts[0]);
    // An order of their own makes the draws independent of the order of the sentences.
    Arrays.sort(
        outcomes,
        Comparator.comparingLong(Counts::gold)
            .thenComparingLong(Counts::predicted)
            .thenComparingLong(Counts::correct));
    upTo = new long[outcomes.length];
    long sum = 0;
    for (int i = 0; i < outcomes.length; i++) {
      sum += frequencies.get(outcomes[i]);
      upTo[i] = sum;
    }
  }

  Interval f1Interval(int resamples, long seed) {
    if (resamples < 1) {
      throw new IllegalArgumentException("A bootstrap wants resamples >= 1, found " + resamples);
    }
    if (outcomes.length == 0) {
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
    long sentences = upTo[upTo.length - 1];
    long gold = 0;
    long predicted = 0;
    long correct = 0;
    for (long i = 0; i < sentences; i++) {
      int found = Arrays.binarySearch(upTo, random.nextLong(sentences) + 1);
      Counts drawn = outcomes[found < 0 ? -found - 1 : found];
      gold += drawn.gold();
      predicted += drawn.predicted();
      correct += drawn.correct();
    }
    return new Counts(gold, predicted, correct);
  }

  /** The value at a share of the sorted values, between two of them where it falls between. */
  private static double quantile(double[] sorted, double share) {
    double place = share * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
