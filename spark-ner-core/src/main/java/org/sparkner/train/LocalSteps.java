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
import java.util.List;

/** Makes the steps on this machine, one after another. */
final class LocalSteps implements Steps {
  private final Learner learner;
  private final IndexedShard shard;
  private final TrainingOptions options;
  private final BatchSchedule schedule;
  private final int silverEpochs;
  private final int batchSize;
  private final IndexedShard.Extent all;
  private final IndexedShard.Extent gold;
  private List<int[]> batches;
  private ShownShard shown;

  /**
   * @param options of the training, with the sizes that follow from its data
   */
  LocalSteps(Learner learner, IndexedShard shard, TrainingOptions options) {
    this.learner = learner;
    this.shard = shard;
    this.options = options;
    this.silverEpochs = options.recipe().silverEpochs();
    this.batchSize = options.recipe().batchSize();
    this.schedule =
        new BatchSchedule(
                shard, batchSize, options.recipe().lengthBucketing(), options.recipe().seed())
            .withSilverEpochs(silverEpochs);
    this.all = shard.extent();
    this.gold = shard.goldExtent();
  }

  private IndexedShard.Extent extent(int epoch) {
    return BatchSchedule.isOfGold(epoch, silverEpochs) ? gold : all;
  }

  @Override
  public long tokens(int epoch) {
    return extent(epoch).tokens();
  }

  @Override
  public int count() {
    return BatchSchedule.batches(all.sentences(), all.windows(), batchSize);
  }

  @Override
  public int count(int epoch) {
    IndexedShard.Extent extent = extent(epoch);
    return BatchSchedule.batches(extent.sentences(), extent.windows(), batchSize);
  }

  @Override
  public int windows() {
    return shard.windows();
  }

  @Override
  public double rateFactor() {
    return 1;
  }

  @Override
  public void begin(int epoch) {
    batches = schedule.epoch(epoch);
    shown = new ShownShard(shard, options, epoch);
  }

  @Override
  public Done next(int first) {
    Batch batch = shown.batch(batches.get(first));
    double loss = learner.learn(batch);
    return new Done(1, batch.size(), batch.tokens(), loss);
  }

  @Override
  public void write(DataOutputStream out) {
    // The learner is all there is.
  }

  @Override
  public void read(DataInputStream in) {
    // The learner is all there is.
  }
}
