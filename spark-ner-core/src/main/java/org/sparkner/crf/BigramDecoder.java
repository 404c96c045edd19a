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

package org.sparkner.crf;

import java.util.List;

/** Viterbi decoding and posteriors over a {@link BigramChain}. */
public final class BigramDecoder implements LabelDecoder {
  private final BigramChain chain;
  private final BigramLattice lattice;
  private double[] scores = new double[0];
  private int[] origins = new int[0];

  public BigramDecoder(BigramChain chain) {
    this.chain = chain;
    this.lattice = new BigramLattice(chain);
  }

  /** The best legal label sequence; of equal ones that of the lower labels. */
  @Override
  public void decode(float[] emissions, int offset, int[] path) {
    int labels = chain.labels();
    if (origins.length < path.length * labels) {
      origins = new int[Math.multiplyExact(path.length, labels)];
      scores = new double[path.length * labels];
    }
    for (int j = 0; j < labels; j++) {
      scores[j] = chain.begin(j) + emissions[offset + j];
    }
    for (int t = 1; t < path.length; t++) {
      for (int j = 0; j < labels; j++) {
        extend(emissions, offset + t * chain.stride(), t, j);
      }
    }
    int last = (path.length - 1) * labels;
    int best = 0;
    for (int j = 1; j < labels; j++) {
      if (scores[last + j] + chain.end(j) > scores[last + best] + chain.end(best)) {
        best = j;
      }
    }
    for (int t = path.length - 1; t >= 0; t--) {
      path[t] = best;
      best = origins[t * labels + best];
    }
  }

  private void extend(float[] emissions, int row, int token, int to) {
    int labels = chain.labels();
    double most = Double.NEGATIVE_INFINITY;
    int origin = 0;
    for (int from : chain.before(to)) {
      double score = scores[(token - 1) * labels + from] + emissions[row + chain.pair(from, to)];
      if (score > most) {
        most = score;
        origin = from;
      }
    }
    scores[token * labels + to] = most + emissions[row + to];
    origins[token * labels + to] = origin;
  }

  @Override
  public List<ScoredPath> best(float[] emissions, int offset, int length, int count) {
    return Viterbi.best(chain, emissions, offset, length, count);
  }

  @Override
  public void run(float[] emissions, int offset, int length) {
    lattice.run(emissions, offset, length);
  }

  @Override
  public double marginal(int token, int label) {
    return lattice.marginal(token, label);
  }

  @Override
  public double posterior(int[] path, int from, int to) {
    return lattice.posterior(path, from, to);
  }
}
