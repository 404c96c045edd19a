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

import io.soabase.recordbuilder.core.RecordBuilder;
import java.io.Serializable;
import org.sparkner.error.UsageException;

/**
 * How the replicas of a training across machines are brought together.
 *
 * @param workers replicas, each with its shard of the data
 * @param frequency τ: the most local steps between two averagings; 0, the default, stands for 512 /
 *     {@code workers}², but at least 16 and at most 128
 * @param warmUp steps of the beginning after each of which is averaged; from then on τ doubles
 *     every {@code warmUp} steps until it is {@code frequency} (post-local SGD, Lin et al. 2018). 0
 *     begins with {@code frequency}
 * @param rateScaling the learning rate is multiplied by {@code workers} to this power: 1 is the
 *     linear rule for the {@code workers} times larger batch (Goyal et al. 2017), 0 leaves it
 * @param batchScaling the batch size is divided by {@code workers} to this power for the batch of a
 *     worker, of at least one sentence: 1 leaves the sentences of a step of all, 0 those of a
 *     worker's
 * @param outerMomentum β of the outer step on the parameters, 0 for none: u ← βu + (x − mean) / η,
 *     x ← x − ηu (SlowMo, Wang et al. 2019; for a constant η the block momentum of Chen &amp; Huo
 *     2016). Word vectors, whose rows differ from round to round, take the mean
 * @param velocity what becomes of the workers' momentum at an averaging
 * @param halfPrecision whether workers send their change as 16-bit floats
 */
@RecordBuilder
public record AveragingOptions(
    int workers,
    int frequency,
    int warmUp,
    double rateScaling,
    double batchScaling,
    double outerMomentum,
    Velocity velocity,
    boolean halfPrecision)
    implements AveragingOptionsBuilder.With, Serializable {

  private static final int STEPS = 512;
  private static final int FEWEST_STEPS = 16;
  private static final int MOST_STEPS = 128;

  /** What becomes of the workers' momentum at an averaging. */
  public enum Velocity {
    /** All go on with the mean. */
    AVERAGE,
    /** All go on with none. */
    RESET
  }

  /** For {@code workers} workers, the defaults. */
  public static AveragingOptions of(int workers) {
    return new AveragingOptions(workers, 0, 50, 1, 0.25, 0, Velocity.AVERAGE, false);
  }

  /**
   * @throws UsageException if a value is out of its range
   */
  public AveragingOptions {
    require(workers >= 1, "workers", workers, "at least 1");
    require(frequency >= 0, "averagingFrequency", frequency, "0 or more");
    require(warmUp >= 0, "averagingWarmUp", warmUp, "0 or more");
    require(rateScaling >= 0, "rateScaling", rateScaling, "0 or more");
    require(batchScaling >= 0, "batchScaling", batchScaling, "0 or more");
    require(
        outerMomentum >= 0 && outerMomentum < 1,
        "outerMomentum",
        outerMomentum,
        "from 0 to below 1");
    if (frequency == 0) {
      int steps = (int) (STEPS / ((long) workers * workers));
      frequency = Math.min(MOST_STEPS, Math.max(FEWEST_STEPS, steps));
    }
  }

  private static void require(boolean inRange, String option, Object found, String wanted) {
    if (!inRange) {
      throw new UsageException(
          "The training option " + option + " is " + found + "; wanted " + wanted + ".");
    }
  }

  /** Local steps of the round that begins at a step. */
  int stepsOfRound(int step) {
    if (warmUp == 0) {
      return frequency;
    }
    int doublings = Math.min(step / warmUp, Integer.SIZE - 2);
    return Math.min(frequency, 1 << doublings);
  }

  /** Sentences of a worker's batch, of the batch size of one machine. */
  int workerBatch(int batchSize) {
    return Math.max(1, (int) Math.round(batchSize / Math.pow(workers, batchScaling)));
  }

  /** The factor of the learning rate. */
  double rateFactor() {
    return Math.pow(workers, rateScaling);
  }
}
