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

package org.sparkner.lexicon;

import org.sparkner.error.BadDataException;

/** Word vectors with the report of reading them. */
public record LoadedVectors(WordVectors vectors, VectorsReport report) {
  /**
   * The vectors, if they have so many values.
   *
   * @throws BadDataException if they have another number
   */
  public WordVectors requireDimension(int expected) {
    if (vectors.dimension() != expected) {
      throw new BadDataException(
          report.name()
              + ": found vectors of "
              + vectors.dimension()
              + " values, expected "
              + expected
              + "; give vectors of that size or change the word dimension.");
    }
    return vectors;
  }
}
