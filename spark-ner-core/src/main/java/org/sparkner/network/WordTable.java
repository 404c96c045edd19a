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

import java.util.Arrays;

/**
 * The word vectors, outside the graph's parameters, with the gradients of the rows that a batch
 * touched. Rows from 0 to {@code trainable} learn; the others only occur in text outside the
 * training data. Of a row the first floats learn, in general all; the others have a gradient of
 * zero. A network without word vectors has a table of no floats.
 */
public final class WordTable {
  private final float[] values;
  private final int dimension;
  private final int trainable;
  private final int learned;
  private final int[] slotOfRow;
  private int[] touched = new int[256];
  private int touchedCount;
  private float[] gradients;

  /**
   * @param values [rows × dimension], row-major, not copied: training changes them in place
   * @param trainable rows that learn, 0 to freeze all
   */
  public WordTable(float[] values, int dimension, int trainable) {
    this(values, dimension, trainable, dimension);
  }

  /**
   * @param values [rows × dimension], row-major, not copied: training changes them in place
   * @param trainable rows that learn, 0 to freeze all
   * @param learned floats of such a row that learn, its first
   */
  public WordTable(float[] values, int dimension, int trainable, int learned) {
    int rows = dimension == 0 ? 0 : values.length / dimension;
    if (values.length != rows * dimension
        || trainable < 0
        || trainable > rows
        || learned < Math.min(1, dimension)
        || learned > dimension) {
      throw new IllegalArgumentException(
          "A word table needs whole rows of "
              + dimension
              + " and at most that many trainable ones, found "
              + values.length
              + " values and "
              + trainable
              + " trainable rows of "
              + learned
              + " learned floats.");
    }
    this.values = values;
    this.dimension = dimension;
    this.trainable = trainable;
    this.learned = learned;
    this.slotOfRow = new int[trainable];
    Arrays.fill(slotOfRow, -1);
    this.gradients = new float[touched.length * dimension];
  }

  /** [rows × dimension], the live values. */
  public float[] values() {
    return values;
  }

  public int dimension() {
    return dimension;
  }

  /** Rows that learn. */
  public int trainable() {
    return trainable;
  }

  /** Rows that have a gradient since the last {@link #clearGradients}. */
  public int touchedCount() {
    return touchedCount;
  }

  /** The i-th touched row, in the order of first touch. */
  public int touchedRow(int i) {
    return touched[i];
  }

  /** Gradients of the touched rows, the i-th from {@code i * dimension}; live. */
  public float[] gradients() {
    return gradients;
  }

  /**
   * Adds to the gradient of a row; does nothing for one that does not learn.
   *
   * @param source floats of a row from {@code from}
   */
  public void addGradient(int row, float[] source, int from) {
    if (row >= trainable) {
      return;
    }
    int at = slot(row) * dimension;
    for (int j = 0; j < learned; j++) {
      gradients[at + j] += source[from + j];
    }
  }

  private int slot(int row) {
    int slot = slotOfRow[row];
    return slot < 0 ? touch(row) : slot;
  }

  /** As {@link #addGradient(int, float[], int)}, in an arithmetic and with a stride. */
  <A> void addGradient(int row, Arithmetic<A, ?> arithmetic, A source, int from, int stride) {
    if (row >= trainable) {
      return;
    }
    int slot = slot(row);
    for (int j = 0; j < learned; j++) {
      gradients[slot * dimension + j] += (float) arithmetic.get(source, from + j * stride);
    }
  }

  private int touch(int row) {
    if (touchedCount == touched.length) {
      touched = Arrays.copyOf(touched, 2 * touchedCount);
      gradients = Arrays.copyOf(gradients, 2 * gradients.length);
    }
    touched[touchedCount] = row;
    slotOfRow[row] = touchedCount;
    return touchedCount++;
  }

  /** Forgets all gradients. */
  public void clearGradients() {
    for (int i = 0; i < touchedCount; i++) {
      slotOfRow[touched[i]] = -1;
    }
    Arrays.fill(gradients, 0, touchedCount * dimension, 0);
    touchedCount = 0;
  }
}
