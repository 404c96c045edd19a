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

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.sparkner.crf.NegativeLogLikelihood;
import org.sparkner.crf.Transitions;
import org.sparkner.feature.FeatureTemplate;
import org.sparkner.tags.LabelSet;

/**
 * Estimates a chain over features by maximum likelihood with a Gaussian prior: a conditional random
 * field (Lafferty et al. 2001; Sutton &amp; McCallum 2012, section 5) or a maximum-entropy Markov
 * model. Sentence by sentence in an order drawn from a seed; the result is the mean of the weights
 * over the second half of the passes (Polyak &amp; Juditsky 1992), which no longer depends much on
 * where the last steps went.
 *
 * @param templates what features tokens have
 * @param minimumCount tokens that must have a feature for it to count, at least 1
 * @param l2 λ of the penalty λ/2·‖w‖²: the reciprocal of the prior's variance
 * @param passes over the sentences, at least 1
 * @param seed of the order of the sentences
 */
public record FeatureChain(
    List<FeatureTemplate> templates, int minimumCount, double l2, int passes, long seed) {
  private static final double LEARNING_RATE = 0.1;

  /**
   * Weights nearer to zero are left out of the model: on CoNLL-2003 two thirds of all, whose loss
   * changes no score, and as much of the model's size.
   */
  private static final double NEGLIGIBLE = 0.02;

  /** Parts of a pass after each of which a share of the penalty is applied. */
  private static final int SHARES = 10;

  /**
   * Estimates a conditional random field.
   *
   * @throws InterruptedException if the thread is interrupted
   */
  public ChainWeights conditionalRandomField(
      List<TaggedTokens> sentences, LabelSet labels, Progress progress)
      throws InterruptedException {
    return estimate(sentences, labels, new NegativeLogLikelihood()::add, progress);
  }

  /**
   * Estimates a maximum-entropy Markov model.
   *
   * @throws InterruptedException if the thread is interrupted
   */
  public ChainWeights maximumEntropy(
      List<TaggedTokens> sentences, LabelSet labels, Progress progress)
      throws InterruptedException {
    return estimate(sentences, labels, new LocalLikelihood(), progress);
  }

  private ChainWeights estimate(
      List<TaggedTokens> sentences, LabelSet labels, SentenceLoss loss, Progress progress)
      throws InterruptedException {
    IndexedCorpus corpus = IndexedCorpus.of(sentences, templates, minimumCount, labels.size());
    Run run = new Run(corpus, labels, loss);
    boolean goOn = true;
    for (int pass = 1; pass <= passes && goOn; pass++) {
      double sum = run.pass(pass);
      goOn = progress.goOn(pass, sum);
    }
    return run.weights();
  }

  /** What a training has in memory: 24 bytes a weight besides the corpus. */
  private final class Run {
    private final IndexedCorpus corpus;
    private final LabelSet labels;
    private final SentenceGradient gradient;
    private final AdaptiveGradient optimiser;
    private final int pairs;
    private final double[] mean;
    private int averaged;

    Run(IndexedCorpus corpus, LabelSet labels, SentenceLoss loss) {
      this.corpus = corpus;
      this.labels = labels;
      int k = labels.size();
      gradient = new SentenceGradient(corpus, loss, k);
      pairs = corpus.features().pairs();
      optimiser = new AdaptiveGradient(pairs + k * k + 2 * k, LEARNING_RATE);
      mean = new double[optimiser.parameters().length];
    }

    /** One pass over the sentences; returns the sum of their losses, each before its step. */
    double pass(int number) throws InterruptedException {
      int[] order = order(number);
      double loss = 0;
      for (int i = 0; i < order.length; i++) {
        loss += learn(order[i]);
        if ((long) (i + 1) * SHARES / order.length > (long) i * SHARES / order.length) {
          optimiser.shrink(l2 / Math.min(SHARES, order.length));
          if (Thread.interrupted()) {
            throw new InterruptedException();
          }
          if (2 * number > passes) {
            average();
          }
        }
      }
      return loss;
    }

    private double learn(int sentence) {
      double[] weights = optimiser.parameters();
      double loss = gradient.run(sentence, weights, transitions(weights));
      gradient.forEachPair(sentence, optimiser::step);
      int k = labels.size();
      optimiser.step(pairs, gradient.transitions().between());
      optimiser.step(pairs + k * k, gradient.transitions().begin());
      optimiser.step(pairs + k * k + k, gradient.transitions().end());
      return loss;
    }

    private int[] order(int pass) {
      int[] order = new int[corpus.gold().size()];
      Random random = new Random(seed * 1_000_003 + pass);
      for (int i = 0; i < order.length; i++) {
        int j = random.nextInt(i + 1);
        order[i] = order[j];
        order[j] = i;
      }
      return order;
    }

    private void average() {
      averaged++;
      double[] weights = optimiser.parameters();
      for (int i = 0; i < mean.length; i++) {
        mean[i] += (weights[i] - mean[i]) / averaged;
      }
    }

    private Transitions transitions(double[] weights) {
      return Transitions.of(labels, between(weights), begin(weights), end(weights));
    }

    private double[] between(double[] weights) {
      return Arrays.copyOfRange(weights, pairs, pairs + labels.size() * labels.size());
    }

    private double[] begin(double[] weights) {
      int at = pairs + labels.size() * labels.size();
      return Arrays.copyOfRange(weights, at, at + labels.size());
    }

    private double[] end(double[] weights) {
      return Arrays.copyOfRange(weights, weights.length - labels.size(), weights.length);
    }

    ChainWeights weights() {
      double[] weights = averaged == 0 ? optimiser.parameters() : mean;
      FeatureSet features = corpus.features();
      FeatureWeights kept = new FeatureWeights();
      for (int row = 0; row < features.names().size(); row++) {
        kept.begin(features.names().get(row));
        for (int pair = features.begins()[row]; pair < features.begins()[row + 1]; pair++) {
          if (Math.abs(weights[pair]) >= NEGLIGIBLE) {
            kept.add(features.labels()[pair], weights[pair]);
          }
        }
      }
      return kept.with(between(weights), begin(weights), end(weights));
    }
  }
}
