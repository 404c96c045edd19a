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

import java.util.ArrayList;
import java.util.List;

/** A figure of each round. */
final class Rounds {
  private final List<Double> values = new ArrayList<>();

  void add(double value) {
    values.add(value);
  }

  /** The middle one; the lower of the two of an even number. */
  double median() {
    return quantile(0.5);
  }

  /**
   * The figure that so large a share of the rounds do not exceed; of two, the lower.
   *
   * @param share from 0 to 1
   */
  double quantile(double share) {
    return values.stream().sorted().toList().get((int) (share * (values.size() - 1)));
  }
}
