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

package org.sparkner.benchmarks;

import java.util.List;

/**
 * The line of least squares through points over time.
 *
 * @param mean of the values
 * @param slope of the values a second
 * @param margin half the width of the slope's interval of 95 % by Student's t, as if the points'
 *     distances from the line were independent; infinite for less than three points
 * @param span seconds from the first point to the last
 */
record Trend(double mean, double slope, double margin, double span) {
  /** Growth within the span, as a share of the mean, that counts as none. */
  static final double TOLERANCE = 0.01;

  /**
   * Fits the line.
   *
   * @param points each of seconds and a value
   */
  static Trend of(List<double[]> points) {
    int n = points.size();
    double time = points.stream().mapToDouble(point -> point[0]).average().orElse(0);
    double mean = points.stream().mapToDouble(point -> point[1]).average().orElse(0);
    double spread = points.stream().mapToDouble(p -> (p[0] - time) * (p[0] - time)).sum();
    double slope =
        spread == 0
            ? 0
            : points.stream().mapToDouble(p -> (p[0] - time) * (p[1] - mean)).sum() / spread;
    double squares =
        points.stream()
            .mapToDouble(p -> p[1] - mean - slope * (p[0] - time))
            .map(distance -> distance * distance)
            .sum();
    double margin =
        n < 3 || spread == 0
            ? Double.POSITIVE_INFINITY
            : quantile(n - 2) * Math.sqrt(squares / (n - 2) / spread);
    double span = n == 0 ? 0 : points.get(n - 1)[0] - points.get(0)[0];
    return new Trend(mean, slope, margin, span);
  }

  /** The 97.5 % quantile of Student's t, to a percent from three degrees of freedom on. */
  private static double quantile(int freedom) {
    return 1.96 + 2.37 / freedom + 2.82 / ((double) freedom * freedom);
  }

  /** Whether the values surely grow, and by more than the tolerance. */
  boolean grows() {
    return slope - margin > 0 && slope * span > TOLERANCE * mean;
  }
}
