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

/** How far vectors are from others that they should equal. */
final class VectorDifference {
  private final int dimension;
  private final double[] sums;
  private double squares;
  private double squaredDistances;
  private double cosines;
  private long rows;

  VectorDifference(int dimension) {
    this.dimension = dimension;
    this.sums = new double[dimension];
  }

  /**
   * Takes vectors in.
   *
   * @param right what they should be, row-major
   * @param found what they are
   */
  void add(float[] right, float[] found) {
    for (int row = 0; row < right.length; row += dimension) {
      double product = 0;
      double ofRight = 0;
      double ofFound = 0;
      for (int i = 0; i < dimension; i++) {
        double x = right[row + i];
        double y = found[row + i];
        sums[i] += x;
        product += x * y;
        ofRight += x * x;
        ofFound += y * y;
        squaredDistances += (x - y) * (x - y);
      }
      squares += ofRight;
      cosines += product / Math.max(Math.sqrt(ofRight * ofFound), Double.MIN_NORMAL);
      rows++;
    }
  }

  long rows() {
    return rows;
  }

  /** Mean cosine. */
  double cosine() {
    return cosines / rows;
  }

  /** Distance as a share of the right vectors' distance from their mean, root mean squares. */
  double relative() {
    double ofMean = 0;
    for (double sum : sums) {
      ofMean += sum * sum / rows;
    }
    return Math.sqrt(squaredDistances / Math.max(squares - ofMean, Double.MIN_NORMAL));
  }
}
