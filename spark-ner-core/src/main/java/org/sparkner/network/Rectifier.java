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

/** max(0, x) on some columns of rows, and its derivative. */
final class Rectifier {
  private Rectifier() {}

  /** Rectifies the columns from {@code begin} up to {@code end}. */
  static <A> void forward(
      Arithmetic<A, ?> arithmetic, A values, int rows, int begin, int end, int stride) {
    for (int r = 0; r < rows; r++) {
      for (int i = r * stride + begin; i < r * stride + end; i++) {
        arithmetic.set(values, i, Math.max(0, arithmetic.get(values, i)));
      }
    }
  }

  /**
   * Clears the gradient where nothing passed.
   *
   * @param values after {@link #forward}
   * @param gradient in the same places
   */
  static <A> void backward(
      Arithmetic<A, ?> arithmetic, A values, A gradient, int rows, int begin, int end, int stride) {
    for (int r = 0; r < rows; r++) {
      for (int i = r * stride + begin; i < r * stride + end; i++) {
        if (arithmetic.get(values, i) == 0) {
          arithmetic.set(gradient, i, 0);
        }
      }
    }
  }
}
