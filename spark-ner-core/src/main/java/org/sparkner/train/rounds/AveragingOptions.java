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

package org.sparkner.train.rounds;

import java.io.Serializable;
import java.util.function.UnaryOperator;
import org.sparkner.error.UsageException;
import org.sparkner.option.DistributionOption;

/**
 * How the replicas of a training across machines are brought together.
 *
 * <p>τ, the number of local steps between two averagings, is 1 for the first {@code
 * averagingWarmUp} steps and doubles every so many steps until it is {@link #interval} (post-local
 * SGD, Lin et al. 2018). The learning rate grows with the workers to the power {@code rateScaling}:
 * 1 is the linear rule for the larger batch (Goyal et al. 2017), 0 leaves it. The step from one
 * average to the next has the momentum {@code outerMomentum}, β: u ← βu + (x − mean) / η, x ← x −
 * ηu (SlowMo, Wang et al. 2019; for a constant η the block momentum of Chen &amp; Huo 2016). Word
 * vectors, whose rows differ from round to round, take the mean.
 *
 * @param recipe with at least one worker
 */
public record AveragingOptions(DistributionRecipe recipe) implements Serializable {
  private static final int STEPS = 512;
  private static final int FEWEST_STEPS = 16;
  private static final int MOST_STEPS = 128;

  /**
   * @throws UsageException if there is no worker
   */
  public AveragingOptions {
    if (recipe.numWorkers() < 1) {
      throw new UsageException(
          DistributionOption.NUM_WORKERS
              + " needs to be at least 1 to train on executors, found "
              + recipe.numWorkers());
    }
  }

  /** For a number of workers, the defaults. */
  public static AveragingOptions of(int workers) {
    return new AveragingOptions(DistributionRecipe.DEFAULT.withNumWorkers(workers));
  }

  /** The same with a recipe that is made of this one. */
  public AveragingOptions withRecipe(UnaryOperator<DistributionRecipe> change) {
    return new AveragingOptions(change.apply(recipe));
  }

  /** Replicas, each with its shard of the data. */
  public int workers() {
    return recipe.numWorkers();
  }

  /** The most local steps between two averagings. */
  public int interval() {
    if (recipe.averagingInterval() > 0) {
      return recipe.averagingInterval();
    }
    int steps = (int) (STEPS / ((long) workers() * workers()));
    return Math.min(MOST_STEPS, Math.max(FEWEST_STEPS, steps));
  }

  /** Whether the workers' momentum ends at an averaging; else it becomes its mean. */
  boolean resetsMomentum() {
    return recipe.workerMomentum().equals(DistributionOption.RESET);
  }

  /** Local steps of the round that begins at a step. */
  int stepsOfRound(int step) {
    if (recipe.averagingWarmUp() == 0) {
      return interval();
    }
    int doublings = Math.min(step / recipe.averagingWarmUp(), Integer.SIZE - 2);
    return Math.min(interval(), 1 << doublings);
  }

  /** Sentences of a worker's batch, of the batch size of one machine. */
  int workerBatch(int batchSize) {
    return Math.max(1, (int) Math.round(batchSize / Math.pow(workers(), recipe.batchScaling())));
  }

  /** The factor of the learning rate. */
  double rateFactor() {
    return Math.pow(workers(), recipe.rateScaling());
  }
}
