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

/**
 * AdaGrad (Duchi, Hazan &amp; Singer 2011) with a diagonal: the step of a parameter is the learning
 * rate over the root of its summed squared gradients, so that rare features learn as fast as
 * frequent ones. The penalty λ/2·‖w‖² is applied by proximal steps between the sentences (their
 * section 5.3), which leaves the updates of a sentence sparse.
 */
final class AdaptiveGradient {
  /** Keeps the first steps finite. */
  private static final double FIRST_SQUARE = 1e-2;

  private final double rate;
  private final double[] parameters;
  private final double[] squares;

  AdaptiveGradient(int dimension, double rate) {
    this.rate = rate;
    parameters = new double[dimension];
    squares = new double[dimension];
    java.util.Arrays.fill(squares, FIRST_SQUARE);
  }

  /** The parameters as they are, not a copy. */
  double[] parameters() {
    return parameters;
  }

  /** Steps down the gradient of one parameter. */
  void step(int parameter, double gradient) {
    squares[parameter] += gradient * gradient;
    parameters[parameter] -= rate * gradient / Math.sqrt(squares[parameter]);
  }

  /** Steps down the gradients of consecutive parameters. */
  void step(int first, double[] gradients) {
    for (int i = 0; i < gradients.length; i++) {
      if (gradients[i] != 0) {
        step(first + i, gradients[i]);
      }
    }
  }

  /** The proximal step of a share of the penalty, l2 / 2 times the squares of all parameters. */
  void shrink(double l2) {
    for (int i = 0; i < parameters.length; i++) {
      parameters[i] /= 1 + l2 * rate / Math.sqrt(squares[i]);
    }
  }
}
