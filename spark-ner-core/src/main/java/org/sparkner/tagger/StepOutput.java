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

/** Takes the outputs of a layer, a step at a time, while they are in the cache. */
interface StepOutput {
  /**
   * Takes a step of a direction.
   *
   * @param place of the first row in the batch
   * @param direction 0 forward, 1 backward
   * @param outputs row r at {@code offset + r * stride}
   */
  void accept(int place, int rows, int direction, float[] outputs, int offset, int stride);
}
