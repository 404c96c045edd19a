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
import org.sparkner.network.WordTable;

/**
 * Stochastic gradient descent with momentum (v ← μv + g, p ← p − ηv) and a bound on the norm of the
 * whole gradient (Pascanu et al. 2013).
 *
 * <p>Word vectors get the very same rule without touching every row at every step: a row that a
 * batch does not use only coasts on its velocity, and what it would have done in k such steps, p ←
 * p − ηv(μ + … + μᵏ), v ← μᵏv, is done when it is next used, at the end of an epoch, or before η
 * changes.
 */
public final class MomentumSgd {
  private final float momentum;
  private final double clip;
  private final WordTable words;
  private final float[] parameters;
  private final float[] velocity;
  private final float[] wordVelocity;
  private final int[] stepOfRow;
  private RowListener rowListener = row -> {};
  private double learningRate;
  private int step;

  /**
   * @param parameters without the word table; updated in place
   * @param words updated in place
   * @param clip largest norm of the gradient
   */
  MomentumSgd(float[] parameters, WordTable words, double momentum, double clip) {
    this.parameters = parameters;
    this.words = words;
    this.momentum = (float) momentum;
    this.clip = clip;
    this.velocity = new float[parameters.length];
    this.wordVelocity = new float[words.trainable() * words.dimension()];
    this.stepOfRow = new int[words.trainable()];
  }

  /** Steps done, from 0. */
  public int step() {
    return step;
  }

  /** η of the steps to come. */
  public double learningRate() {
    return learningRate;
  }

  /** v of the parameters, live. */
  public float[] velocity() {
    return velocity;
  }

  /** v of the word vectors, [trainable row × dimension], live. */
  public float[] wordVelocity() {
    return wordVelocity;
  }

  /** The step that each row was last brought up to, live. */
  public int[] stepOfRow() {
    return stepOfRow;
  }

  /** Has a listener told of each row before it changes. */
  public void beforeRowChanges(RowListener listener) {
    this.rowListener = listener;
  }

  /** Goes on at a step and with an η that others have come to; rows stay as they are. */
  public void resumeAt(int step, double learningRate) {
    this.step = step;
    this.learningRate = learningRate;
  }

  /** Sets η for the steps to come. */
  void setLearningRate(double learningRate) {
    if (learningRate != this.learningRate) {
      coastAll();
    }
    this.learningRate = learningRate;
  }

  /**
   * Brings a word's row up to date, before a batch reads it.
   *
   * @param row of the word table; one that does not learn stays as it is
   */
  public void coast(int row) {
    if (row >= stepOfRow.length) {
      return;
    }
    rowListener.beforeChange(row);
    int steps = step - stepOfRow[row];
    stepOfRow[row] = step;
    int at = row * words.dimension();
    if (steps == 0) {
      return;
    }
    double decay = Math.pow(momentum, steps);
    float moved = (float) (learningRate * momentum * (1 - decay) / (1 - momentum));
    for (int i = at; i < at + words.dimension(); i++) {
      words.values()[i] -= moved * wordVelocity[i];
      wordVelocity[i] *= (float) decay;
    }
  }

  /** Brings all words' rows up to date, before the whole table is read. */
  void coastAll() {
    for (int row = 0; row < stepOfRow.length; row++) {
      coast(row);
    }
  }

  /**
   * One step.
   *
   * @param gradient of the parameters, summed over the batch
   * @param batchSize sentences that were summed over
   * @return the norm of the mean gradient before the bound
   */
  double update(float[] gradient, int batchSize) {
    double norm = norm(gradient) / batchSize;
    float scale = (float) (Math.min(1, clip / (norm + 1e-6)) / batchSize);
    float rate = (float) learningRate;
    descend(parameters, velocity, gradient, momentum, scale, rate);
    int dimension = words.dimension();
    for (int slot = 0; slot < words.touchedCount(); slot++) {
      int row = words.touchedRow(slot);
      stepOfRow[row] = step + 1;
      for (int j = 0; j < dimension; j++) {
        int at = row * dimension + j;
        wordVelocity[at] =
            momentum * wordVelocity[at] + scale * words.gradients()[slot * dimension + j];
        words.values()[at] -= rate * wordVelocity[at];
      }
    }
    words.clearGradients();
    step++;
    return norm;
  }

  /** A loop over local arrays only, which the compiler turns into vector instructions. */
  private static void descend(
      float[] parameters,
      float[] velocity,
      float[] gradient,
      float momentum,
      float scale,
      float rate) {
    for (int i = 0; i < gradient.length; i++) {
      float v = momentum * velocity[i] + scale * gradient[i];
      velocity[i] = v;
      parameters[i] -= rate * v;
    }
  }

  private double norm(float[] gradient) {
    double squares = squares(gradient, gradient.length);
    return Math.sqrt(
        squares + squares(words.gradients(), words.touchedCount() * words.dimension()));
  }

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
  void write(DataOutputStream out) throws IOException {
    out.writeInt(step);
    out.writeDouble(learningRate);
    StateIo.write(parameters, parameters.length, out);
    StateIo.write(velocity, velocity.length, out);
    StateIo.write(words.values(), wordVelocity.length, out);
    StateIo.write(wordVelocity, wordVelocity.length, out);
    for (int last : stepOfRow) {
      out.writeInt(last);
    }
  }

  /** Takes over what {@link #write} wrote for a run of the same sizes. */
  void read(DataInputStream in) throws IOException {
    step = in.readInt();
    learningRate = in.readDouble();
    StateIo.read(parameters, parameters.length, in);
    StateIo.read(velocity, velocity.length, in);
    StateIo.read(words.values(), wordVelocity.length, in);
    StateIo.read(wordVelocity, wordVelocity.length, in);
    for (int row = 0; row < stepOfRow.length; row++) {
      stepOfRow[row] = in.readInt();
    }
  }
}
