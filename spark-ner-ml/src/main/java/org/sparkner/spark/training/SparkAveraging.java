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

import org.apache.spark.api.java.JavaRDD;
import org.sparkner.train.IndexedShard;
import org.sparkner.train.rounds.ReplicaBlueprint;
import org.sparkner.train.rounds.Workers;

/**
 * Rounds as plain Spark jobs: the state goes out as broadcasts, each partition's task runs a
 * replica that its executor keeps, and contributions come back through a tree.
 */
public final class SparkAveraging implements DistributedTraining {
  @Override
  public String name() {
    return "spark";
  }

  @Override
  public Workers open(
      JavaRDD<IndexedShard> shards, ReplicaBlueprint blueprint, int aggregationDepth) {
    return new SparkWorkers(shards, blueprint, new BlockTransport(), aggregationDepth);
  }
}
