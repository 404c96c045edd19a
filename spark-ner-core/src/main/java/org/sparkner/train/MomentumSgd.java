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

import org.sparkner.network.WordTable;

/**
 * Stochastic gradient descent with momentum: v ← μv + g, p ← p − ηv.
 *
 * <p>Word vectors get the very same rule without touching every row at every step: a row that a
 * batch does not use only coasts on its velocity, and what it would have done in k such steps, p ←
 * p − v(η₁μ + … + ηₖμᵏ), v ← μᵏv, is done when it is next used, or at the end of an epoch.
 */
final class MomentumSgd extends Optimiser {
  private final float momentum;

  /**
   * @param parameters without the word table; updated in place
   * @param words updated in place
   * @param clip largest norm of the gradient
   */
  MomentumSgd(float[] parameters, WordTable words, double momentum, double clip) {
    super(parameters, words, clip, 1);
    this.momentum = (float) momentum;
  }

  @Override
  public boolean rowsCoast() {
    return true;
  }

  @Override
  void coast(int row, int first, int steps) {
    double decay = Math.pow(momentum, steps);
    float moved = (float) rates().carried(first, steps, momentum);
    int dimension = words().dimension();
    float[] values = words().values();
    float[] velocity = wordState();
    for (int i = row * dimension; i < (row + 1) * dimension; i++) {
      values[i] -= moved * velocity[i];
      velocity[i] *= (float) decay;
    }
  }

  @Override
  void descend(float[] gradient, float scale) {
    descend(parameters(), state(), gradient, momentum, scale, (float) learningRate());
  }

  /** A loop over local arrays only, which the compiler turns into vector instructions. */
  private static void descend(
      float[] parameters,
      float[] velocity,
      float[] gradient,
      float momentum,
      float scale,
      float rate) {
    for (int i = 0; i < gradient.length; i++) {
      float v = momentum * velocity[i] + scale * gradient[i];
      velocity[i] = v;
      parameters[i] -= rate * v;
    }
  }

  @Override
  void descend(int row, int slot, float scale) {
    float rate = (float) learningRate();
    int dimension = words().dimension();
    float[] values = words().values();
    float[] velocity = wordState();
    for (int j = 0; j < dimension; j++) {
      int at = row * dimension + j;
      velocity[at] = momentum * velocity[at] + scale * words().gradients()[slot * dimension + j];
      values[at] -= rate * velocity[at];
    }
  }
}
