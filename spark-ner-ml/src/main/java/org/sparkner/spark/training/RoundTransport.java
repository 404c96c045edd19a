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
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.broadcast.Broadcast;
import org.sparkner.train.IndexedShard;
import org.sparkner.train.rounds.Contribution;
import org.sparkner.train.rounds.Round;

/**
 * How the dense state of a round goes to the workers and what they bring home comes back. The rest
 * of a round, which {@link SparkWorkers} does, is the same whatever carries it. Serialized with the
 * tasks that add contributions.
 */
public interface RoundTransport extends Serializable {
  /**
   * A round that is ready to run.
   *
   * @param parts of the workers, one a partition, in their order, each one array of bytes; computed
   *     when an action needs it, and again when one is lost
   * @param state what was sent for it, destroyed after the round
   */
  record Job(JavaRDD<byte[]> parts, Broadcast<?> state) {}

  /**
   * Hands out the dense state and says how parts come about. Runs on the driver.
   *
   * @param shards a partition with one shard for each worker
   * @param parameters block that {@link org.sparkner.train.rounds.Replica#run} reads
   * @param replicas to run the workers' parts by
   */
  Job prepare(JavaRDD<IndexedShard> shards, Round round, byte[] parameters, ReplicaRunner replicas);

  /** A worker's contribution, or the sum of some, as it travels. */
  byte[] write(Contribution contribution);

  /** Reads what {@link #write} wrote. */
  Contribution read(byte[] part);
}
