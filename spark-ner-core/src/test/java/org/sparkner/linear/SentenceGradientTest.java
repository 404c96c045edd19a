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

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sparkner.crf.NegativeLogLikelihood;
import org.sparkner.crf.Transitions;
import org.sparkner.tags.GoldLabels;
import org.sparkner.tags.LabelSet;
import org.sparkner.tags.TagScheme;

class SentenceGradientTest {
  private static final LabelSet BIOES = LabelSet.bioes(List.of("X"));
  private static final LabelSet PLAIN = LabelSet.of(TagScheme.PLAIN, List.of("A", "B", "C"));
  private static final int SENTENCES = 8;

  static Stream<Arguments> chains() {
    Supplier<SentenceLoss> crf = () -> new NegativeLogLikelihood()::add;
    Supplier<SentenceLoss> memm = LocalLikelihood::new;
    return Stream.of(
        Arguments.of(Named.of("crf", crf), BIOES),
        Arguments.of(Named.of("crf", crf), PLAIN),
        Arguments.of(Named.of("memm", memm), BIOES),
        Arguments.of(Named.of("memm", memm), PLAIN));
  }

  @ParameterizedTest
  @MethodSource("chains")
  void isThatOfFiniteDifferences(Supplier<SentenceLoss> loss, LabelSet labels) {
    Problem problem = new Problem(labels, loss.get());
    double[] point = new Random(1).doubles(problem.dimension(), -1, 1).toArray();
    for (int sentence = 0; sentence < SENTENCES; sentence++) {
      double[] gradient = problem.gradient(sentence, point);
      for (int i = 0; i < point.length; i++) {
        double at = point[i];
        point[i] = at + 1e-5;
        double above = problem.loss(sentence, point);
        point[i] = at - 1e-5;
        double below = problem.loss(sentence, point);
        point[i] = at;
        assertThat(gradient[i]).isCloseTo((above - below) / 2e-5, within(1e-6));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("chains")
  void lossIsThatOfAllSequencesSummed(Supplier<SentenceLoss> loss, LabelSet labels) {
    Problem problem = new Problem(labels, loss.get());
    double[] point = new Random(2).doubles(problem.dimension(), -1, 1).toArray();
    for (int sentence = 0; sentence < SENTENCES; sentence++) {
      // The probabilities of all label sequences of a sentence add up to 1. What a MEMM gives to
      // sequences with a forbidden end is part of the sum.
      double sum = 0;
      for (int[] path : problem.paths(sentence, loss.get() instanceof LocalLikelihood)) {
        sum += Math.exp(-problem.relabeled(sentence, path).loss(sentence, point));
      }
      assertThat(sum).isCloseTo(1, within(1e-9));
    }
  }

  /** Parameters in the order of the optimiser's: pairs, transitions, begins, ends. */
  private static final class Problem {
    private final LabelSet labels;
    private final SentenceLoss loss;
    private final IndexedCorpus corpus;
    private final SentenceGradient gradient;

    Problem(LabelSet labels, SentenceLoss loss) {
      this(
          labels,
          loss,
          IndexedCorpus.of(
              TinyCorpus.sentences(SENTENCES, labels, 3), TinyCorpus.TEMPLATES, 1, labels.size()));
    }

    private Problem(LabelSet labels, SentenceLoss loss, IndexedCorpus corpus) {
      this.labels = labels;
      this.loss = loss;
      this.corpus = corpus;
      gradient = new SentenceGradient(corpus, loss, labels.size());
    }

    /** The same sentences and features with other gold labels of one sentence. */
    Problem relabeled(int sentence, int[] path) {
      List<GoldLabels> gold = new java.util.ArrayList<>(corpus.gold());
      gold.set(sentence, new GoldLabels(path));
      return new Problem(
          labels,
          loss,
          new IndexedCorpus(
              corpus.features(), corpus.begins(), corpus.rows(), corpus.firstTokens(), gold));
    }

    int dimension() {
      return corpus.features().pairs() + labels.size() * (labels.size() + 2);
    }

    double loss(int sentence, double[] point) {
      int pairs = corpus.features().pairs();
      int k = labels.size();
      Transitions transitions =
          Transitions.of(
              labels,
              Arrays.copyOfRange(point, pairs, pairs + k * k),
              Arrays.copyOfRange(point, pairs + k * k, pairs + k * k + k),
              Arrays.copyOfRange(point, pairs + k * k + k, point.length));
      return gradient.run(sentence, point, transitions);
    }

    double[] gradient(int sentence, double[] point) {
      loss(sentence, point);
      double[] dense = new double[point.length];
      gradient.forEachPair(sentence, (pair, value) -> dense[pair] += value);
      int at = corpus.features().pairs();
      for (double[] part :
          List.of(
              gradient.transitions().between(),
              gradient.transitions().begin(),
              gradient.transitions().end())) {
        System.arraycopy(part, 0, dense, at, part.length);
        at += part.length;
      }
      return dense;
    }

    List<int[]> paths(int sentence, boolean anyEnd) {
      int length = corpus.gold().get(sentence).size();
      int k = labels.size();
      return java.util.stream.IntStream.range(0, (int) Math.pow(k, length))
          .mapToObj(number -> path(number, k, length))
          .filter(path -> TinyCorpus.isLegal(labels, path, anyEnd))
          .toList();
    }

    private static int[] path(int number, int labels, int length) {
      int[] path = new int[length];
      for (int t = 0, rest = number; t < length; t++, rest /= labels) {
        path[t] = rest % labels;
      }
      return path;
    }
  }
}
