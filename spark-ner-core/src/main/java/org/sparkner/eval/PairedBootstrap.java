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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Whether one model's F1 is higher than another's beyond chance: a paired bootstrap over sentences
 * (Efron &amp; Tibshirani 1993; for language processing Koehn 2004, Berg-Kirkpatrick, Burkett &amp;
 * Klein 2012). Both models are scored on the same drawn sentences. Memory grows with the distinct
 * outcomes and with one number a sentence.
 */
public final class PairedBootstrap {
  private static final double TAIL = 0.025;

  private final Map<Pair, Integer> numbers = new HashMap<>();
  private final List<Pair> pairs = new ArrayList<>();
  private int[] sentences = new int[1024];
  private int size;

  /** What both models made of a sentence. */
  private record Pair(Counts first, Counts second) {
    private static final Comparator<Counts> ORDER =
        Comparator.comparingLong(Counts::gold)
            .thenComparingLong(Counts::predicted)
            .thenComparingLong(Counts::correct);
  }

  /**
   * A difference of F1.
   *
   * @param difference F1 of the second model less that of the first, -1 to 1
   * @param low lower end of its 95 % interval, percentile method
   * @param high upper end
   * @param pValue two-sided: how often the difference of drawn sentences is as far from that of all
   *     as this is from 0, 0 to 1; small where chance does not explain it
   */
  public record Result(double difference, double low, double high, double pValue) {}

  /**
   * Counts a sentence.
   *
   * @param first what the first model made of it
   * @param second what the second made of it
   */
  public void add(Counts first, Counts second) {
    int number =
        numbers.computeIfAbsent(
            new Pair(first, second),
            pair -> {
              pairs.add(pair);
              return pairs.size() - 1;
            });
    if (size == sentences.length) {
      sentences = Arrays.copyOf(sentences, 2 * size);
    }
    sentences[size++] = number;
  }

  /**
   * Draws as many sentences as there are, with replacement.
   *
   * @param resamples how often, at least 1; 10,000 tell a p-value to a hundredth
   * @param seed the same seed gives the same result, whatever the order the sentences came in
   */
  public Result run(int resamples, long seed) {
    if (resamples < 1) {
      throw new IllegalArgumentException("A bootstrap needs resamples >= 1, found " + resamples);
    }
    int[] drawnFrom = ordered();
    double observed = difference(drawnFrom);
    SplittableRandom random = new SplittableRandom(seed);
    double[] differences = new double[resamples];
    int asFar = 0;
    int[] drawn = new int[size];
    for (int i = 0; i < resamples; i++) {
      for (int j = 0; j < size; j++) {
        drawn[j] = drawnFrom[random.nextInt(size)];
      }
      differences[i] = difference(drawn);
      asFar += Math.abs(differences[i] - observed) >= Math.abs(observed) ? 1 : 0;
    }
    Arrays.sort(differences);
    // The data itself is one of the draws (Davison & Hinkley 1997), so no p-value is 0.
    double pValue = (asFar + 1.0) / (resamples + 1.0);
    return new Result(
        observed,
        differences[(int) Math.round(TAIL * (resamples - 1))],
        differences[(int) Math.round((1 - TAIL) * (resamples - 1))],
        pValue);
  }

  /** The sentences in an order that does not depend on that in which they came. */
  private int[] ordered() {
    return Arrays.stream(sentences, 0, size)
        .boxed()
        .sorted(
            Comparator.comparing((Integer number) -> pairs.get(number).first(), Pair.ORDER)
                .thenComparing(number -> pairs.get(number).second(), Pair.ORDER))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private double difference(int[] drawn) {
    long[] first = new long[3];
    long[] second = new long[3];
    for (int number : drawn) {
      Pair pair = pairs.get(number);
      add(pair.first(), first);
      add(pair.second(), second);
    }
    return f1(second) - f1(first);
  }

  private static void add(Counts counts, long[] sums) {
    sums[0] += counts.gold();
    sums[1] += counts.predicted();
    sums[2] += counts.correct();
  }

  private static double f1(long[] sums) {
    return new Counts(sums[0], sums[1], sums[2]).f1();
  }
}
