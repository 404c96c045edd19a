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

import org.nd4j.linalg.api.ndarray.INDArray;

/** Arrays whose elements lie one after another in the order of C, as bulk copies want them. */
final class Contiguous {
  private Contiguous() {}

  /** The array itself where it is so already, else a copy. */
  static INDArray inOrderOfC(INDArray array) {
    return isInOrderOfC(array) ? array : array.dup('c');
  }

  /** The array itself, or an exception where a write would need strides. */
  static INDArray require(INDArray array) {
    if (!isInOrderOfC(array)) {
      throw new IllegalStateException(
          "Expected a contiguous array in the order of C, found " + array.shapeInfoToString());
    }
    return array;
  }

  private static boolean isInOrderOfC(INDArray array) {
    long expected = 1;
    for (int d = array.rank() - 1; d >= 0; d--) {
      if (array.size(d) > 1 && array.stride(d) != expected) {
        return false;
      }
      expected *= array.size(d);
    }
    return true;
  }
}
