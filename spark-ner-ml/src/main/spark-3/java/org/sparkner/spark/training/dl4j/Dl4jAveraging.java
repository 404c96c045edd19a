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

package org.sparkner.spark.training.dl4j;

import org.apache.spark.api.java.JavaRDD;
import org.sparkner.spark.training.DistributedTraining;
import org.sparkner.spark.training.SparkWorkers;
import org.sparkner.train.IndexedShard;
import org.sparkner.train.rounds.ReplicaBlueprint;
import org.sparkner.train.rounds.Workers;

/** Rounds of dl4j-spark's parameter averaging, see {@link AveragingMaster}. */
public final class Dl4jAveraging implements DistributedTraining {
  @Override
  public String name() {
    return "dl4j";
  }

  @Override
  public Workers open(
      JavaRDD<IndexedShard> shards, ReplicaBlueprint blueprint, int aggregationDepth) {
    return new SparkWorkers(shards, blueprint, new TupleTransport(), aggregationDepth);
  }
}
