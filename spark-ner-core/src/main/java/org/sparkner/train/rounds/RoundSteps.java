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
import java.util.List;
import java.util.stream.Stream;
import org.sparkner.error.BadDataException;
import org.sparkner.train.BatchSchedule;
import org.sparkner.train.IndexedShard;
import org.sparkner.train.RoundReportBuilder;
import org.sparkner.train.Steps;
import org.sparkner.train.TrainingListener;
import org.sparkner.train.TrainingOptions;

/** Has workers make the steps, a round of them at a time, and takes the mean of what they learn. */
final class RoundSteps implements Steps {
  private final AveragedLearner state;
  private final AveragingOptions averaging;
  private final Workers workers;
  private final TrainingListener listener;
  private final List<Workers.Shard> shards;
  private final int silverEpochs;
  private final int batchSize;
  private int rounds;
  private int epoch;
  private long seen;

  RoundSteps(
      AveragedLearner state,
      TrainingOptions options,
      AveragingOptions averaging,
      Workers workers,
      TrainingListener listener) {
    this.state = state;
    this.averaging = averaging;
    this.workers = workers;
    this.listener = listener;
    this.shards = workers.shards();
    this.silverEpochs = options.recipe().silverEpochs();
    this.batchSize = options.recipe().batchSize();
  }

  private Stream<IndexedShard.Extent> extents(int epoch) {
    return shards.stream().map(shard -> shard.of(epoch, silverEpochs));
  }

  @Override
  public long tokens(int epoch) {
    return extents(epoch).mapToLong(IndexedShard.Extent::tokens).sum();
  }

  @Override
  public int count() {
    return count(0);
  }

  @Override
  public int count(int epoch) {
    return extents(epoch)
        .mapToInt(extent -> BatchSchedule.batches(extent.sentences(), extent.windows(), batchSize))
        .max()
        .orElse(0);
  }

  @Override
  public int windows() {
    return shards.stream().mapToInt(shard -> shard.all().windows()).sum();
  }

  @Override
  public double rateFactor() {
    return averaging.rateFactor();
  }

  @Override
  public void begin(int epoch) {
    this.epoch = epoch;
    state.changedElsewhere();
  }

  @Override
  public Done next(int first) throws InterruptedException {
    long started = System.nanoTime();
    if (first == 0) {
      seen = 0;
    }
    int last = count(epoch);
    int steps = Math.min(averaging.stepsOfRound(state.step()), last - first);
    Round round = new Round(rounds++, epoch, first, steps, count());
    StateUpdate update = state.update();
    long published = System.nanoTime();
    Workers.Result result = workers.run(round, update);
    long averaged = System.nanoTime();
    Contribution.Counts counts = result.mean().counts();
    seen += counts.fingerprint();
    if (first + steps == last) {
      requireAllSeen();
    }
    state.apply(result.mean(), round);
    long ended = System.nanoTime();
    double seconds = (ended - started) / 1e9;
    double send =
        result.sendSeconds()
            + result.mean().handlingSeconds()
            + (published - started + ended - averaged) / 1e9;
    listener.onRound(
        RoundReportBuilder.builder()
            .epoch(epoch + 1)
            .firstBatch(first)
            .steps(steps)
            .sentences(counts.sentences())
            .tokens(counts.tokens())
            .bytesSent(update.bytes())
            .bytesReceived(result.bytesReceived())
            .seconds(seconds)
            .computeSeconds(result.mean().computeSeconds())
            .sendSeconds(send)
            .waitSeconds(Math.max(0, seconds - send - result.mean().computeSeconds()))
            .build());
    return new Done(steps, counts.sentences(), counts.tokens(), counts.loss());
  }

  /** Rows that are lost with a machine are read again; they must be the same ones then. */
  private void requireAllSeen() {
    if (seen != extents(epoch).mapToLong(IndexedShard.Extent::fingerprint).sum()) {
      throw new BadDataException(
          "The epoch was to use each of "
              + extents(epoch).mapToLong(IndexedShard.Extent::sentences).sum()
              + " sentences once, but some were others when they were read again; write the"
              + " training data to a file first, for its rows differ from one reading to the"
              + " next.");
    }
  }

  @Override
  public void write(DataOutputStream out) throws IOException {
    out.writeLong(seen);
    state.write(out);
  }

  @Override
  public void read(DataInputStream in) throws IOException {
    seen = in.readLong();
    state.read(in);
  }
}
