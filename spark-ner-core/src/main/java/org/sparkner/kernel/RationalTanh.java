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

package org.sparkner.kernel;

/**
 * tanh(x) = x·P(x²) / Q(x²) for |x| below {@link #LIMIT}, the value at the limit beyond. P is of
 * degree 4 and Q of degree 3 in x²; a minimax fit of the absolute error by Lawson's iteration on
 * [0, 7.9]: 1.7e-7 in exact arithmetic, 2.7e-7 where it saturates. The coefficients of the logistic
 * function follow from σ(x) = 1/2 + tanh(x/2)/2 by powers of two, without further rounding.
 */
final class RationalTanh {
  static final float LIMIT = 7.9f;
  static final float P0 = 0.9999991574f;
  static final float P1 = 0.1270872018f;
  static final float P2 = 2.693536935e-3f;
  static final float P3 = 7.150788673e-6f;
  static final float P4 = -6.140218027e-9f;
  static final float Q1 = 0.4604174421f;
  static final float Q2 = 2.283602013e-2f;
  static final float Q3 = 1.964557305e-4f;

  static final float SIGMOID_LIMIT = 2 * LIMIT;
  static final float SIGMOID_P0 = P0 / 4;
  static final float SIGMOID_P1 = P1 / 16;
  static final float SIGMOID_P2 = P2 / 64;
  static final float SIGMOID_P3 = P3 / 256;
  static final float SIGMOID_P4 = P4 / 1024;
  static final float SIGMOID_Q1 = Q1 / 4;
  static final float SIGMOID_Q2 = Q2 / 16;
  static final float SIGMOID_Q3 = Q3 / 64;

  private RationalTanh() {}

  static float tanh(float x) {
    float y = Math.max(-LIMIT, Math.min(LIMIT, x));
    float z = y * y;
    float p = (((P4 * z + P3) * z + P2) * z + P1) * z + P0;
    float q = ((Q3 * z + Q2) * z + Q1) * z + 1;
    return y * p / q;
  }

  static float sigmoid(float x) {
    float y = Math.max(-SIGMOID_LIMIT, Math.min(SIGMOID_LIMIT, x));
    float z = y * y;
    float p = (((SIGMOID_P4 * z + SIGMOID_P3) * z + SIGMOID_P2) * z + SIGMOID_P1) * z + SIGMOID_P0;
    float q = ((SIGMOID_Q3 * z + SIGMOID_Q2) * z + SIGMOID_Q1) * z + 1;
    return 0.5f + y * p / q;
  }
}
