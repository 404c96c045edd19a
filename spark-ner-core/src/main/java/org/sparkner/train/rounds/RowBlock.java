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

package org.sparkner.train.rounds;

import java.util.Arrays;
import org.sparkner.network.WordTable;
import org.sparkner.train.MomentumSgd;

/**
 * Some rows of the word table with their state in the optimiser.
 *
 * @param rows ids
 * @param steps the step that each was last brought up to
 * @param values [row × dimension]
 * @param velocity [row × dimension]
 */
record RowBlock(int[] rows, int[] steps, float[] values, float[] velocity) {
  static RowBlock ofSize(int rows, int dimension) {
    return new RowBlock(
        new int[rows],
        new int[rows],
        new float[Math.multiplyExact(rows, dimension)],
        new float[rows * dimension]);
  }

  /** A copy of rows as they are now. */
  static RowBlock copyOf(int[] rows, WordTable words, MomentumSgd optimiser) {
    RowBlock block = ofSize(rows.length, words.dimension());
    for (int i = 0; i < rows.length; i++) {
      block.copyFrom(i, rows[i], words, optimiser);
    }
    return block;
  }

  /** A copy of all rows that learn. */
  static RowBlock copyOfAll(WordTable words, MomentumSgd optimiser) {
    int[] rows = new int[words.trainable()];
    Arrays.setAll(rows, i -> i);
    return copyOf(rows, words, optimiser);
  }

  RowBlock withCapacity(int capacity) {
    int dimension = values.length / rows.length;
    return new RowBlock(
        Arrays.copyOf(rows, capacity),
        Arrays.copyOf(steps, capacity),
        Arrays.copyOf(values, capacity * dimension),
        Arrays.copyOf(velocity, capacity * dimension));
  }

  int size() {
    return rows.length;
  }

  int dimension() {
    return rows.length == 0 ? 0 : values.length / rows.length;
  }

  /** Takes a row over into a place of this block. */
  void copyFrom(int place, int row, WordTable words, MomentumSgd optimiser) {
    int dimension = words.dimension();
    rows[place] = row;
    steps[place] = optimiser.stepOfRow()[row];
    System.arraycopy(words.values(), row * dimension, values, place * dimension, dimension);
    System.arraycopy(
        optimiser.wordVelocity(), row * dimension, velocity, place * dimension, dimension);
  }

  /** Takes a row of another block over into a place of this one. */
  void copyFrom(int place, RowBlock other, int from) {
    int dimension = dimension();
    rows[place] = other.rows[from];
    steps[place] = other.steps[from];
    System.arraycopy(other.values, from * dimension, values, place * dimension, dimension);
    System.arraycopy(other.velocity, from * dimension, velocity, place * dimension, dimension);
  }

  /** Moves a place's row by a share of the way to a row of another block. */
  void approach(int place, RowBlock other, int from, float share) {
    int dimension = dimension();
    for (int i = 0; i < dimension; i++) {
      int at = place * dimension + i;
      int to = from * dimension + i;
      values[at] += (other.values[to] - values[at]) * share;
      velocity[at] += (other.velocity[to] - velocity[at]) * share;
    }
  }

  /** Puts the row of a place where it belongs. */
  void copyTo(int place, WordTable words, MomentumSgd optimiser) {
    int dimension = words.dimension();
    int row = rows[place];
    optimiser.stepOfRow()[row] = steps[place];
    System.arraycopy(values, place * dimension, words.values(), row * dimension, dimension);
    System.arraycopy(
        velocity, place * dimension, optimiser.wordVelocity(), row * dimension, dimension);
  }

  /** Puts all rows where they belong. */
  void copyAllTo(WordTable words, MomentumSgd optimiser) {
    for (int i = 0; i < rows.length; i++) {
      copyTo(i, words, optimiser);
    }
  }

  /** Adds a multiple of a row of another block to the row of a place. */
  void add(float factor, RowBlock other, int place, int from) {
    int dimension = dimension();
    for (int i = 0; i < dimension; i++) {
      values[place * dimension + i] += factor * other.values[from * dimension + i];
      velocity[place * dimension + i] += factor * other.velocity[from * dimension + i];
    }
  }

  /**
   * Bytes that {@link #write} writes.
   *
   * @param half whether values are written as 16-bit floats
   */
  int bytes(boolean half) {
    long floats = half ? 2L * HalfFloats.bytes(values.length) : 8L * values.length;
    return Math.toIntExact(2L * Integer.BYTES + 8L * rows.length + floats);
  }

  void write(BlockOutput out, boolean half) {
    out.putInt(rows.length);
    out.putInt(dimension());
    out.putInts(rows);
    out.putInts(steps);
    out.putFloats(values, half);
    out.putFloats(velocity, half);
  }

  static RowBlock read(BlockInput in, boolean half) {
    int rows = in.getInt();
    int dimension = in.getInt();
    return new RowBlock(
        in.getInts(rows),
        in.getInts(rows),
        in.getFloats(rows * dimension, half),
        in.getFloats(rows * dimension, half));
  }
}
