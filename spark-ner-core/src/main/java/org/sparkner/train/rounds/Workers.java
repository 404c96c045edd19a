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

import java.io.Serializable;
import java.util.List;
import org.sparkner.lexicon.Lexicon;
import org.sparkner.train.BatchSchedule;
import org.sparkner.train.IndexedShard;

/** The workers of a training across machines, as the driver sees them. */
public interface Workers extends AutoCloseable {
  /** Brings workers into being once it is known how sentences are indexed. */
  interface Factory {
    /**
     * @param lexicon the part of the training's lexicon that the training data touches: enough to
     *     index this data
     */
    Workers open(ReplicaBlueprint blueprint, Lexicon lexicon);
  }

  /**
   * What a worker trains on.
   *
   * @param all how much is in the shard
   * @param gold how much of it people labelled
   */
  record Shard(IndexedShard.Extent all, IndexedShard.Extent gold) implements Serializable {
    /** That of these sentences. */
    public static Shard of(IndexedShard shard) {
      return new Shard(shard.extent(), shard.goldExtent());
    }

    /** How much of it an epoch has. */
    IndexedShard.Extent of(int epoch, int silverEpochs) {
      return BatchSchedule.isOfGold(epoch, silverEpochs) ? gold : all;
    }
  }

  /**
   * What came of a round.
   *
   * @param mean of the workers' contributions, added in the order of the workers
   * @param bytesReceived by the driver
   * @param sendSeconds that the driver spent on handing out the state and taking in contributions
   */
  record Result(Contribution mean, long bytesReceived, double sendSeconds) {}

  /** The shards, in the order of the workers. */
  List<Shard> shards();

  /**
   * Has each worker {@linkplain Replica#run run} its part of a round.
   *
   * @param state of the round; the rows of earlier ones, back to the last that held all, are to be
   *     kept for replicas that are behind
   * @throws InterruptedException if the thread is interrupted
   */
  Result run(Round round, StateUpdate state) throws InterruptedException;

  /** Frees what is kept on the machines. */
  @Override
  void close();
}
