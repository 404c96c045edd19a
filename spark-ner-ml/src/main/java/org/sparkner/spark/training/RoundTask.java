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

import java.util.Iterator;
import java.util.List;
import org.apache.spark.TaskContext;
import org.apache.spark.TaskKilledException;
import org.apache.spark.api.java.function.Function2;
import org.apache.spark.broadcast.Broadcast;
import org.sparkner.train.Contribution;
import org.sparkner.train.EncodedShard;
import org.sparkner.train.Replica;
import org.sparkner.train.Round;

/** A worker's part of a round: from the shard in its partition to the bytes of a contribution. */
record RoundTask(
    Round round, Broadcast<ReplicaHost> host, Broadcast<byte[]> parameters, BroadcastRows rows)
    implements Function2<Integer, Iterator<EncodedShard>, Iterator<byte[]>> {

  @Override
  public Iterator<byte[]> call(Integer worker, Iterator<EncodedShard> shards) {
    EncodedShard shard = shards.next();
    Replica replica = host.value().take(worker);
    Contribution contribution =
        replica.run(round, parameters.value(), rows, shard, RoundTask::endIfKilled);
    host.value().handBack(worker, replica);
    return List.of(contribution.toBytes()).iterator();
  }

  private static void endIfKilled() {
    TaskContext task = TaskContext.get();
    if (task != null && task.isInterrupted()) {
      throw new TaskKilledException("the round goes on without this attempt");
    }
  }
}
