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

import java.util.List;
import org.sparkner.device.Device;
import org.sparkner.error.UsageException;
import org.sparkner.train.Batch;
import org.sparkner.train.BatchSchedule;
import org.sparkner.train.DivergedException;
import org.sparkner.train.IndexedShard;
import org.sparkner.train.Learner;
import org.sparkner.train.LearningRates;
import org.sparkner.train.Optimiser;
import org.sparkner.train.ShownShard;

/**
 * A worker's copy of the network. It may be kept between rounds or built anew for each: what it
 * sends back depends on the round, the state and the shard alone. Only if an encoder learns, a
 * replica that is kept also goes on with the encoder's moments, which do not travel; a new one
 * begins with none. One thread at a time. After an exception it must not be used again.
 */
public final class Replica implements AutoCloseable {
  private static final int NO_VERSION = -1;

  private final ReplicaBlueprint blueprint;
  private final int worker;
  private final Learner learner;
  private final RowJournal journal;
  private int version = NO_VERSION;
  private float[] encoderBeginning;

  private IndexedShard scheduled;
  private int scheduledEpoch;
  private List<int[]> batches;
  private ShownShard shown;

  /**
   * Builds a replica.
   *
   * @param worker from 0; decides the order of batches and dropout
   * @param device that the replica is computed on
   */
  public Replica(ReplicaBlueprint blueprint, int worker, Device device) {
    this.blueprint = blueprint;
    this.worker = worker;
    int dimension = blueprint.options().architecture().wordDimension();
    this.learner =
        blueprint.learner(
            worker, new float[Math.multiplyExact(blueprint.wordRows(), dimension)], device);
    this.journal = new RowJournal(blueprint.trainable());
    learner.optimiser().beforeRowChanges(journal);
  }

  /**
   * Does this worker's part of a round.
   *
   * @param parameters {@link StateUpdate#parameters} of the round's version
   * @param rows of the versions up to the round's
   * @param shard of this worker
   * @param beforeEachBatch called before each batch; may throw to give up
   * @throws UsageException if the training diverges
   */
  public Contribution run(
      Round round,
      byte[] parameters,
      RowHistory rows,
      IndexedShard shard,
      Runnable beforeEachBatch) {
    long started = System.nanoTime();
    load(parameters, round.number(), rows);
    List<int[]> schedule = schedule(shard, round.epoch());
    long computing = System.nanoTime();
    Contribution.Counts counts = Contribution.Counts.NONE;
    int end = Math.min(round.firstBatch() + round.batches(), schedule.size());
    LearningRates rates = blueprint.rates(round);
    for (int i = round.firstBatch(); i < end; i++) {
      beforeEachBatch.run();
      learner.setRates(rates, round.epoch(), i);
      double loss = learn(shown.batch(schedule.get(i)));
      counts = counts.plus(shard, schedule.get(i), loss);
    }
    for (int i = end; i < round.firstBatch() + round.batches(); i++) {
      learner.optimiser().skip(rates.ofNetwork(round.epoch(), i));
    }
    long computed = System.nanoTime();
    Contribution contribution = export(counts, parameters);
    journal.undo();
    long ended = System.nanoTime();
    return contribution.withSeconds(
        (computed - computing) / 1e9, (computing - started + ended - computed) / 1e9);
  }

  private double learn(Batch batch) {
    try {
      return learner.learn(batch);
    } catch (DivergedException e) {
      throw new UsageException(e.getMessage() + ".", e);
    }
  }

  private void load(byte[] parameters, int expected, RowHistory rows) {
    Optimiser optimiser = learner.optimiser();
    for (int next = Math.max(version + 1, rows.firstVersion()); next <= expected; next++) {
      // Should this fail in the middle, the replica is not used again.
      BlockInput in = new BlockInput(rows.rows(next));
      RowBlock block = RowBlock.read(in, false);
      EncoderPart encoder = EncoderPart.read(in);
      encoder.applyTo(learner.encoder());
      encoderBeginning = encoder.values();
      if (blueprint.trainable() > 0) {
        block.copyAllTo(learner.words(), optimiser);
      } else {
        System.arraycopy(block.values(), 0, learner.words().values(), 0, block.values().length);
      }
    }
    version = expected;
    ParameterBlock.copyTo(learner, parameters);
    journal.begin(optimiser, learner.words());
  }

  private List<int[]> schedule(IndexedShard shard, int epoch) {
    if (scheduled != shard || scheduledEpoch != epoch) {
      batches =
          new BatchSchedule(
                  shard,
                  blueprint.options().recipe().batchSize(),
                  blueprint.options().recipe().lengthBucketing(),
                  blueprint.seed(worker),
                  blueprint.orderSeed())
              .withSilverEpochs(blueprint.options().recipe().silverEpochs())
              .epoch(epoch);
      shown = new ShownShard(shard, blueprint.options(), epoch);
      scheduled = shard;
      scheduledEpoch = epoch;
    }
    return batches;
  }

  private Contribution export(Contribution.Counts counts, byte[] beginning) {
    if (counts.tokens() == 0) {
      return Contribution.nothing();
    }
    Optimiser optimiser = learner.optimiser();
    if (blueprint.averaging().workers() > 1) {
      // A mean needs all rows at one step. A single worker's rows stay as the trainer has them.
      for (int row : journal.changed()) {
        optimiser.coast(row);
      }
    }
    float[] parameters = learner.parameters().clone();
    float[] state = optimiser.state().clone();
    boolean alone = blueprint.averaging().workers() == 1;
    EncoderPart encoder = EncoderPart.of(learner.encoder(), alone ? null : encoderBeginning);
    if (!blueprint.averaging().recipe().halfPrecision()) {
      RowBlock rows = RowBlock.copyOf(journal.changed(), learner.words(), optimiser);
      return new Contribution(counts, false, parameters, state, rows).withEncoder(encoder);
    }
    // Changes are small beside the weights: as 16-bit floats they lose that much less.
    ParameterBlock start = ParameterBlock.fromBytes(beginning);
    subtract(parameters, start.parameters());
    subtract(state, start.state());
    return new Contribution(counts, true, parameters, state, journal.changes())
        .withEncoder(encoder);
  }

  private static void subtract(float[] from, float[] values) {
    for (int i = 0; i < from.length; i++) {
      from[i] -= values[i];
    }
  }

  /** Frees what an encoder that learns holds outside of the heap. */
  @Override
  public void close() {
    learner.close();
  }
}
