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

package org.sparkner.tagger;

/**
 * Halves the weights of the input, forget and output gates, which the inference kernel needs;
 * without rounding.
 */
final class GateScaling {
  private GateScaling() {}

  /**
   * A copy of weights with those columns halved.
   *
   * @param weights [rows × 4 hidden] in the gates' order input, forget, candidate, output
   */
  static float[] halved(float[] weights, int hidden) {
    float[] scaled = weights.clone();
    for (int i = 0; i < scaled.length; i++) {
      if (i / hidden % 4 != 2) {
        scaled[i] *= 0.5f;
      }
    }
    return scaled;
  }
}
