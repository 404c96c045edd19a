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
import org.apache.spark.broadcast.Broadcast;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.spark.api.WorkerConfiguration;
import org.deeplearning4j.spark.api.worker.NetBroadcastTuple;
import org.deeplearning4j.spark.impl.paramavg.ParameterAveragingTrainingResult;
import org.deeplearning4j.spark.impl.paramavg.ParameterAveragingTrainingWorker;
import org.nd4j.linalg.dataset.api.MultiDataSet;
import org.sparkner.spark.training.JavaBytes;
import org.sparkner.spark.training.ReplicaRunner;
import org.sparkner.train.RateChanges;
import org.sparkner.train.rounds.ParameterBlock;
import org.sparkner.train.rounds.Round;

/**
 * dl4j-spark's worker, whose network is a replica. Where the original builds a graph from the
 * broadcast in every task of every round and fits it to one minibatch after the other, this one has
 * no graph of its own: a replica that the executor keeps makes the local steps of the round.
 */
final class ReplicaWorker extends ParameterAveragingTrainingWorker {
  private static final long serialVersionUID = 1L;

  /** A graph; its data sets count as one example; a batch of one, one batch; no prefetch. */
  private static final WorkerConfiguration ONE_DATA_SET =
      new WorkerConfiguration(true, 1, 1, 1, 0, false);

  private final Broadcast<byte[]> state;
  private final Round round;
  private final int step;
  private final RateChanges rates;
  private final ReplicaRunner replicas;

  /**
   * @param state parameters and updater state: a {@link NetBroadcastTuple} as bytes, for Spark's
   *     Kryo cannot restore ND4J's arrays
   * @param step of the optimiser at the begin of the round
   * @param rates of the steps that words' rows may be behind
   */
  ReplicaWorker(
      Broadcast<byte[]> state, Round round, int step, RateChanges rates, ReplicaRunner replicas) {
    super(null, true, ONE_DATA_SET, List.of(), List.of(), null);
    this.state = state;
    this.round = round;
    this.step = step;
    this.rates = rates;
    this.replicas = replicas;
  }

  /** None: the replica has it. */
  @Override
  public ComputationGraph getInitialModelGraph() {
    return null;
  }

  @Override
  public ParameterAveragingTrainingResult processMinibatch(
      MultiDataSet data, ComputationGraph none, boolean isLast) {
    ShardDataSet own = (ShardDataSet) data;
    NetBroadcastTuple tuple = JavaBytes.read(state.value(), NetBroadcastTuple.class);
    ParameterBlock start =
        new ParameterBlock(
            step,
            rates,
            tuple.getParameters().data().asFloat(),
            tuple.getUpdaterState().data().asFloat());
    return new ContributionResult(replicas.run(round, own.worker(), start.toBytes(), own.shard()));
  }
}
