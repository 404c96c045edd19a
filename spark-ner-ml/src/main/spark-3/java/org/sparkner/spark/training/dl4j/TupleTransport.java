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
import org.apache.spark.api.java.JavaSparkContext;
import org.sparkner.spark.training.JavaBytes;
import org.sparkner.spark.training.ReplicaRunner;
import org.sparkner.spark.training.RoundTransport;
import org.sparkner.train.IndexedShard;
import org.sparkner.train.rounds.Contribution;
import org.sparkner.train.rounds.Round;

/** Sends state and contributions as dl4j-spark's tuples. */
record TupleTransport() implements RoundTransport {

  @Override
  public Job prepare(
      JavaRDD<IndexedShard> shards, Round round, byte[] parameters, ReplicaRunner replicas) {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(shards.context());
    return new AveragingMaster(context, shards.getNumPartitions(), round, parameters, replicas)
        .prepare(shards, this);
  }

  @Override
  public byte[] write(Contribution contribution) {
    return JavaBytes.of(ContributionTuple.of(contribution));
  }

  @Override
  public Contribution read(byte[] part) {
    return JavaBytes.read(part, ContributionTuple.class).contribution();
  }
}
