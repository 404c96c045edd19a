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
 * Adam with weight decay that is no part of the gradient (Loshchilov and Hutter 2019): m ← β₁m +
 * (1−β₁)g, v ← β₂v + (1−β₂)g², p ← p − η(m̂ / (√v̂ + ε) + λp), where m̂ = m / (1−β₁ᵗ) and v̂ = v /
 * (1−β₂ᵗ).
 *
 * <p>Of the word vectors only those that a batch uses are stepped, and have no decay: in other
 * steps they and their moments stay as they are. So a rare word is not pushed on by what it met
 * long ago.
 */
final class AdamW extends Optimiser {
  private static final double SECOND_DECAY_RATE = 0.999;
  private static final float EPSILON = 1e-8f;

  private final double first;
  private final double weightDecay;

  /**
   * @param parameters without the word table; updated in place
   * @param words updated in place
   * @param first β₁, 0 to below 1
   * @param weightDecay λ
   * @param clip largest norm of the gradient
   */
  AdamW(float[] parameters, WordTable words, double first, double weightDecay, double clip) {
    super(parameters, words, clip, 2);
    this.first = first;
    this.weightDecay = weightDecay;
  }

  @Override
  public boolean rowsCoast() {
    return false;
  }

  @Override
  void coast(int row, int first, int steps) {
    // Such steps do nothing to it.
  }

  /** What of a step is the same for all parameters. */
  private Step step(float scale) {
    int count = step() + 1;
    double unbias = 1 / (1 - Math.pow(first, count));
    double unbiasSecond = 1 / (1 - Math.pow(SECOND_DECAY_RATE, count));
    return new Step(
        scale,
        (float) first,
        (float) SECOND_DECAY_RATE,
        (float) (learningRate() * unbias),
        (float) Math.sqrt(unbiasSecond));
  }

  private record Step(float scale, float first, float second, float rate, float unbiasRoot) {
    /** Moves values by gradients, and their moments, which stand in one array. */
    void move(
        float[] values,
        int at,
        float[] moments,
        int m,
        int v,
        float[] gradients,
        int from,
        int count) {
      for (int i = 0; i < count; i++) {
        float g = scale * gradients[from + i];
        float mean = first * moments[m + i] + (1 - first) * g;
        float square = second * moments[v + i] + (1 - second) * g * g;
        moments[m + i] = mean;
        moments[v + i] = square;
        float root = (float) Math.sqrt(square) * unbiasRoot;
        values[at + i] -= rate * mean / (root + EPSILON);
      }
    }
  }

  @Override
  void descend(float[] gradient, float scale) {
    float[] parameters = parameters();
    if (weightDecay > 0) {
      float kept = (float) (1 - learningRate() * weightDecay);
      for (int i = 0; i < parameters.length; i++) {
        parameters[i] *= kept;
      }
    }
    int count = parameters.length;
    step(scale).move(parameters, 0, state(), 0, count, gradient, 0, count);
  }

  @Override
  void descend(int row, int slot, float scale) {
    int dimension = words().dimension();
    int moments = row * rowState();
    step(scale)
        .move(
            words().values(),
            row * dimension,
            wordState(),
            moments,
            moments + dimension,
            words().gradients(),
            slot * dimension,
            dimension);
  }
}
