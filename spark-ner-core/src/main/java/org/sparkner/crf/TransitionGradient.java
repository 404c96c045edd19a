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

/**
 * Gradients of the potentials that do not depend on the input.
 *
 * @param between [K × K], from, to
 * @param begin [K]
 * @param end [K]
 */
public record TransitionGradient(double[] between, double[] begin, double[] end) {
  /** Zeros for K labels. */
  public static TransitionGradient zeros(int labels) {
    return new TransitionGradient(
        new double[labels * labels], new double[labels], new double[labels]);
  }
}
