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

import java.util.Optional;
import org.apache.spark.api.java.JavaRDD;
import org.sparkner.error.UsageException;
import org.sparkner.spark.training.DistributedTraining;
import org.sparkner.train.IndexedShard;
import org.sparkner.train.rounds.ReplicaBlueprint;
import org.sparkner.train.rounds.Workers;

/** dl4j-spark's parameter averaging, which Scala 2.13 does not have: it is refused. */
public final class Dl4jAveraging implements DistributedTraining {
  @Override
  public String name() {
    return "dl4j";
  }

  @Override
  public Optional<String> refusal() {
    return Optional.of(
        "The worker runtime dl4j needs Spark 3.5, for dl4j-spark exists for Scala 2.12 only;"
            + " choose the worker runtime spark, which trains the same.");
  }

  @Override
  public Workers open(
      JavaRDD<IndexedShard> shards, ReplicaBlueprint blueprint, int aggregationDepth) {
    throw new UsageException(refusal().orElseThrow());
  }
}
