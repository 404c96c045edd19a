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

package org.sparkner.pretrained;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How the input of products becomes whole numbers of 8 bits. Each channel is first divided by a
 * factor that the matrices are multiplied by, so that channels of large values leave steps for the
 * others (Xiao et al. 2023, SmoothQuant); the factor is a power of the channel's largest value.
 * Channels far above all others are left out and multiplied in single precision (Dettmers et al.
 * 2022, LLM.int8). Power and channels are those of the least expected error, where rounding is an
 * even noise.
 *
 * <p>Other text has larger values than those that were seen, which are cut off at the end of the
 * range, and the smaller the largest value of a channel is, the less is known of it. That costs
 * more than rounding does, unless inputs are normalised. So all channels but a few are taken to
 * have equally large values, and the range gets headroom.
 *
 * @param factors of the channels
 * @param outliers channels that are left out, ascending
 * @param step between two whole numbers
 * @param zero the whole number of 0, from 0 to 255
 * @param error expected sum of squared errors of a piece's products
 */
record ActivationScale(float[] factors, int[] outliers, float step, int zero, double error) {
  private static final int STEPS = 255;

  /** Half the range of a weight. */
  static final int WEIGHT_STEPS = 127;

  private static final double POWER_STEP = 0.1;
  private static final int POWERS = 11;
  private static final int MOST_OUTLIERS = 16;

  /** No more than one channel in so many is left out. */
  private static final int SHARE = 8;

  /**
   * Leaving channels out costs time for each output, and must lower the error to this share where
   * there are as many outputs as channels; to less where there are more.
   */
  private static final double WORTHWHILE = 0.5;

  /** To this share at most, however few outputs there are. */
  private static final double LEAST_GAIN = 0.8;

  /** Of channels that are not normalised, no more than this share keeps its own largest value. */
  private static final double KNOWN = 0.1;

  /** What the range of channels that are not normalised is multiplied by. */
  private static final float HEADROOM = 1.1f;

  private static final float SMALLEST = 1e-6f;

  /**
   * The best for a range.
   *
   * @param matrices that read the input, each row-major [outputs × channels]
   * @param normalised whether the input is, so that other text has no larger values
   */
  static ActivationScale of(ActivationRange range, List<float[]> matrices, boolean normalised) {
    float least = normalised ? SMALLEST : least(range);
    float headroom = normalised ? 1 : HEADROOM;
    ActivationScale all = of(range, matrices, new int[0], least, headroom);
    int count = Math.min(MOST_OUTLIERS, range.channels() / SHARE);
    int[] largest =
        IntStream.range(0, range.channels())
            .boxed()
            .sorted(Comparator.comparingDouble((Integer c) -> -range.largest(c)))
            .limit(count)
            .mapToInt(Integer::intValue)
            .sorted()
            .toArray();
    ActivationScale without = of(range, matrices, largest, least, headroom);
    int outputs = matrices.stream().mapToInt(each -> each.length).sum() / range.channels();
    double share = Math.min(LEAST_GAIN, WORTHWHILE * range.channels() / outputs);
    return without.error() < share * all.error() ? without : all;
  }

  /** What the largest values of channels are taken to be at least. */
  private static float least(ActivationRange range) {
    float[] largest = new float[range.channels()];
    for (int c = 0; c < largest.length; c++) {
      largest[c] = range.largest(c);
    }
    Arrays.sort(largest);
    return Math.max(SMALLEST, largest[(int) ((1 - KNOWN) * (largest.length - 1))]);
  }

  private static ActivationScale of(
      ActivationRange range, List<float[]> matrices, int[] outliers, float least, float headroom) {
    int[] channels =
        IntStream.range(0, range.channels())
            .filter(c -> Arrays.binarySearch(outliers, c) < 0)
            .toArray();
    double[] norms = squaredNorms(matrices, range.channels());
    ActivationScale best = null;
    for (int i = 0; i < POWERS; i++) {
      float[] factors = factors(range, channels, i * POWER_STEP, least);
      float low = 0;
      float high = SMALLEST;
      for (int c : channels) {
        low = Math.min(low, range.lowest(c) / factors[c]);
        high = Math.max(high, range.highest(c) / factors[c]);
      }
      float step = (high - low) * headroom / STEPS;
      double inputError = 0;
      double energy = 0;
      for (int c : channels) {
        inputError += (double) factors[c] * factors[c] * norms[c];
        energy += range.meanSquare(c) / ((double) factors[c] * factors[c]);
      }
      double weightError = 0;
      for (float[] matrix : matrices) {
        for (double weightStep : weightSteps(matrix, factors, outliers)) {
          weightError += weightStep * weightStep;
        }
      }
      double error = (inputError * step * step + weightError * energy) / 12;
      if (best == null || error < best.error()) {
        int zero = Math.max(0, Math.min(STEPS, Math.round(-low * headroom / step)));
        best = new ActivationScale(factors, outliers, step, zero, error);
      }
    }
    return best;
  }

  /** With a geometric mean of 1. */
  private static float[] factors(ActivationRange range, int[] channels, double power, float least) {
    float[] factors = new float[range.channels()];
    Arrays.fill(factors, 1);
    double logarithms = 0;
    for (int c : channels) {
      logarithms += Math.log(Math.max(range.largest(c), least));
    }
    double mean = logarithms / channels.length;
    for (int c : channels) {
      double logarithm = Math.log(Math.max(range.largest(c), least)) - mean;
      factors[c] = (float) Math.exp(power * logarithm);
    }
    return factors;
  }

  private static double[] squaredNorms(List<float[]> matrices, int channels) {
    double[] norms = new double[channels];
    for (float[] matrix : matrices) {
      for (int i = 0; i < matrix.length; i++) {
        norms[i % channels] += (double) matrix[i] * matrix[i];
      }
    }
    return norms;
  }

  /** The step between two weights of each output. */
  float[] weightSteps(float[] matrix) {
    return weightSteps(matrix, factors, outliers);
  }

  private static float[] weightSteps(float[] matrix, float[] factors, int[] outliers) {
    float[] scaled = factors.clone();
    for (int c : outliers) {
      scaled[c] = 0;
    }
    float[] steps = new float[matrix.length / factors.length];
    for (int o = 0; o < steps.length; o++) {
      float largest = SMALLEST;
      int row = o * factors.length;
      for (int c = 0; c < factors.length; c++) {
        largest = Math.max(largest, Math.abs(matrix[row + c]) * scaled[c]);
      }
      steps[o] = largest / WEIGHT_STEPS;
    }
    return steps;
  }

  /** Whether the factors change anything. */
  boolean hasFactors() {
    for (float factor : factors) {
      if (factor != 1) {
        return true;
      }
    }
    return false;
  }
}
