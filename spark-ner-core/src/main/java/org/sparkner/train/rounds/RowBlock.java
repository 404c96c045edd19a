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
import org.sparkner.train.Optimiser;

/**
 * Some rows of the word table with their state in the optimiser.
 *
 * @param rows ids
 * @param steps the step that each was last brought up to
 * @param values [row × dimension]
 * @param state [row × numbers of a row's state]
 */
record RowBlock(int[] rows, int[] steps, float[] values, float[] state) {
  static RowBlock ofSize(int rows, int dimension, int rowState) {
    return new RowBlock(
        new int[rows],
        new int[rows],
        new float[Math.multiplyExact(rows, dimension)],
        new float[Math.multiplyExact(rows, rowState)]);
  }

  /** A copy of rows as they are now. */
  static RowBlock copyOf(int[] rows, WordTable words, Optimiser optimiser) {
    RowBlock block = ofSize(rows.length, words.dimension(), optimiser.rowState());
    for (int i = 0; i < rows.length; i++) {
      block.copyFrom(i, rows[i], words, optimiser);
    }
    return block;
  }

  /** A copy of all rows that learn. */
  static RowBlock copyOfAll(WordTable words, Optimiser optimiser) {
    int[] rows = new int[words.trainable()];
    Arrays.setAll(rows, i -> i);
    return copyOf(rows, words, optimiser);
  }

  RowBlock withCapacity(int capacity) {
    return new RowBlock(
        Arrays.copyOf(rows, capacity),
        Arrays.copyOf(steps, capacity),
        Arrays.copyOf(values, capacity * dimension()),
        Arrays.copyOf(state, capacity * rowState()));
  }

  int size() {
    return rows.length;
  }

  int dimension() {
    return rows.length == 0 ? 0 : values.length / rows.length;
  }

  int rowState() {
    return rows.length == 0 ? 0 : state.length / rows.length;
  }

  /** Takes a row over into a place of this block. */
  void copyFrom(int place, int row, WordTable words, Optimiser optimiser) {
    rows[place] = row;
    steps[place] = optimiser.stepOfRow()[row];
    copy(words.values(), row, values, place, words.dimension());
    copy(optimiser.wordState(), row, state, place, optimiser.rowState());
  }

  /** Takes a row of another block over into a place of this one. */
  void copyFrom(int place, RowBlock other, int from) {
    rows[place] = other.rows[from];
    steps[place] = other.steps[from];
    copy(other.values, from, values, place, dimension());
    copy(other.state, from, state, place, rowState());
  }

  private static void copy(float[] source, int from, float[] target, int to, int width) {
    System.arraycopy(source, from * width, target, to * width, width);
  }

  /** Moves a place's row by a share of the way to a row of another block. */
  void approach(int place, RowBlock other, int from, float share) {
    approach(values, place, other.values, from, dimension(), share);
    approach(state, place, other.state, from, rowState(), share);
  }

  private static void approach(
      float[] target, int place, float[] source, int from, int width, float share) {
    for (int i = 0; i < width; i++) {
      int at = place * width + i;
      target[at] += (source[from * width + i] - target[at]) * share;
    }
  }

  /** Puts the row of a place where it belongs. */
  void copyTo(int place, WordTable words, Optimiser optimiser) {
    int row = rows[place];
    optimiser.stepOfRow()[row] = steps[place];
    copy(values, place, words.values(), row, words.dimension());
    copy(state, place, optimiser.wordState(), row, optimiser.rowState());
  }

  /** Puts all rows where they belong. */
  void copyAllTo(WordTable words, Optimiser optimiser) {
    for (int i = 0; i < rows.length; i++) {
      copyTo(i, words, optimiser);
    }
  }

  /** Adds a multiple of a row of another block to the row of a place. */
  void add(float factor, RowBlock other, int place, int from) {
    add(factor, other.values, from, values, place, dimension());
    add(factor, other.state, from, state, place, rowState());
  }

  private static void add(
      float factor, float[] source, int from, float[] target, int place, int width) {
    for (int i = 0; i < width; i++) {
      target[place * width + i] += factor * source[from * width + i];
    }
  }

  /**
   * Bytes that {@link #write} writes.
   *
   * @param half whether values are written as 16-bit floats
   */
  int bytes(boolean half) {
    long floats =
        half
            ? (long) HalfFloats.bytes(values.length) + HalfFloats.bytes(state.length)
            : 4L * (values.length + (long) state.length);
    return Math.toIntExact(3L * Integer.BYTES + 8L * rows.length + floats);
  }

  void write(BlockOutput out, boolean half) {
    out.putInt(rows.length);
    out.putInt(dimension());
    out.putInt(rowState());
    out.putInts(rows);
    out.putInts(steps);
    out.putFloats(values, half);
    out.putFloats(state, half);
  }

  static RowBlock read(BlockInput in, boolean half) {
    int rows = in.getInt();
    int dimension = in.getInt();
    int rowState = in.getInt();
    return new RowBlock(
        in.getInts(rows),
        in.getInts(rows),
        in.getFloats(rows * dimension, half),
        in.getFloats(rows * rowState, half));
  }
}
