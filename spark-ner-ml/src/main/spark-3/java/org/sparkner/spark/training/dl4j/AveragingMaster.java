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

import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.spark.api.RDDTrainingApproach;
import org.deeplearning4j.spark.api.Repartition;
import org.deeplearning4j.spark.api.worker.NetBroadcastTuple;
import org.deeplearning4j.spark.impl.graph.SparkComputationGraph;
import org.deeplearning4j.spark.impl.multilayer.SparkDl4jMultiLayer;
import org.deeplearning4j.spark.impl.paramavg.ParameterAveragingTrainingMaster;
import org.deeplearning4j.spark.impl.paramavg.ParameterAveragingTrainingResult;
import org.nd4j.linalg.dataset.api.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.sparkner.spark.training.JavaBytes;
import org.sparkner.spark.training.ReplicaRunner;
import org.sparkner.spark.training.RoundTransport;
import org.sparkner.train.IndexedShard;
import org.sparkner.train.rounds.ParameterBlock;
import org.sparkner.train.rounds.Round;

/**
 * dl4j-spark's master of one round: it hands out parameters and updater state, has its worker run
 * on each partition, and is given what the workers bring home. What it would do otherwise is
 * replaced:
 *
 * <ul>
 *   <li>It draws its rounds at random and rounds their number down, so that data is left out, and
 *       shuffles the data at each. Here a round is given its data: the cached shards, and {@link
 *       Round} says which of their minibatches are the round's.
 *   <li>Iteration and epoch begin at 0 in each round, and dropout is shared by tasks, for the
 *       configuration that is sent knows neither. Here the step goes beside the parameters and the
 *       worker's number with its data; the graph is the replica's, which its executor keeps.
 *   <li>The mean is unweighted and in the order of arrival. Here {@link
 *       org.sparkner.train.rounds.Contribution#add} weighs by tokens and the order is that of the
 *       workers, so that a run gives the same bits again.
 *   <li>The updater's state is averaged only if asked for. Here it always goes out and home; the
 *       option {@code workerMomentum} says what becomes of it.
 *   <li>Statistics are off, as their clock is one of the network's; the times of a round come with
 *       the contributions.
 * </ul>
 */
final class AveragingMaster extends ParameterAveragingTrainingMaster {
  private final Round round;
  private final ParameterBlock state;
  private final Broadcast<byte[]> broadcast;
  private final ReplicaRunner replicas;
  private JavaRDD<ParameterAveragingTrainingResult> results;

  AveragingMaster(
      JavaSparkContext context,
      int workers,
      Round round,
      byte[] parameters,
      ReplicaRunner replicas) {
    super(
        new Builder(workers, 1)
            .batchSizePerWorker(1)
            .averagingFrequency(1)
            .saveUpdater(true)
            .repartionData(Repartition.Never)
            .rddTrainingApproach(RDDTrainingApproach.Direct)
            .collectTrainingStats(false));
    this.round = round;
    this.state = ParameterBlock.fromBytes(parameters);
    this.broadcast = context.broadcast(JavaBytes.of(tuple(state)));
    this.replicas = replicas;
  }

  private static NetBroadcastTuple tuple(ParameterBlock state) {
    ComputationGraphConfiguration none = null;
    return new NetBroadcastTuple(
        none, Nd4j.createFromArray(state.parameters()), Nd4j.createFromArray(state.state()));
  }

  /** The round as a job that nothing has run yet. */
  RoundTransport.Job prepare(JavaRDD<IndexedShard> shards, RoundTransport transport) {
    SparkComputationGraph none = null;
    doIteration(
        none,
        shards.mapPartitionsWithIndex(
            (worker, shard) ->
                List.<MultiDataSet>of(new ShardDataSet(worker, shard.next())).iterator(),
            true),
        round.number() + 1,
        round.number() + 1);
    return new RoundTransport.Job(
        results.map(result -> transport.write(((ContributionResult) result).contribution())),
        broadcast);
  }

  @Override
  public ReplicaWorker getWorkerInstance(SparkComputationGraph graph) {
    return new ReplicaWorker(broadcast, round, state.step(), state.rates(), replicas);
  }

  @Override
  protected void processResults(
      SparkDl4jMultiLayer network,
      SparkComputationGraph graph,
      JavaRDD<ParameterAveragingTrainingResult> results,
      int split,
      int splits) {
    this.results = results;
  }
}
