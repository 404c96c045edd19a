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

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.sparkner.network.WordTable;
import org.sparkner.train.Learner;
import org.sparkner.train.LearningRates;
import org.sparkner.train.Optimiser;
import org.sparkner.train.StateIo;

/**
 * The driver's learner in a training across machines. It makes no steps itself: it takes the mean
 * of what workers learned, by an outer step if one is needed, and says what they want to know to go
 * on.
 */
final class AveragedLearner {
  private final Learner learner;
  private final ReplicaBlueprint blueprint;
  private final AveragingOptions averaging;
  private final float[] outerVelocity;
  private RowBlock changed;
  private long bytesSinceAll;

  AveragedLearner(Learner learner, ReplicaBlueprint blueprint) {
    this.learner = learner;
    this.blueprint = blueprint;
    this.averaging = blueprint.averaging();
    this.outerVelocity =
        new float[averaging.recipe().outerMomentum() > 0 ? learner.parameters().length : 0];
  }

  int step() {
    return learner.optimiser().step();
  }

  /** To be called when rows changed otherwise than by {@link #apply}; frozen ones do not. */
  void changedElsewhere() {
    if (blueprint.trainable() > 0) {
      changed = null;
    }
  }

  /** What workers want to know of the state that came with the last {@link #apply}. */
  StateUpdate update() {
    Optimiser optimiser = learner.optimiser();
    byte[] parameters =
        new ParameterBlock(
                optimiser.step(), optimiser.rateChanges(), learner.parameters(), optimiser.state())
            .toBytes();
    // The encoder's parameters travel with the rows: so only those of the last round are kept.
    EncoderPart encoder = EncoderPart.of(learner.encoder(), null);
    boolean all = changed == null || encoder.values().length > 0;
    RowBlock rows = all ? allRows() : changed;
    BlockOutput out = new BlockOutput(Math.toIntExact(rows.bytes(false) + encoder.bytes()));
    rows.write(out, false);
    encoder.write(out);
    byte[] bytes = out.toBytes();
    // A new replica reads all blocks since the one with all rows: they should not outgrow it.
    bytesSinceAll = all ? 0 : bytesSinceAll + bytes.length;
    return new StateUpdate(parameters, bytes, all);
  }

  private RowBlock allRows() {
    WordTable words = learner.words();
    if (blueprint.trainable() > 0) {
      return RowBlock.copyOfAll(words, learner.optimiser());
    }
    int floats = blueprint.wordRows() * words.dimension();
    return new RowBlock(
        IntStream.range(0, blueprint.wordRows()).toArray(),
        new int[blueprint.wordRows()],
        Arrays.copyOf(words.values(), floats),
        new float[0]);
  }

  /** Takes over what the workers learned in a round. */
  void apply(Contribution mean, Round round) {
    Optimiser optimiser = learner.optimiser();
    if (mean.changes()) {
      mean.addTo(learner);
    }
    LearningRates rates = blueprint.rates(round);
    for (int i = 0; i < round.batches(); i++) {
      optimiser.skip(rates.ofNetwork(round.epoch(), round.firstBatch() + i));
    }
    applyRows(mean);
    applyParameters(mean.parameters());
    System.arraycopy(mean.state(), 0, optimiser.state(), 0, mean.state().length);
    if (averaging.resetsMomentum()) {
      optimiser.endMomentum();
    }
    mean.encoder().applyTo(learner.encoder());
    learner.parametersChanged();
  }

  private void applyParameters(float[] mean) {
    float[] parameters = learner.parameters();
    if (averaging.recipe().outerMomentum() == 0) {
      System.arraycopy(mean, 0, parameters, 0, parameters.length);
      return;
    }
    float momentum = (float) averaging.recipe().outerMomentum();
    float rate = (float) learner.optimiser().learningRate();
    for (int i = 0; i < parameters.length; i++) {
      outerVelocity[i] = momentum * outerVelocity[i] + (parameters[i] - mean[i]) / rate;
      parameters[i] -= rate * outerVelocity[i];
    }
  }

  /** A worker that did not change a row stands for the row as it was. */
  private void applyRows(Contribution mean) {
    Optimiser optimiser = learner.optimiser();
    WordTable words = learner.words();
    RowBlock rows = mean.rows();
    for (int i = 0; i < rows.size(); i++) {
      if (mean.rowTokens()[i] < mean.counts().tokens()) {
        optimiser.coast(rows.rows()[i]);
        float share = (float) ((double) mean.rowTokens()[i] / mean.counts().tokens());
        RowBlock whole = RowBlock.copyOf(new int[] {rows.rows()[i]}, words, optimiser);
        whole.approach(0, rows, i, share);
        whole.copyTo(0, words, optimiser);
      } else {
        rows.copyTo(i, words, optimiser);
      }
      if (averaging.resetsMomentum()) {
        optimiser.endMomentum(rows.rows()[i]);
      }
    }
    boolean outgrown = bytesSinceAll > 8L * blueprint.wordRows() * words.dimension();
    changed = outgrown ? null : RowBlock.copyOf(rows.rows(), words, optimiser);
  }

  /** Writes what the learner does not hold. */
  void write(DataOutputStream out) throws IOException {
    StateIo.write(outerVelocity, outerVelocity.length, out);
  }

  /** Takes over what {@link #write} wrote. */
  void read(DataInputStream in) throws IOException {
    StateIo.read(outerVelocity, outerVelocity.length, in);
  }
}
