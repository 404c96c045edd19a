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

package org.sparkner.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.sparkner.crf.ForwardBackward;
import org.sparkner.crf.ScoredPath;
import org.sparkner.crf.SentenceDecoder;
import org.sparkner.crf.Transitions;
import org.sparkner.crf.Viterbi;
import org.sparkner.kernel.KernelProvider;
import org.sparkner.tags.LabelSet;
import org.sparkner.tags.Span;
import org.sparkner.tags.TagScheme;

/**
 * The CRF over sentences of 20 tokens with the 17 labels of CoNLL-2003: nanoseconds a token. The
 * engine's decoder beside the algorithms in log space that it is tested against.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 1)
public class CrfBenchmark {
  private static final int SENTENCES = 50;
  private static final int LENGTH = 20;
  private static final int TOKENS = SENTENCES * LENGTH;
  private static final LabelSet LABELS = LabelSet.bioes(List.of("LOC", "MISC", "ORG", "PER"));

  /** Spread of a trained model's emissions. */
  private static final double SPREAD = 3;

  private final int sentenceSize = LENGTH * LABELS.size();
  private final int[] path = new int[LENGTH];
  private final ForwardBackward lattice = new ForwardBackward();
  private final int[][] paths = new int[SENTENCES][LENGTH];
  private final int[][][] spans = new int[SENTENCES][][];
  private Transitions transitions;
  private SentenceDecoder decoder;
  private float[] emissions;

  /** Draws emissions and transitions and decodes once. */
  @Setup
  public void draw() {
    Random random = new Random(1);
    int labels = LABELS.size();
    transitions =
        Transitions.of(
            LABELS,
            random(random, labels * labels, 1),
            random(random, labels, 1),
            random(random, labels, 1));
    emissions = random(random, SENTENCES * sentenceSize, SPREAD);
    decoder = new SentenceDecoder(transitions, KernelProvider.best());
    for (int i = 0; i < SENTENCES; i++) {
      decoder.decode(emissions, i * sentenceSize, paths[i]);
      spans[i] =
          TagScheme.spans(LABELS.decode(paths[i])).stream()
              .map(CrfBenchmark::borders)
              .toArray(int[][]::new);
    }
  }

  private static int[] borders(Span span) {
    return new int[] {span.begin(), span.end()};
  }

  private static float[] random(Random random, int length, double spread) {
    float[] values = new float[length];
    for (int i = 0; i < length; i++) {
      values[i] = (float) (spread * random.nextGaussian());
    }
    return values;
  }

  /** The best path of each sentence. */
  @Benchmark
  @OperationsPerInvocation(TOKENS)
  public int decode() {
    int sum = 0;
    for (int i = 0; i < SENTENCES; i++) {
      decoder.decode(emissions, i * sentenceSize, path);
      sum += path[0];
    }
    return sum;
  }

  /** Forward-backward, and the posterior of each span of the best path. */
  @Benchmark
  @OperationsPerInvocation(TOKENS)
  public double posteriors() {
    double sum = 0;
    for (int i = 0; i < SENTENCES; i++) {
      decoder.run(emissions, i * sentenceSize, LENGTH);
      for (int[] span : spans[i]) {
        sum += decoder.posterior(paths[i], span[0], span[1]);
      }
    }
    return sum;
  }

  /** As {@link #decode}, by {@link Viterbi}. */
  @Benchmark
  @OperationsPerInvocation(TOKENS)
  public double plainDecode() {
    double sum = 0;
    for (int i = 0; i < SENTENCES; i++) {
      ScoredPath best = Viterbi.best(transitions, emissions, i * sentenceSize, LENGTH);
      sum += best.score();
    }
    return sum;
  }

  /** As {@link #posteriors}, by {@link ForwardBackward}. */
  @Benchmark
  @OperationsPerInvocation(TOKENS)
  public double plainPosteriors() {
    double sum = 0;
    for (int i = 0; i < SENTENCES; i++) {
      lattice.run(transitions, emissions, i * sentenceSize, LENGTH);
      for (int[] span : spans[i]) {
        sum += lattice.posterior(span[0], Arrays.copyOfRange(paths[i], span[0], span[1]));
      }
    }
    return sum;
  }
}
