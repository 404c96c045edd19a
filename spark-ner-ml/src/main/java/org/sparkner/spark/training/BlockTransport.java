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
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.sparkner.train.IndexedShard;
import org.sparkner.train.rounds.Contribution;
import org.sparkner.train.rounds.Round;

/** Sends the blocks as they are: the state as a broadcast, the contributions as bytes. */
record BlockTransport() implements RoundTransport {

  @Override
  public Job prepare(
      JavaRDD<IndexedShard> shards, Round round, byte[] parameters, ReplicaRunner replicas) {
    Broadcast<byte[]> state =
        JavaSparkContext.fromSparkContext(shards.context()).broadcast(parameters);
    return new Job(
        shards.mapPartitionsWithIndex(
            (worker, shard) ->
                List.of(write(replicas.run(round, worker, state.value(), shard.next()))).iterator(),
            true),
        state);
  }

  @Override
  public byte[] write(Contribution contribution) {
    return contribution.toBytes();
  }

  @Override
  public Contribution read(byte[] part) {
    return Contribution.fromBytes(part);
  }
}
