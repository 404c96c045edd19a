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

import java.io.Serializable;
import org.apache.spark.TaskContext;
import org.apache.spark.TaskKilledException;
import org.apache.spark.broadcast.Broadcast;
import org.sparkner.device.GpuLease;
import org.sparkner.train.IndexedShard;
import org.sparkner.train.rounds.Contribution;
import org.sparkner.train.rounds.Replica;
import org.sparkner.train.rounds.Round;

/**
 * Runs a worker's part of a round in a task, by a replica that the executor keeps, on the GPU that
 * Spark gave the task, if the training is to use one.
 */
public final class ReplicaRunner implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Broadcast<ReplicaHost> host;
  private final BroadcastRows rows;

  ReplicaRunner(Broadcast<ReplicaHost> host, BroadcastRows rows) {
    this.host = host;
    this.rows = rows;
  }

  /**
   * See {@link Replica#run}.
   *
   * @throws TaskKilledException if the task is killed meanwhile
   */
  public Contribution run(Round round, int worker, byte[] parameters, IndexedShard shard) {
    ReplicaHost.Place place = host.value().place(worker, TaskGpu.address());
    try (GpuLease lease = GpuLease.take(place.device())) {
      return run(round, place, parameters, shard);
    }
  }

  private Contribution run(
      Round round, ReplicaHost.Place place, byte[] parameters, IndexedShard shard) {
    Replica replica = host.value().take(place);
    boolean done = false;
    try {
      Contribution contribution =
          replica.run(round, parameters, rows, shard, ReplicaRunner::endIfKilled);
      host.value().handBack(place, replica);
      done = true;
      return contribution;
    } finally {
      if (!done) {
        replica.close();
      }
    }
  }

  private static void endIfKilled() {
    TaskContext task = TaskContext.get();
    if (task != null && task.isInterrupted()) {
      throw new TaskKilledException("the round goes on without this attempt");
    }
  }
}
