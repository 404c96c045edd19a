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

package org.sparkner.train;

import java.util.List;
import org.sparkner.network.IndexedSentence;
import org.sparkner.network.TaggerNetwork;
import org.sparkner.network.WordTable;

/** A network that learns: its parameters, its word vectors and their optimiser. */
public final class Learner {
  private final TaggerNetwork network;
  private final WordTable words;
  private final float[] parameters;
  private final MomentumSgd optimiser;
  private final WordDropout wordDropout;
  private float[] gradients;

  /**
   * Has a network learn.
   *
   * @param words the network's table
   * @param seed of the words to drop
   */
  public Learner(TaggerNetwork network, WordTable words, TrainingOptions options, long seed) {
    this.network = network;
    this.words = words;
    this.parameters = network.parameters();
    this.optimiser =
        new MomentumSgd(
            parameters, words, options.recipe().momentum(), options.recipe().maxGradientNorm());
    this.wordDropout = new WordDropout(options.recipe().wordDropout(), seed);
  }

  TaggerNetwork network() {
    return network;
  }

  /** The word vectors, live. */
  public WordTable words() {
    return words;
  }

  /**
   * The parameters without the word vectors, live; {@link #parametersChanged} tells the network.
   */
  public float[] parameters() {
    return parameters;
  }

  /** The optimiser, live. */
  public MomentumSgd optimiser() {
    return optimiser;
  }

  /** To be called after a change of {@link #parameters} from outside. */
  public void parametersChanged() {
    network.setParameters(parameters);
  }

  /**
   * One step on a batch.
   *
   * @return summed negative log-likelihood before it, in nats
   */
  public double learn(List<IndexedSentence> batch) {
    List<IndexedSentence> seen = wordDropout.apply(batch, optimiser.step());
    for (IndexedSentence sentence : seen) {
      for (int row : sentence.words()) {
        optimiser.coast(row);
      }
    }
    double loss = network.backpropagate(seen, optimiser.step());
    gradients = network.gradients(gradients);
    optimiser.update(gradients, batch.size());
    network.setParameters(parameters);
    return loss;
  }
}
