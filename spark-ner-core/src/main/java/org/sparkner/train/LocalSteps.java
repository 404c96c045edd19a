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
import org.sparkner.pretrained.PretrainedEncoder;

/** Makes the steps on this machine, one after another. */
final class LocalSteps implements Steps {
  private final Learner learner;
  private final IndexedShard shard;
  private final PretrainedEncoder encoder;
  private final BatchSchedule schedule;
  private final int count;
  private List<int[]> batches;

  LocalSteps(Learner learner, IndexedShard shard, TrainingOptions options) {
    this.learner = learner;
    this.shard = shard;
    this.encoder = options.readingEncoder();
    this.schedule =
        new BatchSchedule(
            shard,
            options.recipe().batchSize(),
            options.recipe().lengthBucketing(),
            options.recipe().seed());
    this.count =
        BatchSchedule.batches(shard.sentences(), shard.windows(), options.recipe().batchSize());
  }

  @Override
  public long tokens() {
    return shard.tokens();
  }

  @Override
  public int count() {
    return count;
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
  }

  @Override
  public Done next(int first) {
    Batch batch = shard.batch(batches.get(first), encoder);
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
