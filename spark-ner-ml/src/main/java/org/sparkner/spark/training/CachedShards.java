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

package org.sparkner.spark.training;

import java.util.List;
import java.util.function.Function;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.storage.StorageLevel;
import org.sparkner.train.IndexedShard;
import org.sparkner.train.rounds.Round;
import org.sparkner.train.rounds.StateUpdate;
import org.sparkner.train.rounds.Workers;

/** Workers whose shards stay on the executors as long as they are open. */
final class CachedShards implements Workers {
  private final JavaRDD<IndexedShard> shards;
  private final Workers workers;

  private CachedShards(JavaRDD<IndexedShard> shards, Workers workers) {
    this.shards = shards;
    this.workers = workers;
  }

  static CachedShards open(
      JavaRDD<IndexedShard> shards, Function<JavaRDD<IndexedShard>, Workers> factory) {
    JavaRDD<IndexedShard> cached = shards.persist(StorageLevel.MEMORY_AND_DISK());
    try {
      return new CachedShards(cached, factory.apply(cached));
    } catch (RuntimeException e) {
      cached.unpersist();
      throw e;
    }
  }

  @Override
  public List<Shard> shards() {
    return workers.shards();
  }

  @Override
  public Result run(Round round, StateUpdate state) throws InterruptedException {
    return workers.run(round, state);
  }

  @Override
  public void close() {
    workers.close();
    shards.unpersist();
  }
}
