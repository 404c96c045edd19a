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

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.sparkner.onnx.ConstantTensor;

/** Turns matrices. */
final class TransposedMatrix {
  /** Rows and columns whose elements are copied together, so that lines of the cache are shared. */
  private static final int TILE = 16;

  private TransposedMatrix() {}

  static ConstantTensor of(ConstantTensor matrix) {
    int rows = Math.toIntExact(matrix.shape().get(0));
    int columns = Math.toIntExact(matrix.shape().get(1));
    int bytes = matrix.elements().bytes();
    byte[] from = new byte[matrix.values().remaining()];
    matrix.values().duplicate().get(from);
    byte[] to = new byte[from.length];
    for (int row = 0; row < rows; row += TILE) {
      for (int column = 0; column < columns; column += TILE) {
        for (int r = row; r < Math.min(rows, row + TILE); r++) {
          for (int c = column; c < Math.min(columns, column + TILE); c++) {
            System.arraycopy(from, (r * columns + c) * bytes, to, (c * rows + r) * bytes, bytes);
          }
        }
      }
    }
    return ConstantTensor.of(
        matrix.name(),
        matrix.elements(),
        List.of((long) columns, (long) rows),
        ByteBuffer.wrap(to).order(ByteOrder.LITTLE_ENDIAN));
  }
}
