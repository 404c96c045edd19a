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

/**
 * Chooses the labels of a sentence from its emissions and says how probable they are. Keeps its
 * memory from sentence to sentence; for one thread. The emissions of a token are the scores that
 * its label is chosen by: K, with a {@link BigramChain} K + K².
 */
public sealed interface LabelDecoder permits SentenceDecoder, GreedyDecoder, BigramDecoder {
  /**
   * The labels of a sentence.
   *
   * @param emissions [T × scores of a token] from {@code offset}, row-major
   * @param path output, T labels; its length is T, at least 1
   */
  void decode(float[] emissions, int offset, int[] path);

  /**
   * The most probable label sequences, best first; the first is that of {@link #decode}, unless
   * others are as probable.
   *
   * @param emissions [T × scores of a token] from {@code offset}, row-major
   * @param length T, at least 1
   * @param count how many, at least 1; fewer come back where fewer exist
   */
  List<ScoredPath> best(float[] emissions, int offset, int length, int count);

  /**
   * Prepares {@link #posterior} and {@link #marginal} for a sentence.
   *
   * @param emissions [T × scores of a token] from {@code offset}, row-major; finite
   * @param length T, at least 1
   */
  void run(float[] emissions, int offset, int length);

  /** Posterior probability of a label at a token. */
  double marginal(int token, int label);

  /**
   * Posterior probability that the tokens from {@code from} up to {@code to} bear the labels of a
   * path.
   *
   * @param path labels of the whole sentence
   */
  double posterior(int[] path, int from, int to);
}
