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

import static jdk.incubator.vector.VectorOperators.LSHL;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * exp(x) = 2ᵏ·exp(r) with k the whole number next to x/ln 2, |r| at most ln(2)/2, and exp(r) by
 * Taylor's series to the 11th power, which leaves a relative 7e-15.
 */
final class VectorExponential {
  private static final VectorSpecies<Double> S = DoubleVector.SPECIES_PREFERRED;

  /** Values of a vector. */
  static final int LANES = S.length();

  private static final double LIMIT = 700;
  private static final double LOG2_E = 1 / Math.log(2);

  /** Added to a double below 2⁵¹, it leaves the nearest whole number in the lowest bits. */
  private static final double ROUNDER = 3L << 51;

  /** ln 2 in two parts, the first so short that its products with k are exact. */
  private static final double LN2_HIGH = 0x1.62e42fee00000p-1;

  private static final double LN2_LOW = 0x1.a39ef35793c76p-33;
  private static final int EXPONENT = 52;

  /** 1/n!, highest power first. */
  private static final double[] SERIES = series();

  private VectorExponential() {}

  private static double[] series() {
    double[] series = new double[12];
    double factorial = 1;
    for (int n = 0; n < series.length; n++) {
      factorial *= Math.max(1, n);
      series[series.length - 1 - n] = 1 / factorial;
    }
    return series;
  }

  /** In place, of whole vectors. */
  static void exp(double[] x, int offset, int length) {
    for (int at = offset; at < offset + length; at += LANES) {
      DoubleVector value = DoubleVector.fromArray(S, x, at).min(LIMIT).max(-LIMIT);
      DoubleVector shifted = value.mul(LOG2_E).add(ROUNDER);
      DoubleVector whole = shifted.sub(ROUNDER);
      DoubleVector rest = value.sub(whole.mul(LN2_HIGH)).sub(whole.mul(LN2_LOW));
      DoubleVector sum = DoubleVector.broadcast(S, SERIES[0]);
      for (int n = 1; n < SERIES.length; n++) {
        sum = sum.fma(rest, DoubleVector.broadcast(S, SERIES[n]));
      }
      LongVector power = shifted.reinterpretAsLongs().lanewise(LSHL, EXPONENT);
      sum.reinterpretAsLongs().add(power).reinterpretAsDoubles().intoArray(x, at);
    }
  }
}
