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

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.spark.api.java.JavaFutureAction;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sparkner.error.NerException;
import org.sparkner.train.IndexedShard;
import org.sparkner.train.rounds.Contribution;
import org.sparkner.train.rounds.ReplicaBlueprint;
import org.sparkner.train.rounds.Round;
import org.sparkner.train.rounds.StateUpdate;
import org.sparkner.train.rounds.Workers;

/**
 * Has each round run as a Spark job: a task a worker, with a replica that its executor keeps. A job
 * that fails is repeated.
 */
public final class SparkWorkers implements Workers {
  private static final Logger LOG = LoggerFactory.getLogger(SparkWorkers.class);

  /** Jobs after which a round that fails ends the training; Spark repeats single tasks itself. */
  private static final int ATTEMPTS = 3;

  private final JavaRDD<IndexedShard> shards;
  private final RoundTransport transport;
  private final ContributionTree tree;
  private final List<Shard> sizes;
  private final Broadcast<ReplicaHost> host;
  private final List<Broadcast<byte[]>> rows = new ArrayList<>();
  private int firstVersion;

  /** For the parameters of {@link DistributedTraining#open}. */
  public SparkWorkers(
      JavaRDD<IndexedShard> shards,
      ReplicaBlueprint blueprint,
      RoundTransport transport,
      int aggregationDepth) {
    this.shards = shards;
    this.transport = transport;
    this.tree = new ContributionTree(transport, aggregationDepth);
    this.sizes = sizes(shards);
    this.host = context().broadcast(new ReplicaHost(blueprint));
  }

  private static List<Shard> sizes(JavaRDD<IndexedShard> shards) {
    return shards.map(shard -> JavaBytes.of(Shard.of(shard))).collect().stream()
        .map(bytes -> JavaBytes.read(bytes, Shard.class))
        .toList();
  }

  private JavaSparkContext context() {
    return JavaSparkContext.fromSparkContext(shards.context());
  }

  @Override
  public List<Shard> shards() {
    return sizes;
  }

  @Override
  public Result run(Round round, StateUpdate state) throws InterruptedException {
    long started = System.nanoTime();
    if (state.allRows()) {
      forgetRows();
      firstVersion = round.number();
    }
    rows.add(context().broadcast(state.rows()));
    RoundTransport.Job job =
        transport.prepare(
            shards,
            round,
            state.parameters(),
            new ReplicaRunner(host, new BroadcastRows(firstVersion, List.copyOf(rows))));
    long sent = System.nanoTime();
    try {
      List<byte[]> parts = collect(round, job.parts());
      long received = System.nanoTime();
      Contribution mean = tree.sum(parts.iterator());
      return new Result(
          mean,
          parts.stream().mapToLong(part -> part.length).sum(),
          (sent - started + System.nanoTime() - received) / 1e9);
    } finally {
      job.state().destroy();
    }
  }

  /**
   * The driver holds all that a round needs, so a round whose job failed can simply be repeated.
   */
  private List<byte[]> collect(Round round, JavaRDD<byte[]> parts) throws InterruptedException {
    for (int attempt = 1; ; attempt++) {
      JavaFutureAction<List<byte[]>> job = tree.reduce(parts).collectAsync();
      try {
        return job.get();
      } catch (InterruptedException e) {
        job.cancel(true);
        throw e;
      } catch (ExecutionException e) {
        if (attempt == ATTEMPTS || context().sc().isStopped() || isUsersMistake(e)) {
          throw new IllegalStateException(
              "Round " + round.number() + " of the training failed: " + e.getMessage(), e);
        }
        LOG.warn("round {} failed and is repeated: {}", round.number(), e.getMessage());
      }
    }
  }

  private static boolean isUsersMistake(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof NerException) {
        return true;
      }
    }
    return false;
  }

  private void forgetRows() {
    rows.forEach(Broadcast::destroy);
    rows.clear();
  }

  @Override
  public void close() {
    if (!context().sc().isStopped()) {
      forgetRows();
      host.destroy();
    }
  }
}
