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

package org.sparkner.network;

import java.util.List;
import org.sparkner.model.Weights;

/**
 * The network of an {@link org.sparkner.model.Architecture}, by default Ma &amp; Hovy's (2016),
 * with gradients. Updating the parameters is the caller's; a network serves one thread.
 */
public interface TaggerNetwork {
  /** Parameters without the word table. */
  int parameterCount();

  /** A copy of the parameters, without the word table. */
  float[] parameters();

  /** Overwrites the parameters. */
  void setParameters(float[] values);

  /**
   * A copy of the gradients of the last {@link #backpropagate}, in the order of the parameters.
   *
   * @param into the array to use where it is as long; null for a new one
   */
  float[] gradients(float[] into);

  /**
   * Runs a batch forward and backward. Gradients are sums over the batch: of the parameters in
   * {@link #gradients}, of the word vectors added to the word table's.
   *
   * @param batch labelled sentences
   * @param step number of the training step, which with the seed decides dropout
   * @return summed negative log-likelihood in nats
   */
  double backpropagate(List<IndexedSentence> batch, long step);

  /**
   * The gradients of the contextual vectors of the last {@link #backpropagate}, by which the
   * encoder that gave them learns. They are computed anyway; this copies them.
   *
   * @return [token][float] of each sentence
   * @throws IllegalStateException if the network reads no contextual vectors, or nothing was
   *     propagated yet
   */
  List<float[][]> contextualGradients();

  /** Emissions of each sentence, [token × scores of a token] row-major, without dropout. */
  List<float[]> emissions(List<IndexedSentence> batch);

  /** The weights under the names of a saved model: the live word table, copies of all else. */
  Weights weights();

  /**
   * Overwrites the parameters with a saved model's of the same architecture. The word table stays
   * as it is.
   */
  void setWeights(Weights weights);
}
