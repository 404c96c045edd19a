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

import java.io.Serializable;

/**
 * Which vectors of an encoder are read, and what it is given.
 *
 * @param output name of the ONNX output [sentences × pieces × floats] that they are
 * @param dimension floats of a vector, 1 to {@value #MOST}
 * @param positions pieces that it reads at once, with those that begin and end a text; at least
 *     {@value #FEWEST_POSITIONS}
 * @param wholeDocument whether it reads a sentence within its document, or by itself
 */
public record ContextualVectors(String output, int dimension, int positions, boolean wholeDocument)
    implements Serializable {
  /** The longest vector. */
  public static final int MOST = 1 << 12;

  private static final int FEWEST_POSITIONS = 8;

  public ContextualVectors {
    if (output.isBlank() || dimension < 1 || dimension > MOST || positions < FEWEST_POSITIONS) {
      throw new IllegalArgumentException(
          "Contextual vectors want an output, 1 to "
              + MOST
              + " floats and at least "
              + FEWEST_POSITIONS
              + " positions, found '"
              + output
              + "', "
              + dimension
              + " and "
              + positions);
    }
  }

  /** The same with another number of positions. */
  public ContextualVectors withPositions(int positions) {
    return new ContextualVectors(output, dimension, positions, wholeDocument);
  }
}
