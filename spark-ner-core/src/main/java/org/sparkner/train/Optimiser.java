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

package org.sparkner.train;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.sparkner.network.WordTable;
import org.sparkner.option.TrainingOption;

/**
 * What makes steps of gradients, with a bound on the norm of the whole gradient (Pascanu et al.
 * 2013). Of each parameter it keeps one number or more from step to step, its state: first what
 * stands for momentum.
 *
 * <p>Word vectors are stepped without touching every row at every step: a row that a batch does not
 * use may be behind until it is brought {@linkplain #coast up to date}.
 */
public abstract sealed class Optimiser permits MomentumSgd, AdamW {
  private final double clip;
  private final WordTable words;
  private final float[] parameters;
  private final float[] state;
  private final float[] wordState;
  private final int[] stepOfRow;
  private final RateHistory rates = new RateHistory();
  private RowListener rowListener = row -> {};
  private int step;

  /**
   * @param parameters without the word table; updated in place
   * @param words updated in place
   * @param clip largest norm of the gradient
   * @param numbers kept of each parameter, at least 1
   */
  Optimiser(float[] parameters, WordTable words, double clip, int numbers) {
    this.parameters = parameters;
    this.words = words;
    this.clip = clip;
    this.state = new float[Math.multiplyExact(numbers, parameters.length)];
    this.wordState = new float[Math.multiplyExact(numbers, words.trainable() * words.dimension())];
    this.stepOfRow = new int[words.trainable()];
    rates.begin(0);
  }

  /** That of a recipe. */
  static Optimiser of(Recipe recipe, float[] parameters, WordTable words) {
    return recipe.optimiser().equals(TrainingOption.ADAMW)
        ? new AdamW(
            parameters, words, recipe.momentum(), recipe.weightDecay(), recipe.maxGradientNorm())
        : new MomentumSgd(parameters, words, recipe.momentum(), recipe.maxGradientNorm());
  }

  /** Steps done, from 0. */
  public final int step() {
    return step;
  }

  /** The learning rate of the steps to come. */
  public final double learningRate() {
    return rates.last();
  }

  /**
   * The state of the parameters, live: of all parameters what stands for momentum, then of all the
   * next number.
   */
  public final float[] state() {
    return state;
  }

  /**
   * The state of the word vectors, live: [trainable row × numbers × dimension], of each row what
   * stands for momentum first.
   */
  public final float[] wordState() {
    return wordState;
  }

  /** Numbers of the state of a row of the word table. */
  public final int rowState() {
    return stepOfRow.length == 0 ? 0 : wordState.length / stepOfRow.length;
  }

  /** The step that each row was last brought up to, live. */
  public final int[] stepOfRow() {
    return stepOfRow;
  }

  final WordTable words() {
    return words;
  }

  final float[] parameters() {
    return parameters;
  }

  /** Has a listener told of each row before it changes. */
  public final void beforeRowChanges(RowListener listener) {
    this.rowListener = listener;
  }

  /**
   * The rates of the steps that rows may be behind, for an optimiser that is to go on from here.
   */
  public final RateChanges rateChanges() {
    return rates.changes();
  }

  /** Goes on at a step that another one has come to by such rates; rows stay as they are. */
  public final void resumeAt(int step, RateChanges changes) {
    this.step = step;
    rates.take(changes);
  }

  /** Counts a step that others made at a rate; rows stay as they are. */
  public final void skip(double learningRate) {
    setLearningRate(learningRate);
    step++;
  }

  /** Ends the momentum of the parameters; the rest of their state stays. */
  public final void endMomentum() {
    Arrays.fill(state, 0, parameters.length, 0);
  }

  /** Ends the momentum of a row of the word table. */
  public final void endMomentum(int row) {
    int at = row * rowState();
    Arrays.fill(wordState, at, at + words.dimension(), 0);
  }

  /** Sets the rate of the steps to come. */
  final void setLearningRate(double learningRate) {
    if (!rowsCoast()) {
      rates.begin(learningRate);
    } else if (learningRate != learningRate()) {
      rates.add(step, learningRate);
    }
  }

  /**
   * Brings a word's row up to date, before a batch reads it.
   *
   * @param row of the word table; one that does not learn stays as it is
   */
  public final void coast(int row) {
    if (row >= stepOfRow.length) {
      return;
    }
    rowListener.beforeChange(row);
    int first = stepOfRow[row];
    stepOfRow[row] = step;
    if (first < step) {
      coast(row, first, step - first);
    }
  }

  /** Whether steps that do not use a row of the word table change it. */
  public abstract boolean rowsCoast();

  /**
   * What steps that do not use a row do to it.
   *
   * @param first of these steps
   * @param steps at least 1
   */
  abstract void coast(int row, int first, int steps);

  /** The learning rates of the steps that rows may be behind. */
  final RateHistory rates() {
    return rates;
  }

  /** Brings all words' rows up to date, before the whole table is read. */
  final void coastAll() {
    for (int row = 0; row < stepOfRow.length; row++) {
      coast(row);
    }
    rates.begin(learningRate());
  }

  /**
   * One step.
   *
   * @param gradient of the parameters, summed over the batch
   * @param batchSize sentences that were summed over
   * @return the norm of the mean gradient before the bound
   */
  final double update(float[] gradient, int batchSize) {
    double norm = norm(gradient, 0) / batchSize;
    update(gradient, scale(norm, batchSize));
    return norm;
  }

  /**
   * The norm of a gradient that is summed over a batch.
   *
   * @param gradient of the parameters
   * @param beside norm of what else learns with them
   */
  final double norm(float[] gradient, double beside) {
    double own = squares(gradient, gradient.length);
    double ofWords = squares(words.gradients(), words.touchedCount() * words.dimension());
    return Math.sqrt(own + ofWords + beside * beside);
  }

  /**
   * What a gradient that is summed over a batch is to be multiplied by.
   *
   * @param norm of the mean gradient
   */
  final double scale(double norm, int batchSize) {
    return Math.min(1, clip / (norm + 1e-6)) / batchSize;
  }

  /**
   * One step; clears the gradients of the words.
   *
   * @param gradient of the parameters, summed over the batch
   * @param scale of {@link #scale}
   */
  final void update(float[] gradient, double scale) {
    descend(gradient, (float) scale);
    for (int slot = 0; slot < words.touchedCount(); slot++) {
      int row = words.touchedRow(slot);
      stepOfRow[row] = step + 1;
      descend(row, slot, (float) scale);
    }
    words.clearGradients();
    step++;
  }

  /** Steps the parameters. */
  abstract void descend(float[] gradient, float scale);

  /**
   * Steps a row that the batch used.
   *
   * @param slot of the word table's gradients
   */
  abstract void descend(int row, int slot, float scale);

  /** Four sums at a time: a single one would wait for itself. */
  private static double squares(float[] values, int length) {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    int i = 0;
    for (; i + 3 < length; i += 4) {
      a += (double) values[i] * values[i];
      b += (double) values[i + 1] * values[i + 1];
      c += (double) values[i + 2] * values[i + 2];
      d += (double) values[i + 3] * values[i + 3];
    }
    for (; i < length; i++) {
      a += (double) values[i] * values[i];
    }
    return a + b + c + d;
  }

  /** Writes everything that the next step depends on. */
  final void write(DataOutputStream out) throws IOException {
    out.writeInt(step);
    rates.write(out);
    StateIo.write(parameters, parameters.length, out);
    StateIo.write(state, state.length, out);
    StateIo.write(words.values(), stepOfRow.length * words.dimension(), out);
    StateIo.write(wordState, wordState.length, out);
    for (int last : stepOfRow) {
      out.writeInt(last);
    }
  }

  /** Takes over what {@link #write} wrote for a run of the same sizes. */
  final void read(DataInputStream in) throws IOException {
    step = in.readInt();
    rates.read(in);
    StateIo.read(parameters, parameters.length, in);
    StateIo.read(state, state.length, in);
    StateIo.read(words.values(), stepOfRow.length * words.dimension(), in);
    StateIo.read(wordState, wordState.length, in);
    for (int row = 0; row < stepOfRow.length; row++) {
      stepOfRow[row] = in.readInt();
    }
  }
}
